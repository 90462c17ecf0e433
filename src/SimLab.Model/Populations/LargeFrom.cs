using SimLab.Model.Rulebook;

namespace SimLab.Model.Populations;

/// <summary>
/// Bounds of a large firm, in staff and yuan; 0 where the rule sets no bound. Firms that represent many must stay
/// below.
/// </summary>
internal readonly record struct LargeFrom(int Staff, double Sales, double Assets)
{
    private const double YuanPerWan = 10_000;

    public static LargeFrom In(Industry industry, Month at)
    {
        var row = SizeClasses.Table.At(at)[(int)industry];
        return new((int)row.Staff.Large, row.Revenue.Large * YuanPerWan, row.Assets.Large * YuanPerWan);
    }
}
