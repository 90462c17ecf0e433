namespace SimLab.Model.Populations;

/// <summary>Reads tables by standing or band of size.</summary>
internal static class RecipeTables
{
    /// <summary>Value of the standing.</summary>
    public static double Of(this RecipeTable table, FirmKind kind) => table.Values[(int)kind];

    /// <summary>Value of the band.</summary>
    public static double Of(this RecipeTable table, SizeBand band) => table.Values[(int)band];
}
