using System.Text;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Forms;

namespace SimLab.App.Describing;

/// <summary>
/// The model description after ODD+D (Müller et al. 2013): chapters of prose in the order of their names, with
/// generated tables, and the submodels at their place in the third chapter.
/// </summary>
internal static class OddPage
{
    public static string Write()
    {
        var page = new StringBuilder();
        foreach (var (name, text) in Sources.Pages.Where(chapter => !chapter.Key.Contains('/', StringComparison.Ordinal)))
            page.Append(Page.Fill(name, text, key => Block(name, key))).Append('\n');
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Block(string page, string key) => key switch
    {
        "enterprise" => Inventory.State(typeof(Enterprise)),
        "firm" => Inventory.State(typeof(Firm)),
        "claims" => Inventory.State(typeof(Receivables)),
        "conditions" => Inventory.State(typeof(MacroConditions)),
        "card" => Inventory.State(typeof(Card)),
        "standing" => Inventory.Values(typeof(Standing)),
        "strata" => Inventory.Values(typeof(Stratum)),
        "tiers" => Inventory.Values(typeof(Tier)),
        "titles" => Inventory.Values(typeof(SimLab.Model.Title)),
        "forms" => Inventory.Forms(),
        "markets" => Inventory.Markets(),
        "measures" => Inventory.Measures(),
        "levers" => Inventory.Levers(),
        "month" => Inventory.Month(),
        "events" => Inventory.Events(),
        "behaviour" => Registers.Behaviour(),
        "macro" => Registers.Macro(),
        "confidences" => Registers.Confidences(),
        "chance" => Registers.Chance(),
        "effects" => Registers.FirmEffects(),
        "indicators" => Registers.Indicators(),
        "recipe" => Registers.Recipe(),
        "law" => Registers.Law(),
        "limits" => Limits.Items(),
        "submodels" => string.Join("\n", Submodel.All.Select(submodel => submodel.Write())),
        _ => throw new DescribingException($"{page} asks for a table {key}, which nobody makes."),
    };
}
