namespace SimLab.Engine.Explaining;

/// <summary>A firm's history as text: attributes, months, states at year ends, effect of the policy.</summary>
public static class FirmStoryText
{
    /// <summary>Writes the story as text lines.</summary>
    public static void Write(TextWriter to, FirmStory story)
    {
        to.WriteLine($"Enterprise {story.Enterprise} in replicate {story.Replicate} of the {story.Arm}, \"{story.ArmName}\"");
        to.WriteLine(Who(story.Firm));
        if (story.Start is { } start) State(to, "At the start, ", start);
        else to.WriteLine("At the start, a vacant place: nobody is in business yet.");

        var years = story.Years.ToDictionary(state => state.Month);
        string[] months = [.. story.Months.Select(month => month.Month).Union(years.Keys).Order(StringComparer.Ordinal)];
        var told = story.Months.ToDictionary(month => month.Month);
        foreach (var month in months)
        {
            if (told.TryGetValue(month, out var lived)) Month(to, lived);
            if (!years.TryGetValue(month, out var state)) continue;
            to.WriteLine();
            State(to, "End of ", state);
        }
        to.WriteLine();
        Beside(to, story);
    }

    private static string Who(FirmCard firm)
    {
        List<string> facts = [
            $"{StoryText.Plain(firm.Industry)} firm in {firm.RegionZh} ({firm.Region})", $"stratum {StoryText.Plain(firm.Stratum)}"];
        facts.Add(firm.Weight == 1 ? "stands for itself" : $"stands for {firm.Weight} such firms");
        if (firm.Chain is { } chain) facts.Add($"{(firm.LeadsChain ? "leads" : "in")} the chain {StoryText.Plain(chain)}");
        if (firm.Customer is { } customer) facts.Add($"{StoryText.Plain(firm.Tier!)} tier: sells to enterprise {customer}");
        if (firm.Suppliers > 0) facts.Add($"buys from {firm.Suppliers} suppliers along it");
        if (firm.StateOwned) facts.Add("state-owned");
        if (firm.StrategicField) facts.Add("in a strategic field");
        facts.Add(firm.RndPropensity > 0 ? $"inclined to R&D of {StoryText.Percent(firm.RndPropensity)} of sales" : "does no R&D");
        var text = string.Join(", ", facts);
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    private static void Month(TextWriter to, StoryMonth month)
    {
        to.WriteLine();
        to.WriteLine(month.Month);
        foreach (var entry in month.Entries)
        {
            to.WriteLine($"  {entry.Text}");
            foreach (var condition in entry.Conditions ?? []) to.WriteLine($"    {condition}");
        }
    }

    private static void State(TextWriter to, string when, FirmState state)
    {
        var soFar = state.Month.EndsWith("-12", StringComparison.Ordinal) ? "" : " so far this year";
        to.WriteLine(
            $"{when}{state.Month}: {state.Size}, {StoryText.Count(state.Staff)} staff, of whom {StoryText.Count(state.RndStaff)} in R&D; "
            + $"sales {StoryText.Yuan(state.Sales)} and R&D {StoryText.Yuan(state.Rnd)}{soFar};");
        to.WriteLine(
            $"  cash {StoryText.Yuan(state.Cash)}; loan "
            + $"{StoryText.Yuan(state.Loan)}{(state.Loan > 0 ? $" at {StoryText.Percent(state.LoanRate)}" : "")}; owed to it "
            + $"{StoryText.Yuan(state.Owed)}; net assets {StoryText.Yuan(state.NetAssets)};");
        Owed(to, "public bodies owe it", state.OwedByPublic);
        Owed(to, "its customer along the chain owes it", state.OwedByCustomer);
        if (state.OwesSuppliers > 0) to.WriteLine($"  it owes its suppliers along the chain {StoryText.Yuan(state.OwesSuppliers)};");
        to.WriteLine(
            $"  {state.InventionPatents} invention patents; {(state.AboveScale ? "above scale; " : "")}titles: {Titles(state.Titles)}.");
    }

    private static void Owed(TextWriter to, string who, AgedClaims claims)
    {
        if (claims == new AgedClaims(0, 0, 0, 0)) return;
        to.WriteLine(
            $"  {who} {StoryText.Yuan(claims.NotDue)} not due; overdue up to 3 months {StoryText.Yuan(claims.LateTo3Months)}, 3 to 12 "
            + $"{StoryText.Yuan(claims.Late3To12Months)}, over a year {StoryText.Yuan(claims.LateOverAYear)};");
    }

    private static string Titles(IReadOnlyList<HeldTitle> titles) =>
        titles.Count == 0 ? "none" : string.Join(", ", titles.Select(held => $"{held.Title} until {held.Until}"));

    private static void Beside(TextWriter to, FirmStory story)
    {
        if (story.Beside is not { } beside)
        {
            to.WriteLine("The policy was run alone: there is no baseline to compare with.");
            return;
        }
        if (beside.FirstMonth is null)
        {
            to.WriteLine("The policy changed nothing for this firm: with the same luck it fares the same in both arms.");
            return;
        }
        to.WriteLine(
            $"Policy and baseline, same firm, same luck: they first differ at the end of "
            + $"{beside.FirstMonth}{(beside.FirstDifferences.Count > 0 ? "" : ", in nothing shown here")}");
        Differences(to, beside.FirstDifferences);
        to.WriteLine(beside.AtEnd.Count > 0 ? "and at the end of the run" : "and at the end of the run in nothing shown here.");
        Differences(to, beside.AtEnd);
    }

    private static void Differences(TextWriter to, IReadOnlyList<Differing> differences)
    {
        foreach (var d in differences)
        {
            var (policy, baseline) = (Value(d, d.Policy), Value(d, d.Baseline));
            // the rounded values are equal
            if (policy == baseline) (policy, baseline) = ($"{d.Policy:0.########}", $"{d.Baseline:0.########}");
            to.WriteLine($"  {StoryText.Plain(d.Fact),-18} policy {policy,18}   baseline {baseline,18}");
        }
    }

    private static string Value(Differing of, double value) => of.Unit switch
    {
        "yuan" => StoryText.Yuan(value),
        "share" => StoryText.Percent(value),
        _ => StoryText.Number(value),
    };
}
