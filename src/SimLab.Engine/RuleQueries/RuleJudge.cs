using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>
/// Applies the simulation's rulebook to a firm's facts; no rule is written here. Where a fact is missing, the rule is
/// applied to the least and the greatest possible value: if both answers agree it is judged, otherwise the missing
/// facts are named.
/// </summary>
public static class RuleJudge
{
    /// <summary>Judges the facts by the law of a date, in a province.</summary>
    public static Judgement Judge(FirmYear facts, LawDate date, Province province)
    {
        var size = Size(facts, date);
        var vat = VatJudge.Judge(facts, date);
        return new(facts, date, province)
        {
            Size = size,
            Vat = vat,
            IncomeTax = TaxJudge.IncomeTax(facts, date),
            SuperDeduction = TaxJudge.SuperDeduction(facts, date),
            Surcharges = TaxJudge.Surcharges(facts, date, vat, province),
            Titles = [.. Enum.GetValues<Title>().Select(title => TitleJudge.Judge(title, facts, date))],
            AboveScale = AboveScaleOf(facts, date),
            Procurement = MarketJudge.Procurement(facts, date, size),
            Payment = MarketJudge.Payment(facts, date, size),
            TakenAsNone = [.. FactKeys.All.Where(fact => fact.NoneUnlessGiven && !facts.Has(fact)).Select(fact => fact.Key)],
        };
    }

    /// <summary>Keys of the facts that are not given.</summary>
    internal static ImmutableArray<string> Missing(FirmYear facts, params ReadOnlySpan<Fact> wanted)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (var fact in wanted)
            if (!facts.Has(fact)) missing.Add(fact.Key);
        return missing.ToImmutable();
    }

    internal static SizeRuling Size(FirmYear facts, LawDate date)
    {
        ImmutableArray<Citation> law = [new(SizeClasses.Table.VersionAt(date.Month), date.Month)];
        if (facts.Value(FactKeys.Industry) is not { } industry) return new((SizeClass?)null) { Law = law, Needs = [FactKeys.Industry.Key] };

        var least = With(0, 0);
        return least == With(int.MaxValue, long.MaxValue)
            ? new(least) { Law = law }
            : new((SizeClass?)null)
            { Law = law, Needs = [.. Missing(facts, FactKeys.Staff, FactKeys.Revenue, FactKeys.Assets).Where(Matters)] };

        SizeClass With(double staff, long fen) => SizeClasses.Of((Industry)industry,
            facts.Value(FactKeys.Staff) ?? staff, facts.Value(FactKeys.Revenue) ?? fen, facts.Value(FactKeys.Assets) ?? fen);

        // A criterion that the industry's row does not use is not needed: it changes nothing, however small.
        bool Matters(string key) => SizeClasses.Of((Industry)industry,
            key == FactKeys.Staff.Key ? 0 : int.MaxValue,
            key == FactKeys.Revenue.Key ? 0 : long.MaxValue,
            key == FactKeys.Assets.Key ? 0 : long.MaxValue) != SizeClass.Large;
    }

    private static AboveScaleRuling AboveScaleOf(FirmYear facts, LawDate date)
    {
        ImmutableArray<Citation> law = [new(AboveScale.Table.VersionAt(date.Month), date.Month)];
        if (facts.Value(FactKeys.Industry) is not { } number) return new(null, null) { Law = law, Needs = [FactKeys.Industry.Key] };

        var industry = (Industry)number;
        var threshold = AboveScale.Threshold(industry);
        if (threshold == AboveScale.NotCovered) return new(false, null) { Law = law, Note = $"the roster does not cover this industry" };
        // 有资质的建筑业: the qualification decides, not revenue.
        if (industry == Industry.Construction)
            return new(facts.YesNo(FactKeys.Qualification) is { } qualified ? qualified && AboveScale.Qualifies(industry, 0) : null, null)
            {
                Law = law,
                Needs = Missing(facts, FactKeys.Qualification),
                Note = $"every construction firm with a qualification",
            };
        if (threshold == 0) return new(AboveScale.Qualifies(industry, 0), 0) { Law = law, Note = $"every firm of the industry" };
        return facts.Value(FactKeys.Revenue) is { } revenue
            ? new(AboveScale.Qualifies(industry, revenue), threshold) { Law = law }
            : new(null, threshold) { Law = law, Needs = [FactKeys.Revenue.Key] };
    }
}
