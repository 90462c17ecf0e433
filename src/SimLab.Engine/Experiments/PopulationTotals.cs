using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Populations;

namespace SimLab.Engine.Experiments;

/// <summary>
/// Totals of a province at month zero, firms counted with their weight: a reduced population must preserve them.
/// </summary>
public static class PopulationTotals
{
    private delegate double Of(in Enterprise state, Month zero);

    private static readonly ImmutableArray<(Sentence Words, Of Each)> All =
    [
        ($"firms", (in state, zero) => 1),
        ($"staff", (in state, zero) => state.Staff),
        ($"sales", (in state, zero) => Fen.ToYuan(state.SalesLastYear)),
        ($"R&D", (in state, zero) => Fen.ToYuan(state.RndLastYear)),
        ($"loans", (in state, zero) => Fen.ToYuan(state.Loan)),
        ($"high-tech enterprises", (in state, zero) => state.Holds(Title.HighTech, zero) ? 1 : 0),
        ($"specialised SMEs", (in state, zero) => state.Holds(Title.Specialised, zero) ? 1 : 0),
        ($"above-scale firms", (in state, zero) => state.Is(Standing.AboveScale) ? 1 : 0),
    ];

    /// <summary>Compares reduced with whole: name of each total, and its relative error as a share.</summary>
    public static ImmutableArray<(Sentence Total, double Off)> Off(Population whole, Population reduced) =>
        [.. All.Select(total => (total.Words, Sum(reduced, total.Each) / Sum(whole, total.Each) - 1))];

    /// <summary>The relative error of each total as text: "firms +0.0 %", "staff -0.3 %" …</summary>
    public static IEnumerable<Sentence> Kept(Population whole, Population reduced) =>
        Off(whole, reduced).Select(total => Sentence.Of($"{total.Total} {100 * total.Off:+0.0;-0.0;+0.0} %"));

    private static double Sum(Population population, Of each)
    {
        double sum = 0;
        for (var i = 0; i < population.Firms.Length; i++)
            if (population.Initial[i].IsAlive) sum += population.Firms[i].Weight * each(population.Initial[i], population.At);
        return sum;
    }
}
