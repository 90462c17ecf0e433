using System.Collections.Immutable;
using SimLab.Engine.Recording;
using SimLab.Model.Messages;

namespace SimLab.App.Export.Tables;

/// <summary>A column of series.parquet in the planners' workbook.</summary>
/// <param name="Indicator">The indicator it holds.</param>
/// <param name="Name">English heading.</param>
/// <param name="NameZh">Chinese heading.</param>
internal sealed record WorkbookColumn(Indicator Indicator, string Name, string NameZh)
{
    /// <summary>All columns, in display order.</summary>
    public static ImmutableArray<WorkbookColumn> All { get; } =
    [
        new(Indicator.Firms, "Firms", "企业数"),
        new(Indicator.Staff, "Jobs", "就业人数"),
        new(Indicator.HighTech, "High-tech enterprises", "高新技术企业"),
        new(Indicator.Innovative, "Innovative SMEs", "创新型中小企业"),
        new(Indicator.Specialised, "Specialised SMEs of the province", "省级专精特新中小企业"),
        new(Indicator.LittleGiant, "Little giants", "专精特新“小巨人”"),
        new(Indicator.AboveScale, "Firms above scale", "规上企业"),
        new(Indicator.SmeLoansOwed, "SME loans", "中小企业贷款余额"),
        new(Indicator.InclusiveLoansOwed, "Inclusive small-firm loans", "普惠小微贷款余额"),
        new(Indicator.LoansOwed, "All loans", "企业贷款余额"),
        new(Indicator.PublicArrears, "Overdue from public bodies", "机关事业单位拖欠账款"),
        new(Indicator.LargeArrears, "Overdue from large firms", "大型企业拖欠账款"),
        new(Indicator.NewHighTech, "New high-tech enterprises", "新认定高新技术企业"),
        new(Indicator.NewSpecialised, "New specialised SMEs", "新认定专精特新企业"),
        new(Indicator.NewLittleGiant, "New little giants", "新认定“小巨人”"),
        new(Indicator.NewAboveScale, "Newly above scale", "新增规上企业"),
        new(Indicator.Founded, "Firms founded", "新设企业"),
        new(Indicator.Left, "Firms closed", "退出企业"),
        new(Indicator.Insolvent, "Insolvencies", "破产企业"),
        new(Indicator.FirstLoanFirms, "Firms with a first loan", "首贷户"),
        new(Indicator.LoanRefusals, "Loan applications refused", "被拒贷款申请"),
        new(Indicator.SmeLoansGranted, "SME loans granted", "中小企业贷款发放额"),
        new(Indicator.Sales, "Sales", "营业收入"),
        new(Indicator.Investment, "Equipment investment", "设备投资"),
        new(Indicator.RndReported, "R&D spending, as reported", "研发费用"),
    ];

    /// <summary>Name of the column in series.parquet.</summary>
    public string Column => Names.ColumnOf(Indicator);

    /// <summary>Whether its unit is fen.</summary>
    public bool IsMoney => Indicators.IsMoney(Indicator);

    /// <summary>Whether it is a flow of the month, not a stock.</summary>
    public bool IsFlow => Indicators.IsFlow(Indicator);
}
