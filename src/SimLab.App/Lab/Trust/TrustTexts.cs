using SimLab.App.Texts;
using SimLab.Model.Rulebook;

namespace SimLab.App.Lab.Trust;

/// <summary>Texts of the Trust page.</summary>
public static class TrustTexts
{
    public static readonly Phrase Page = new("依据", "Trust");
    public static readonly Phrase Heading = new("依据：凭什么相信这些数字", "Trust: what the figures rest on");
    public static readonly Phrase Assumptions = new("假设登记表", "Assumption register");
    public static readonly Phrase AssumptionsHint = new(
        "共 {0} 项既非法律也非政策的数字，每项都有来源与可信程度。",
        "{0} numbers that are neither law nor policy, each with its source and how far it can be trusted.");
    public static readonly Phrase Search = new("查找", "Search");
    public static readonly Phrase Part = new("部分", "Part");
    public static readonly Phrase Confidence = new("可信程度", "Confidence");
    public static readonly Phrase All = new("全部", "All");
    public static readonly Phrase Name = new("名称", "Name");
    public static readonly Phrase Value = new("取值", "Value");
    public static readonly Phrase InUse = new("校准后采用 {0}", "{0} in use, after calibration");
    public static readonly Phrase Range = new("范围", "Range");
    public static readonly Phrase Source = new("来源", "Source");
    public static readonly Phrase NothingFound = new("没有找到。", "Nothing found.");
    public static readonly Phrase Found = new("显示 {0} 项", "{0} shown");
    public static readonly Phrase Rules = new("法规库", "Rulebook");
    public static readonly Phrase RulesHint = new(
        "模型所用的 {0} 条规则及各自的生效时间、文件与核对情况。",
        "{0} rules of law the model uses, with dates in force, documents and how well each was checked.");
    public static readonly Phrase Rule = new("规则", "Rule");
    public static readonly Phrase InForce = new("有效期", "In force");
    public static readonly Phrase Document = new("文件", "Document");
    public static readonly Phrase Checked = new("核对", "Checked");
    public static readonly Phrase On = new("只看某月有效", "In force in");
    public static readonly Phrase Population = new("企业总体", "Population");
    public static readonly Phrase MonthOfYear = new("{0} 月", "month {0}");
    public static readonly Phrase PopulationOf = new("企业总体：{0}", "Population: {0}");
    public static readonly Phrase PopulationHint = new(
        "公布的总数与合成企业之和逐项对照：{0} 项中 {1} 项误差在 1% 或两户以内。",
        "Published totals beside what the synthetic firms come to: {1} of {0} within 1% or two firms.");
    public static readonly Phrase Total = new("总数", "Total");
    public static readonly Phrase Official = new("公布", "Published");
    public static readonly Phrase Synthetic = new("合成", "Synthetic");
    public static readonly Phrase Off = new("误差", "Off by");
    public static readonly Phrase Why = new("说明：{0}", "Why: {0}");
    public static readonly Phrase Making = new("正在生成企业总体…", "Making the population…");
    public static readonly Phrase Documents = new("文档", "Documents");
    public static readonly Phrase Odd = new("模型说明（ODD+D）", "Description of the model (ODD+D)");
    public static readonly Phrase Register = new("假设登记：每项驱动什么、影响多大", "Assumptions: what each drives and does");
    public static readonly Phrase Effects = new("各条措施的作用", "What each measure does");
    public static readonly Phrase Experiments = new("研究方法说明", "How experiments are made");
    public static readonly Phrase Validation = new("检验报告：回测与样本外预测", "Validation report: back-test and facts not fitted to");
    public static readonly Phrase NoValidation = new(
        "此处还没有检验报告；生成后会出现在这里。", "There is no validation report here yet; it shows up when it has been made.");
    public static readonly Phrase Api = new("接口说明（OpenAPI）", "Description of the API (OpenAPI)");
}
