using System.Globalization;
using SimLab.Engine;
using SimLab.Engine.Explaining;
using SimLab.Engine.RuleQueries;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.App.Texts;

/// <summary>Events of a firm in the viewer's language. The history itself is in English.</summary>
internal static class EventTexts
{
    private static readonly Dictionary<string, string> Chinese = new()
    {
        ["loan_granted"] = "银行发放贷款",
        ["support_paid"] = "收到政策资金",
        ["chain_order_won"] = "获得链上客户订单",
        ["chain_order_placed"] = "向链上供应商下单",
        ["chain_paid"] = "收到链上客户货款",
        ["chain_claim_lost"] = "链上客户注销，货款损失",
        ["hired"] = "引进研发人员",
        ["founded"] = "企业设立",
        ["left"] = "自愿退出",
        ["insolvent"] = "破产",
        ["title_earned"] = "获得资质",
        ["title_lost"] = "资质到期未续",
        ["title_refused"] = "资质申报未通过",
        ["joined_above_scale"] = "升规入统",
        ["left_above_scale"] = "退出规上",
        ["loan_refused"] = "贷款被拒",
        ["bid_won"] = "政府采购中标",
        ["support_refused"] = "当年预算用完，未获支持",
        ["equity_raised"] = "股权融资到账",
        ["measure"] = "政策措施生效",
        ["title_filed"] = "申报资质",
        ["loan_asked"] = "申请贷款",
        ["bid"] = "参加投标",
        ["equity_sought"] = "寻求股权投资",
        ["researchers_sought"] = "招聘研发人员",
        ["support_claimed"] = "申领政策支持",
    };

    private static readonly Dictionary<string, string> Facts = new()
    {
        ["sales"] = "当年营业收入",
        ["rnd"] = "当年研发费用",
        ["cash"] = "货币资金",
        ["loan"] = "贷款余额",
        ["loan_rate"] = "贷款利率",
        ["owed"] = "应收账款",
        ["staff"] = "从业人数",
        ["rnd_staff"] = "研发人员",
        ["net_assets"] = "净资产",
        ["fixed_assets"] = "固定资产",
        ["awareness"] = "政策知晓度",
        ["digital_level"] = "数字化水平",
        ["quality_level"] = "质量水平",
        ["invention_patents"] = "发明专利",
        ["above_scale"] = "规上",
        ["monthly_demand"] = "每月市场需求",
        ["owed_by_public_bodies"] = "公共部门应付",
        ["overdue_from_public_bodies"] = "公共部门拖欠",
        ["owed_by_customer"] = "链上客户应付",
        ["overdue_from_customer"] = "链上客户拖欠",
        ["owes_suppliers"] = "应付账款",
        ["in_business"] = "存续",
        ["capability"] = "能力",
    };

    /// <summary>The name of a state variable or title.</summary>
    public static Phrase Fact(string fact) =>
        Enum.TryParse<Title>(fact.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var title) ? PlaceNames.Of(title)
        : new(Facts.GetValueOrDefault(Spelling.Snake(fact), Spelling.Snake(fact)), Spelling.Snake(fact).Replace('_', ' '));

    public static Phrase Title(string id) => Fact(id);

    /// <summary>An entry of the history as a sentence.</summary>
    public static string Of(Viewer viewer, StoryEntry entry)
    {
        if (viewer.Language == Language.En || !Chinese.TryGetValue(entry.What, out var what)) return entry.Text;
        var text = what;
        if (entry.Title is { } title) text += $":{viewer.Say(Title(title))}";
        if (entry.Of is { } measure) text += $"({measure}{Heading(measure)})";
        if (entry.Before is { } before
            && entry.After is { } after) text += $":{entry.Form} {entry.Field} {Number(before)} → {Number(after)}";
        if (entry.Amount is { } amount) text += entry.What is "hired" or "researchers_sought" ? $" {Number(amount)} 人"
            : $" {viewer.Money(amount)}";
        if (entry.Rate is { } rate) text += $"，年利率 {Number(100 * rate)}%";
        return text;
    }

    private static string Heading(MeasureId measure) =>
        MeasureCatalog.Default.Measures.FirstOrDefault(known => known.Id == measure) is { } found ? $" {found.Clause.Heading}" : "";

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 1000 ? "#,0" : "0.####", CultureInfo.InvariantCulture);
}
