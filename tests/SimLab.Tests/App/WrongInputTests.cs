using SimLab.App.Console;
using Xunit;

namespace SimLab.Tests.App;

/// <summary>Whatever is typed, the answer is a sentence: what was found, what is allowed. Never a stack trace.</summary>
[Fast]
public sealed class WrongInputTests : IDisposable
{
    private readonly ShortGansu _gansu = new();

    public void Dispose() => _gansu.Dispose();

    [Theory]
    [InlineData("", "simlab needs a command. The commands are: run, resume, check")]
    [InlineData("rnu", "There is no command \"rnu\". Nearest: run.")]
    [InlineData("run", "simlab run needs SCENARIO")]
    [InlineData("check", "simlab check needs SCENARIO")]
    [InlineData("run FILE extra", "Unexpected argument \"extra\" for simlab run.")]
    [InlineData("run FILE --replicats 8", "There is no option \"--replicats\" for simlab run. Nearest: --replicates.")]
    [InlineData("run FILE --replicates 0", "--replicates is \"0\". Write a whole number from 1 to 100000.")]
    [InlineData("run FILE --replicates 1.5", "--replicates is \"1.5\". Write a whole number")]
    [InlineData("run FILE --replicates", "--replicates needs a value, N.")]
    [InlineData("run FILE --months 601", "--months is \"601\". Write a whole number from 1 to 600.")]
    [InlineData("run FILE --seed -1", "--seed")]
    [InlineData("run FILE --memory banana", "--memory is \"banana\". Write it as 2GB or 500MB.")]
    [InlineData("run FILE --memory 99999999999999999999GB", "Write it as 2GB or 500MB.")]
    [InlineData("run FILE --memory 1MB", "--memory 1MB is too little: one replicate of")]
    [InlineData("run FILE --format xml", "--format is \"xml\". Write table or json.")]
    [InlineData("run FILE --executor cluster", "--executor is \"cluster\". Write grains or loop.")]
    [InlineData("run FILE --require hightech", "the scenario has no target \"hightech\".")]
    [InlineData("run FILE --months 6 --require high_tech_enterprises", "is due by 2022-12, but the run ends in 2022-06")]
    [InlineData("run FOLDER/reward.yaml", "Nearest: ")]
    [InlineData("run FOLDER", "is a directory. Name a file in it.")]
    [InlineData("run @answers", "there is no such file")]
    [InlineData("run FILE --out FOLDER", "exists already. Name a folder that does not")]
    [InlineData("run FILE --out FILE/run", "cannot be written: ")]
    [InlineData("run FILE --out other --no-record", "Give one of them.")]
    [InlineData("measures Cultivate", "There is no measure \"Cultivate\". Nearest: CultivateSpecialisedSmes.")]
    public async Task A_mistake_ends_with_2_and_a_sentence(string typed, string sentence)
    {
        var args = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word =>
                word.Replace("FILE", _gansu.Rewards, StringComparison.Ordinal).Replace("FOLDER", _gansu.Folder, StringComparison.Ordinal));
        var said = await Said.By([.. args]);
        Assert.Equal(ExitCode.WrongInput, said.Exit);
        Assert.Equal("", said.Output);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_behind_by_a_run_that_never_began()
    {
        await Said.By("run", _gansu.Rewards, "--out", _gansu.In("a/b/c"), "--memory", "1MB");
        Assert.Equal(
            ["firms.yaml", "nothing.yaml", "rewards.yaml"],
            Directory.EnumerateFileSystemEntries(_gansu.Folder).Select(Path.GetFileName).Order());
    }
}
