using SimLab.Engine;
using SimLab.Model;

namespace SimLab.App.Texts;

/// <summary>Facts of a firm that its history shows.</summary>
internal static class FactTexts
{
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
    public static Phrase Of(string fact) =>
        Enum.TryParse<Title>(fact.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var title) ? PlaceNames.Of(title)
        : new(Facts.GetValueOrDefault(Spelling.Snake(fact), Spelling.Snake(fact)), Spelling.Snake(fact).Replace('_', ' '));
}
