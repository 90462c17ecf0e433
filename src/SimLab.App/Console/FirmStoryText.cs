using SimLab.App.Texts;
using SimLab.Engine;
using SimLab.Engine.Explaining;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;

namespace SimLab.App.Console;

/// <summary>A firm's history as text: attributes, months, states at year ends, effect of the policy.</summary>
internal static class FirmStoryText
{
    /// <summary>Writes the story as text lines.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="province">Names the chains.</param>
    /// <param name="story">The story.</param>
    public static void Write(Screen to, Province province, FirmStory story)
    {
        to.Write($"Enterprise {story.Enterprise} in replicate {story.Replicate} of the {Arm(story.Arm)}, "
            + $"\"{Term.Name(story.ArmName, story.ArmNameZh)}\"");
        to.Write(Who(story.Firm, province));
        if (story.Start is { } start) State(to, $"At the start, {start.Month}", start);
        else to.Write($"At the start, a vacant place: nobody is in business yet.");

        var years = story.Years.ToDictionary(state => state.Month);
        string[] months = [.. story.Months.Select(month => month.Month).Union(years.Keys).Order(StringComparer.Ordinal)];
        var told = story.Months.ToDictionary(month => month.Month);
        foreach (var month in months)
        {
            if (told.TryGetValue(month, out var lived)) Month(to, lived);
            if (!years.TryGetValue(month, out var state)) continue;
            to.Write($"");
            State(to, $"End of {state.Month}", state);
        }
        to.Write($"");
        Beside(to, story);
    }

    /// <summary>A title by its id.</summary>
    public static Term Title(string id) => Term.Name(id, FactTexts.Of(id).Zh);

    /// <summary>The policy or its baseline.</summary>
    public static Sentence Arm(string arm) => arm == "policy" ? Sentence.Of($"policy") : $"baseline";

    private static Sentence Who(FirmCard firm, Province province)
    {
        var (industry, plain) = (PlaceNames.Of(Enum.Parse<Industry>(firm.Industry)), StoryText.Plain(firm.Industry));
        List<Sentence> facts =
        [
            $"{Term.Name(char.ToUpperInvariant(plain[0]) + plain[1..], industry.Zh)} firm in "
                + $"{Term.Name($"{firm.RegionZh} ({firm.Region})", firm.RegionZh)}",
            $"stratum {Stratum(firm.Stratum)}",
            firm.Weight == 1 ? Sentence.Of($"stands for itself") : $"stands for {firm.Weight} such firms",
        ];
        if (firm.Chain is { } name)
        {
            var chain = Term.Name(StoryText.Plain(name), province.Chains.First(chain => chain.Name == name).NameZh);
            facts.Add(firm.LeadsChain ? Sentence.Of($"leads the chain {chain}") : $"in the chain {chain}");
        }
        if (firm.Customer is { } customer) facts.Add(
            $"{(firm.Tier == nameof(Tier.First) ? Sentence.Of($"first tier") : $"second tier")}: sells to enterprise {customer}");
        if (firm.Suppliers > 0) facts.Add($"buys from {firm.Suppliers} suppliers along it");
        if (firm.StateOwned) facts.Add($"state-owned");
        if (firm.StrategicField) facts.Add($"in a strategic field");
        facts.Add(firm.RndPropensity > 0
            ? Sentence.Of($"inclined to R&D of {StoryText.Percent(firm.RndPropensity)} of sales") : $"does no R&D");
        return $"{facts.Aggregate((before, fact) => $"{before}, {fact}")}.";
    }

    private static Sentence Stratum(string stratum) => Enum.Parse<Stratum>(stratum) switch
    {
        Model.Enterprises.Stratum.AboveScale => Sentence.Of($"above scale"),
        Model.Enterprises.Stratum.Innovative => $"innovative",
        Model.Enterprises.Stratum.Nurture => $"nurture",
        _ => $"ordinary",
    };

    private static void Month(Screen to, StoryMonth month)
    {
        to.Write($"");
        to.Write($"{month.Month}");
        foreach (var entry in month.Entries)
        {
            to.Indent(entry.Said);
            foreach (var condition in entry.NotMet ?? []) to.Write($"    {condition}");
        }
    }

    private static void State(Screen to, Sentence when, FirmState state)
    {
        var size = Enum.Parse<SizeClass>(state.Size, ignoreCase: true);
        var firm = Sentence.Of($"{when}: {Term.Name(state.Size, PlaceNames.Of(size).Zh)}, {state.Staff:#,0} staff, of whom "
            + $"{state.RndStaff:#,0} in R&D");
        var (sales, rnd) = (StoryText.Yuan(state.Sales), StoryText.Yuan(state.Rnd));
        to.Write(state.Month.EndsWith("-12", StringComparison.Ordinal)
            ? Sentence.Of($"{firm}; sales {sales} and R&D {rnd};") : $"{firm}; sales {sales} and R&D {rnd} so far this year;");
        var loan = StoryText.Yuan(state.Loan);
        to.Indent($"cash {StoryText.Yuan(state.Cash)}; loan "
            + $"{(state.Loan > 0 ? Sentence.Of($"{loan} at {StoryText.Percent(state.LoanRate)}") : loan)}; owed to it "
            + $"{StoryText.Yuan(state.Owed)}; net assets {StoryText.Yuan(state.NetAssets)};");
        Owed(to, $"public bodies owe it", state.OwedByPublic);
        Owed(to, $"its customer along the chain owes it", state.OwedByCustomer);
        if (state.OwesSuppliers > 0) to.Indent($"it owes its suppliers along the chain {StoryText.Yuan(state.OwesSuppliers)};");
        var titles = state.Titles.Count == 0 ? Sentence.Of($"none")
            : $"{state.Titles.Select(held => Sentence.Of($"{Title(held.Title)} until {held.Until}"))}";
        to.Indent(state.AboveScale
            ? Sentence.Of($"{state.InventionPatents} invention patents; above scale; titles: {titles}.")
            : $"{state.InventionPatents} invention patents; titles: {titles}.");
    }

    private static void Owed(Screen to, Sentence who, AgedClaims claims)
    {
        if (claims == new AgedClaims(0, 0, 0, 0)) return;
        to.Indent(
            $"{who} {StoryText.Yuan(claims.NotDue)} not due; overdue up to 3 months {StoryText.Yuan(claims.LateTo3Months)}, 3 to 12 "
            + $"{StoryText.Yuan(claims.Late3To12Months)}, over a year {StoryText.Yuan(claims.LateOverAYear)};");
    }

    private static void Beside(Screen to, FirmStory story)
    {
        if (story.Beside is not { } beside)
        {
            to.Write($"The policy was run alone: there is no baseline to compare with.");
            return;
        }
        if (beside.FirstMonth is null)
        {
            to.Write($"The policy changed nothing for this firm: with the same luck it fares the same in both arms.");
            return;
        }
        to.Write(beside.FirstDifferences.Count > 0
            ? Sentence.Of($"Policy and baseline, same firm, same luck: they first differ at the end of {beside.FirstMonth}")
            : $"Policy and baseline, same firm, same luck: they first differ at the end of {beside.FirstMonth}, in nothing shown here");
        Differences(to, beside.FirstDifferences);
        to.Write(beside.AtEnd.Count > 0
            ? Sentence.Of($"and at the end of the run") : $"and at the end of the run in nothing shown here.");
        Differences(to, beside.AtEnd);
    }

    private static void Differences(Screen to, IReadOnlyList<Differing> differences)
    {
        foreach (var d in differences)
        {
            var (policy, baseline) = (Value(d, d.Policy), Value(d, d.Baseline));
            // the rounded values are equal
            if (policy.ToString() == baseline.ToString())
                (policy, baseline) = ($"{d.Policy:0.########}", $"{d.Baseline:0.########}");
            to.Indent($"{Term.Name(StoryText.Plain(d.Fact), FactTexts.Of(d.Fact).Zh),-18} policy {policy,18}   baseline {baseline,18}");
        }
    }

    private static Sentence Value(Differing of, double value) => of.Unit switch
    {
        "yuan" => StoryText.Yuan(value),
        "share" => StoryText.Percent(value),
        _ => $"{StoryText.Number(value)}",
    };
}
