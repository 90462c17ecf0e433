using System.Text;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Populations;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Populations;

[Slow]
public sealed class OwnFirmsTests : IDisposable
{
    private static readonly string Example = Repository.File("scenarios", "provinces", "gansu", "example-firms.csv");

    private readonly OwnFirmsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static (Firm Firm, Enterprise State) Of(Population population, string id)
    {
        var number = population.FirstOwn + population.OwnIds.IndexOf(id);
        Assert.Equal(id, population.OwnId(number));
        return (population.Firms[number], population.Initial[number]);
    }

    [Fact]
    public void What_the_user_knows_of_a_firm_stands()
    {
        var population = _folder.WithBytes(File.ReadAllBytes(Example)).Generate(1);
        var (firm, s) = Of(population, "TS-001");

        Assert.Equal(
            (GansuPopulation.Region("Tianshui"), Industry.Manufacturing, GansuPopulation.Chain("EquipmentManufacturing"), 1),
            (firm.Region, firm.Industry, firm.Chain, firm.Weight));
        Assert.Equal((95, 42_000_000_00L, 39_000_000_00L, 38_500_000_00L), (s.Staff, s.SalesLastYear, s.SalesYearBefore, s.SalesThirdYear));
        Assert.Equal((3_100_000_00L, 27_500_000_00L, 12_000_000_00L, 1_680_000_00L), (s.Cash, s.FixedAssets, s.Loan, s.RndLastYear));
        Assert.Equal((0.0485f, (ushort)13, (ushort)0, (ushort)9), (s.LoanRate, s.RndStaff, s.Class1Ip, s.Class2Ip));
        Assert.Equal(
            (Expiry.Of(Month.Of(2024, 12)), Expiry.Of(Month.Of(2022, 12)), (ushort)0),
            (s.Until(Title.HighTech), s.Until(Title.Specialised), s.Until(Title.LittleGiant)));
        Assert.True(s.Is(Standing.AboveScale) && s.Is(Standing.QualityCertified) && s.Is(Standing.GeneralVat)
            && s.Is(Standing.EverBorrowed));
        // Founded in 2003-05: 18 years and 8 months at the end of 2021-12.
        Assert.Equal(224, s.AgeMonths);
        Assert.Equal(s.TotalAssets, s.Loan + s.Payable + s.NetAssets);
    }

    [Fact]
    public void What_is_not_known_is_drawn_as_for_any_such_firm()
    {
        var (_, s) = Of(_folder.With(OwnFirmsFolder.Header, "a,jiuquan,software,12,3000000").Generate(1), "a");

        Assert.True(s.IsAlive && s.Cash > 0 && s.FixedAssets > 0 && s.AgeMonths > 0 && s.Demand > 0 && s.Capability > 0 && s.Awareness > 0);
        Assert.Equal(0, s.RndLastYear);
    }

    [Fact]
    public void Own_firms_stand_behind_the_synthetic_ones_which_do_not_move()
    {
        var population = _folder.WithBytes(File.ReadAllBytes(Example)).Generate(1);

        Assert.Equal(10, population.OwnIds.Length);
        Assert.Equal(GansuPopulation.Population.Firms.Length, population.FirstOwn);
        Assert.Equal(GansuPopulation.Population.Initial, population.Initial[..population.FirstOwn]);
        Assert.Equal(PopulationReport.Of(GansuPopulation.Recipe, GansuPopulation.Population).Select(line => line.Synthetic),
            PopulationReport.Of(GansuPopulation.Recipe, population).Select(line => line.Synthetic));
    }

    [Fact]
    public void Alone_they_are_all_there_is_but_for_room_beside_them()
    {
        var population = _folder.WithBytes(File.ReadAllBytes(Example), "alone").Generate(1);
        var vacant = population.Firms.Length - 10;

        Assert.Equal(10, population.Initial.Count(s => s.IsAlive));
        Assert.Equal(108, population.Firms.Where(f => population.Initial[f.Id].IsAlive).Sum(f => f.Weight) - 4);
        Assert.InRange(vacant, 8, 16);
        Assert.Equal(Enumerable.Range(0, population.Firms.Length), population.Firms.Select(f => f.Id));
    }

    [Fact]
    public void Gbk_and_a_byte_order_mark_are_read_as_utf8_is()
    {
        string[] rows = [OwnFirmsFolder.Header, "甲厂,兰州,制造业,12,300万", "乙厂,兰州新区,软件业,9,2000000"];
        var text = string.Join("\r\n", rows);
        OwnFirm[] Read(byte[] bytes) => [.. _folder.WithBytes(bytes).Recipe.Own!.Firms];

        var plain = Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal(plain, Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)]));
        Assert.Equal(plain, Read(CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes(text)));
        Assert.Equal(("甲厂", GansuPopulation.Region("Lanzhou"), 3_000_000_00L), (plain[0].Id, plain[0].Region, plain[0].SalesLastYear));
    }

    [Fact]
    public void A_formula_in_an_id_is_only_a_text()
    {
        var population = _folder.With(OwnFirmsFolder.Header, "=cmd|'/c calc'!A1,lanzhou,software,12,3000000").Generate(1);

        Assert.Equal(["=cmd|'/c calc'!A1"], population.OwnIds);
    }

    [Fact]
    public void The_hash_of_the_population_follows_firms_and_how_they_stand()
    {
        var one = _folder.With(OwnFirmsFolder.Header, "a,lanzhou,software,12,3000000").Hash;
        var other = _folder.With(OwnFirmsFolder.Header, "a,lanzhou,software,12,3000001").Hash;
        var alone = _folder.WithBytes(File.ReadAllBytes(_folder.In("firms.csv")), "alone").Hash;

        Assert.Equal(4, new[] { GansuPopulation.File.Hash, one, other, alone }.Distinct().Count());
    }

    [Fact]
    public void The_plan_carries_the_firms_but_no_folder()
    {
        var recipe = _folder.WithBytes(File.ReadAllBytes(Example)).Recipe;
        var json = (SmallProvince.Plan with { Population = recipe }).ToJson();

        Assert.Equal(recipe.Own!.Firms, RunPlan.FromJson(json, MeasureCatalog.Default).Population.Own!.Firms);
        Assert.DoesNotContain(Path.GetFileName(Path.GetDirectoryName(_folder.In("firms.csv"))!), json, StringComparison.Ordinal);
    }

    // Of the first tier, those that stand for many owe nobody; own firms sell to the others. Each month's books are checked as it is lived.
    [Fact]
    public async Task Beside_a_reduced_province_they_sell_to_firms_that_stand_for_themselves_and_the_books_balance()
    {
        var recipe = _folder.WithBytes(File.ReadAllBytes(Example)).Recipe with { Reduced = 2_000 };
        var materials = new RunMaterials(SmallProvince.Plan with { Population = recipe, Months = 3, Replicates = 2 });

        Assert.All(materials.Population.Firms.Where(firm => firm.Suppliers > 0), customer => Assert.Equal(1, customer.Weight));
        Assert.NotEmpty((await SmallProvince.Simulate(materials, new LoopExecutor())).Hash);
    }

    [Theory]
    [InlineData("beside")]
    [InlineData("alone")]
    public async Task Two_silos_grow_them_from_the_plan_and_live_them_as_the_bare_loop_does(string stand)
    {
        var own = _folder.WithBytes(File.ReadAllBytes(Example), stand).Recipe.Own;
        var plan = SmallProvince.Plan with { Population = SmallProvince.Plan.Population with { Own = own }, Months = 14, Replicates = 1 };
        var loop = await SmallProvince.Simulate(new RunMaterials(plan), new LoopExecutor());
        await using var cluster = await Determinism.TestClusters.Start(2);
        var grains = await SmallProvince.Simulate(new RunMaterials(plan), new GrainExecutor(cluster.Client));

        Assert.Equal(loop.Hash, grains.Hash);
    }
}
