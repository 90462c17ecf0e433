using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Effects;

/// <summary>A capped measure in three worlds: what was paid, and who was left out.</summary>
[Slow]
public sealed class BudgetTests
{
    private const int Replicates = 3, Months = 30;
    private const long Cap = 2_000_000;

    private static readonly MeasureId Measure = new("gansu-2023", 5);

    private static readonly Lazy<Task<(RunResult Run, Refused[] Refused)>> Capped = new(async () =>
    {
        var recorder = new Refusals();
        // Support only: a price deduction costs the buyers, not the budget of payments to firms.
        var measure = new ProcurementSupport
        { From = MeasuresAlone.From, BudgetPerYear = Cap, PriceDeduction = 0, WorksReserve = 0, Vouchers = 0, StandHelp = 0 };
        var run = await MeasuresAlone.Simulate(Replicates, Months, [new("capped", [measure])], recorder);
        return (run, [.. recorder.All]);
    });

    [Fact]
    public async Task A_budget_is_not_exceeded_by_one_fen_in_any_world_or_year()
    {
        var (run, _) = await Capped.Value;
        foreach (var (replicate, year) in Worlds())
            Assert.InRange(Paid(run, replicate, year), 1, Cap * Fen.PerYuan);
    }

    [Fact]
    public async Task Those_left_out_are_recorded_and_hardly_any_money_is_left_beside_them()
    {
        var (run, refused) = await Capped.Value;
        foreach (var (replicate, year) in Worlds())
        {
            var left = Cap * Fen.PerYuan - Paid(run, replicate, year);
            var inYear = refused.Where(r => r.Replicate == replicate && r.SettledIn.Year == year).ToList();
            Assert.NotEmpty(inYear);
            Assert.True(inYear.Sum(r => r.Amount) > left);
            // A claim smaller than what is left would have fitted; a little is lost on firms that close before they open the letter.
            Assert.InRange(left, 0, Cap * Fen.PerYuan / 50);
        }
    }

    [Fact]
    public async Task The_next_year_has_its_own_budget()
    {
        var (_, refused) = await Capped.Value;
        foreach (var replicate in Enumerable.Range(0, Replicates))
        {
            var last = refused.Where(r => r.Replicate == replicate && r.SettledIn.Year == 2023).Max(r => r.SettledIn);
            var next = refused.Where(r => r.Replicate == replicate && r.SettledIn.Year == 2024).Min(r => r.SettledIn);
            Assert.True(last < Month.Of(2024, 1) && next >= Month.Of(2024, 1));
        }
    }

    private static IEnumerable<(int Replicate, int Year)> Worlds() =>
        from replicate in Enumerable.Range(0, Replicates) from year in new[] { 2023, 2024 } select (replicate, year);

    // The treasury settles in one month; the firm opens its letter, and the payment is booked, in the next.
    private static long Paid(RunResult run, int replicate, int year)
    {
        var (first, last) = (Month.Of(year, 2), Month.Of(year + 1, 1));
        var end = run.Materials.Plan.LastMonth;
        return run.Series.Cost(0, replicate, first, last < end ? last : end, Measure);
    }

    private sealed record Refused(int Replicate, Month SettledIn, long Amount);

    private sealed class Refusals : IRecorder
    {
        public List<Refused> All { get; } = [];

        public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output)
        {
            foreach (var what in output.Events.SelectMany(district => district)
                .Where(h => h.Kind == EventKind.SupportRefused && h.Which == materials.Measures.Of(Measure)))
                All.Add(new(batch.FirstReplicate + what.World, output.Macro.Month - 1,
                    what.Amount * materials.Population.Firms[what.Enterprise].Weight));
            return Task.CompletedTask;
        }

        public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states) => Task.CompletedTask;
    }
}
