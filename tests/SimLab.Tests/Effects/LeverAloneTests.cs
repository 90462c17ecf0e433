using SimLab.Engine.Effects;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model.Economy;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Effects;

/// <summary>One lever of a measure, all its others at zero, against no measure at all and the same luck. Levers that
/// reach few firms of the small province are turned further than written.</summary>
[Slow]
public sealed class LeverAloneTests(ITestOutputHelper output)
{
    private const int Replicates = 16, Months = 30;

    private sealed record Case(string Words, Indicator Moves, bool Up, Measure Measure);

    private static readonly Case[] Cases =
    [
        new("tax staff bring employment credits", Indicator.EmploymentCredits, true, Only<TaxRelief>(m => m with { CreditsHelped = 0.3 })),
        new("input VAT comes back sooner", Indicator.VatRefunded, true, Only<TaxRelief>(m => m with { RefundsHastened = 0.33 })),
        new("insurance of people from key groups is subsidised", Indicator.SupportPaid, true,
            Only<TaxRelief>(m => m with { InsuranceSubsidy = 10_000 })),
        new("the manufacturing fund buys shares", Indicator.EquityRaised, true,
            Only<TaxRelief>(m => m with { ManufacturingFund = 150_000_000, ProjectsSought = 0.008 })),
        new("the data fund buys shares", Indicator.EquityRaised, true,
            Only<TaxRelief>(m => m with { DataFund = 50_000_000, ProjectsSought = 0.008 })),
        new("loans are renewed instead of repaid", Indicator.SmePrincipal, false,
            Only<FinancialSupport>(m => m with { RenewalGain = 0.25 })),
        new("longer terms mean less to repay", Indicator.SmePrincipal, false, Only<FinancialSupport>(m => m with { LongerTerm = 60 })),
        new("longer terms along chains mean less to repay", Indicator.SmePrincipal, false,
            Only<FinancialSupport>(m => m with { LongerTermInChain = 60 })),
        new("cash that rests against a loan saves interest", Indicator.Interest, false,
            Only<FinancialSupport>(m => m with { Revolving = 0.1 })),
        new("banks lend more where there is little to pledge, and guarantors are wanted", Indicator.GuaranteeFees, true,
            Only<FinancialSupport>(m => m with { Boldness = 0.3 })),
        new("vouchers bring customers to shops", Indicator.CampaignSales, true,
            Only<ProcurementSupport>(m => m with { Vouchers = 100_000_000 })),
        new("stands at fairs bring orders", Indicator.FairSales, true, Only<ProcurementSupport>(m => m with { Stands = 2_400 })),
        new("stands abroad bring exporters orders", Indicator.FairSales, true,
            Only<ProcurementSupport>(m => m with { StandsAbroad = 6_000 })),
        new("purchase lists bring orders along chains", Indicator.ChainOrdersWon, true,
            Only<ProcurementSupport>(m => m with { ListedPurchases = 0.005 })),
        new("the central fund adds to research", Indicator.RndReal, true,
            Only<CultivateSpecialisedSmes>(m => m with { CentralFund = 10_000_000, CentralFundShare = 0.9 })),
        new("guarantees cost firms less", Indicator.GuaranteeFees, false,
            Only<CultivateSpecialisedSmes>(m => m with { GuaranteeFeeCut = 0.5 })),
    ];

    private static readonly Lazy<Task<RunResult>> Run = new(() => MeasuresAlone.Simulate(Replicates, Months,
        [new("none", []), .. Cases.Select(c => new ArmPlan(c.Words, [c.Measure]) { Behaviour = ManyExporters })]));

    // A twelfth of Gansu has too few exporters to be seen at all; nobody but them asks whether a firm is one.
    private static BehaviouralParameters ManyExporters => SmallProvince.Plan.Behaviour with { Exporters = 0.5 };

    public static TheoryData<string> Words => [.. Cases.Select(c => c.Words)];

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_lever_alone_moves_what_it_is_meant_to_move_clear_of_zero(string words)
    {
        var index = Array.FindIndex(Cases, c => c.Words == words);
        var series = (await Run.Value).Series;
        var moved = Cases[index].Moves;
        var difference = new SimulatedArm(series, index + 1)
            .Less(new(series, 0), (c, arm, r) => c.Sum(arm, r, MeasuresAlone.From, c.Plan.LastMonth, moved))!;
        output.WriteLine($"{words}: {moved} {MeasuresAlone.Shown(difference)}");
        Assert.True(difference.IsClear, MeasuresAlone.Shown(difference));
        Assert.Equal(Cases[index].Up, difference.Mean > 0);
    }

    [Fact]
    public async Task Shops_sell_less_again_when_the_vouchers_are_gone()
    {
        // A year of vouchers; what they brought forward is missed in the year after it.
        var year = (ProcurementSupport)Only<ProcurementSupport>(m => m with { Vouchers = 10_000_000_000 })
            with
        { Until = MeasuresAlone.From + 5 };
        var run = await MeasuresAlone.Simulate(Replicates, Months, [new("none", []), new("half a year", [year])]);
        var after = MeasuresAlone.From + 8;
        var missed = new SimulatedArm(run.Series, 1)
            .Less(new(run.Series, 0), (c, arm, r) => c.Sum(arm, r, after, after + 6, Indicator.OrdinarySales))!;
        output.WriteLine(MeasuresAlone.Shown(missed));
        Assert.True(missed.IsClear && missed.Mean < 0, MeasuresAlone.Shown(missed));
    }

    private static Measure Only<T>(Func<T, T> turned) where T : Measure
    {
        var zero = (T)ZeroDoseTests.AtZero(MeasureCatalog.Default.Find(typeof(T).Name)!);
        return turned(zero) with { From = MeasuresAlone.From, BudgetPerYear = Measure.NoCap };
    }
}
