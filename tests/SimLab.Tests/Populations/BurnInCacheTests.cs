using SimLab.Engine.Execution;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Populations;

/// <summary>The cache saves work and never changes what comes out.</summary>
[Slow]
public sealed class BurnInCacheTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private int _settled;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_second_run_reads_what_the_first_worked_out()
    {
        var (first, second) = (Get(), Get());
        Assert.Equal(1, _settled);
        Assert.Equal(first.States, second.States);
        Assert.Equal(first.Markets, second.Markets);
        Assert.Equal(first.Payments, second.Payments);
        Assert.Equal(Materials.InitialOf(0), second.States);
    }

    [Fact]
    public void Other_numbers_and_another_population_are_other_work()
    {
        Get();
        Get(plan: Materials.Plan with { Behaviour = Materials.Plan.Behaviour with { OverdraftLimit = 1.5 } });
        var states = Materials.Population.Initial.ToArray();
        states[0].Cash += 1;
        Get(population: Materials.Population with { Initial = [.. states] });
        Assert.Equal(3, _settled);
        Assert.Equal(3, _folder.GetFiles().Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-1)]
    public void A_damaged_file_is_worked_out_again(int length)
    {
        var first = Get();
        var path = Assert.Single(_folder.GetFiles()).FullName;
        var bytes = File.ReadAllBytes(path);
        if (length >= 0) bytes = bytes[..length];
        else bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Equal(first.States, Get().States);
        Assert.Equal(2, _settled);
        Get();
        Assert.Equal(2, _settled);
    }

    [Fact]
    public void The_oldest_files_make_room()
    {
        Get();
        var old = Assert.Single(_folder.GetFiles());
        old.LastWriteTimeUtc = old.LastWriteTimeUtc.AddDays(-1);
        Get(plan: Materials.Plan with { Behaviour = Materials.Plan.Behaviour with { OverdraftLimit = 1.5 } }, most: old.Length * 3 / 2);
        Assert.NotEqual(old.Name, Assert.Single(_folder.GetFiles()).Name);
    }

    [Fact]
    public void Without_a_place_to_write_nothing_is_kept_and_nothing_fails()
    {
        var file = Path.Combine(_folder.FullName, "a file");
        File.WriteAllText(file, "");
        var cache = new BurnInCache(Path.Combine(file, "no folder"), long.MaxValue);
        Assert.Equal(
            Materials.InitialOf(0), BurnIn.Settle(Materials.Plan, Materials.Population, 0, cache).States);
    }

    [Fact]
    public void Numbers_that_an_experiment_gives_an_arm_are_not_kept()
    {
        var plan = Materials.Plan with { Arms = [Materials.Plan.Arms[0] with { Behaviour = Materials.Plan.Behaviour }] };
        BurnIn.Settle(plan, Materials.Population, 0, new(_folder.FullName, long.MaxValue));
        Assert.Empty(_folder.GetFiles());
    }

    private static RunMaterials Materials { get; } = SmallProvince.Materials();

    private BurnIn.Start Get(RunPlan? plan = null, Model.Populations.Population? population = null, long most = long.MaxValue) =>
        new BurnInCache(_folder.FullName, most).Get(plan ?? Materials.Plan, population ?? Materials.Population, () =>
        {
            _settled++;
            return BurnIn.Settle(Materials.Plan, Materials.Population, 0, cache: null);
        });
}
