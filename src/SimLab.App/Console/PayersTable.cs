using SimLab.App.Texts;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;
using Spectre.Console;

namespace SimLab.App.Console;

/// <summary>Says who pays for the policy, and what it changes for each sector.</summary>
internal sealed class PayersTable(IAnsiConsole console, RunDocument document)
{
    private const double Yi = 1e8;

    private string Policy => document.Arms[^1];

    public void Write()
    {
        var paid = document.FinancedBy.Zip(Enum.GetValues<Payer>()).Where(row => row.First.Yuan[Policy] != 0)
            .Select(row => Sentence.Of($"{Payers.Said(row.Second)} {row.First.Yuan[Policy] / Yi:N2}")).ToArray();
        if (paid.Length == 0) return;
        console.Say($"Who pays, 100 million yuan (亿元), whole run: {WordList.Listed(paid)}.");
        if (document.Multiplier is { } multiplier)
            console.Say($"Value added by firms, policy less baseline: {multiplier:0.00} yuan for each yuan of public cost.");
        if (document.Arms.Length == 2) Sectors();
        console.WriteLine();
    }

    private void Sectors()
    {
        var changes = document.Sectors.Select(row => Sentence.Of(
            $"{Sector(row.Sector)} {(row.Yuan[Policy] - row.Yuan[document.Arms[0]]) / Yi:+#,0.0;-#,0.0;0.0}"));
        console.Say(
            $"What each sector receives less what it pays, policy less baseline, whole run: {WordList.Listed(changes)}; together 0.");
    }

    private static Sentence Sector(string sector) => sector switch
    {
        "firms" => Sentence.Of($"firms"),
        "households" => Sentence.Of($"households"),
        "government" => Sentence.Of($"government of the province"),
        "banks" => Sentence.Of($"banks"),
        _ => $"the rest of the world",
    };
}
