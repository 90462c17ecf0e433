using System.Collections.Immutable;

namespace SimLab.Engine.Reporting;

/// <summary>Names of an indicator, and whether it counts a calendar year or is a stock at a month's end.</summary>
public sealed record IndicatorTexts(string Id, string Name, string NameZh, bool CountsAYear)
{
    /// <summary>The indicators that have texts.</summary>
    public static ImmutableArray<IndicatorTexts> All { get; } =
    [
        new("high_tech_enterprises", "High-tech enterprises", "高新技术企业", CountsAYear: false),
        new("new_specialised_smes", "New provincial specialised SMEs", "新认定省级专精特新企业", CountsAYear: true),
        new("new_above_scale", "Newly above-scale firms", "新增规上企业", CountsAYear: true),
        new("new_sme_loans", "New SME loans", "新增中小企业贷款", CountsAYear: true),
        new("inclusive_loan_growth", "Growth of inclusive loans", "普惠小微贷款增速", CountsAYear: true),
        new("all_loan_growth", "Growth of all loans", "各项贷款增速", CountsAYear: true),
        new("first_loan_firms", "Firms with a first loan", "首贷户", CountsAYear: true),
        new("credit_volume", "New credit", "信贷投放总量", CountsAYear: true),
        new("cloud_share_of_specialised", "Specialised firms on the cloud", "专精特新企业上云比例", CountsAYear: false),
        new("jobs", "Jobs", "就业人数", CountsAYear: false),
        new("firms", "Firms", "企业数", CountsAYear: false),
        new("sales", "Sales", "营业收入", CountsAYear: true),
        new("investment", "Equipment investment", "设备投资", CountsAYear: true),
        new("rnd_spending", "R&D spending, as reported", "研发费用", CountsAYear: true),
        new("public_orders", "Public orders won", "政府采购中标额", CountsAYear: true),
        new("arrears", "Overdue invoices", "拖欠账款", CountsAYear: false),
        new("arrears_over_a_year", "Invoices overdue for more than a year", "逾期一年以上账款", CountsAYear: false),
        new("second_tier_arrears", "Overdue from first to second-tier suppliers", "一级供应商拖欠二级供应商账款", CountsAYear: false),
        new("insolvencies", "Insolvencies", "破产企业", CountsAYear: true),
    ];

    /// <summary>The texts of an indicator; throws <see cref="InvalidOperationException"/> if unknown.</summary>
    public static IndicatorTexts Of(string id) =>
        All.FirstOrDefault(words => words.Id == id)
            ?? throw new InvalidOperationException($"Bug in SimLab: indicator {id} has no display name.");
}
