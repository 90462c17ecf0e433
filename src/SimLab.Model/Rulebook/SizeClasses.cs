namespace SimLab.Model.Rulebook;

/// <summary>
/// Lower bounds of large, medium and small for one measure of size; all zero: the measure does not apply.
/// </summary>
public readonly record struct SizeBounds(long Large, long Medium, long Small)
{
    /// <summary>Size class by this measure alone.</summary>
    public SizeClass Of(double amount) =>
        amount >= Large ? SizeClass.Large
        : amount >= Medium ? SizeClass.Medium
        : amount >= Small ? SizeClass.Small
        : SizeClass.Micro;
}

/// <summary>
/// Statistical size classes (统计上大中小微型企业划分办法): large, medium and small require all bounds listed for the industry,
/// otherwise the firm drops a class; micro requires only one. So the class is the lowest that any listed measure gives.
/// </summary>
public static class SizeClasses
{
    /// <summary>Bounds of one industry: staff in persons, revenue and assets in 万元.</summary>
    public readonly record struct Row(SizeBounds Staff, SizeBounds Revenue, SizeBounds Assets);

    /// <summary>Bounds by industry.</summary>
    public static readonly Dated<Row[]> Table = new(
        new("size-class", "Statistical size classes", "统计上大中小微型企业划分办法"),
        new Step<Row[]>("2017-12", null, "国统字〔2017〕213号", "附表", SourceTag.Known, Rows(),
            "The row of software was confirmed. Procurement and tax credit refunds use the nearly identical 工信部联企业〔2011〕300号."));

    /// <summary>Size class of a firm from staff, revenue of the year and total assets, both in fen.</summary>
    public static SizeClass Of(Industry industry, double staff, long revenueFen, long assetsFen)
    {
        ref readonly var row = ref Current[(int)industry];
        var bySize = row.Staff.Of(staff);
        var byRevenue = row.Revenue.Of(revenueFen / (double)Fen.PerWan);
        var byAssets = row.Assets.Of(assetsFen / (double)Fen.PerWan);
        return Lower(bySize, Lower(byRevenue, byAssets));
    }

    /// <summary>Small or micro: 小微企业 in procurement and many reliefs.</summary>
    public static bool IsSmallOrMicro(this SizeClass size) => size <= SizeClass.Small;

    private static readonly Row[] Current = Table.At(Month.Of(2017, 12));

    private static SizeClass Lower(SizeClass a, SizeClass b) => a < b ? a : b;

    private static Row[] Rows()
    {
        var rows = new Row[Places.Industries];
        // 其他未列明行业: staff only.
        Array.Fill(rows, new Row(new(300, 100, 10), default, default));

        rows[(int)Industry.Agriculture] = new(default, new(20_000, 500, 50), default);
        // 工业: mining, manufacturing and utilities.
        rows[(int)Industry.Mining] = rows[(int)Industry.Manufacturing] = rows[(int)Industry.Utilities] =
            new(new(1000, 300, 20), new(40_000, 2_000, 300), default);
        rows[(int)Industry.Construction] = new(default, new(80_000, 6_000, 300), new(80_000, 5_000, 300));
        rows[(int)Industry.Wholesale] = new(new(200, 20, 5), new(40_000, 5_000, 1_000), default);
        rows[(int)Industry.Retail] = new(new(300, 50, 10), new(20_000, 500, 100), default);
        rows[(int)Industry.Transport] = new(new(1000, 300, 20), new(30_000, 3_000, 200), default);
        rows[(int)Industry.Storage] = new(new(200, 100, 20), new(30_000, 1_000, 100), default);
        rows[(int)Industry.Post] = new(new(1000, 300, 20), new(30_000, 2_000, 100), default);
        rows[(int)Industry.Accommodation] = rows[(int)Industry.Catering] = new(new(300, 100, 10), new(10_000, 2_000, 100), default);
        rows[(int)Industry.Telecommunication] = new(new(2000, 100, 10), new(100_000, 1_000, 100), default);
        rows[(int)Industry.Software] = new(new(300, 100, 10), new(10_000, 1_000, 50), default);
        rows[(int)Industry.RealEstateDevelopment] = new(default, new(200_000, 1_000, 100), new(10_000, 5_000, 2_000));
        rows[(int)Industry.PropertyManagement] = new(new(1000, 300, 100), new(5_000, 1_000, 500), default);
        rows[(int)Industry.LeasingAndBusiness] = new(new(300, 100, 10), default, new(120_000, 8_000, 100));
        return rows;
    }
}
