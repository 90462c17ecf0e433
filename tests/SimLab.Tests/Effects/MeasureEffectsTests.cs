using SimLab.Engine.Effects;
using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Effects;

/// <summary>The arithmetic of a study, on numbers that can be checked by hand.</summary>
[Slow]
public sealed class MeasureEffectsTests
{
    private static CataloguedMeasure Measure(string name) => MeasureCatalog.Default.Find(name)!;

    [Fact]
    public void A_dose_scales_every_lever_and_leaves_the_cap_on_the_budget_alone()
    {
        var half = (Talent)new Dose(Measure("Talent"), 0.5).From(MeasuresAlone.From);
        Assert.Equal(new Talent { From = MeasuresAlone.From, MoreArrive = 0.01, CostPerPerson = 15_000, TitledAttraction = 0.1 }, half);
    }

    [Fact]
    public void A_dose_stops_at_the_end_of_a_levers_range_and_says_so()
    {
        var triple = new Dose(Measure("ProcurementSupport"), 3);
        var measure = (ProcurementSupport)triple.From(MeasuresAlone.From);
        Assert.Equal((0.3, 1.0), (measure.PriceDeduction, measure.WorksReserve));
        Assert.Equal(["priceDeduction", "worksReserve"], triple.Stopped.Select(l => l.Name));
    }

    [Fact]
    public void A_dose_of_one_is_the_measure_as_written() =>
        Assert.All(MeasureCatalog.Default.Measures, m =>
            Assert.Equal(m.AsWritten() with { From = MeasuresAlone.From }, new Dose(m, 1).From(MeasuresAlone.From)));

    [Fact]
    public void Pairs_are_chosen_at_both_ends_and_never_for_nothing()
    {
        var (largest, smallest) = Interactions.Choose([0, 5, -1, 2, 0, 7, 1, 0]);
        Assert.Equal([5, 1, 3], largest);
        Assert.Equal([2], smallest);
    }
}
