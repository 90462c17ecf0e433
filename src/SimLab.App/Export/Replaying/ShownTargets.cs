using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SimLab.Engine;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.App.Export.Replaying;

/// <summary>The targets of a recording as the player shows them.</summary>
/// <param name="Shown">In the order of targets.json.</param>
/// <param name="Unshown">Entries of targets.json that it cannot show: this build has no such outcome, or cannot read what
/// the outcome needs from the plan of another build.</param>
/// <param name="OtherLoans">Loans to large firms and households, yuan: by arm, then month from the one before the first;
/// empty where no target reads them.</param>
internal sealed record ShownTargets(
    ImmutableArray<ShownTarget> Shown, ImmutableArray<JsonObject> Unshown, ImmutableArray<ImmutableArray<double>> OtherLoans)
{
    /// <summary>The targets of targets.json.</summary>
    /// <param name="run">The recording.</param>
    /// <param name="targets">Its targets.json.</param>
    /// <param name="months">Its months as in the tables, from the one before the first.</param>
    public static ShownTargets Of(RunReader run, JsonObject targets, int[] months)
    {
        var recorded = targets["targets"]!.AsArray().OfType<JsonObject>().ToList();
        var outcomes = recorded.Select(target => OutcomeCatalog.Find((string?)target["id"] ?? "")).ToList();
        var readsLoans = outcomes.Any(outcome => outcome is not null && OutcomeInputs.Of(outcome).OtherLoans);
        var loans = readsLoans ? LoansOf(run, months.Length) : [];
        var shown = recorded.Zip(outcomes)
            .Where(target => target.Second is { } outcome && (!OutcomeInputs.Of(outcome).OtherLoans || loans.Length > 0))
            .Select(target => new ShownTarget(target.Second!, MonthOf((string?)target.First["month"], months), target.First))
            .ToImmutableArray();
        return new(shown, [.. recorded.Except(shown.Select(target => target.Recorded))], loans);
    }

    /// <summary>The indicators that the formulas of the targets read.</summary>
    public ImmutableArray<Indicator> Indicators { get; } =
        [.. Shown.SelectMany(target => OutcomeInputs.Of(target.Outcome).Indicators).Distinct()];

    private static ImmutableArray<ImmutableArray<double>> LoansOf(RunReader run, int months)
    {
        try
        {
            var plan = run.Plan;
            return
            [
                .. Enumerable.Range(0, plan.Arms.Length).Select(arm => Enumerable.Range(-1, months)
                    .Select(month => Engine.Reporting.OtherLoans.In(plan, arm, plan.Start + month)).ToImmutableArray()),
            ];
        }
        catch (RunFolderException)
        {
            return [];                         // a plan of another build: the player says which targets it cannot show
        }
    }

    private static int MonthOf(string? text, int[] months) =>
        int.TryParse(
            text?.Replace("-", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Array.IndexOf(months, number) : -1;
}
