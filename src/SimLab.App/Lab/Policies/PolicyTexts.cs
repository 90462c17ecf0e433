using System.Globalization;
using SimLab.App.Texts;
using SimLab.Model.Policies;

namespace SimLab.App.Lab.Policies;

/// <summary>Texts of the pages of policy documents.</summary>
internal static class PolicyTexts
{
    public static readonly Phrase Page = new("政策", "Policies");
    public static readonly Phrase Heading = new("政策文件", "Policy documents");
    public static readonly Phrase NoSuch = new("没有编号为“{0}”的政策文件。", "There is no policy document {0}.");
    public static readonly Phrase Number = new("文号", "Number");
    public static readonly Phrase Issuer = new("发文机关", "Issued by");
    public static readonly Phrase Date = new("发文日期", "Date");
    public static readonly Phrase Text = new("原文", "Text");
    public static readonly Phrase FullText = new("全文", "Full text");
    public static readonly Phrase Measures = new("建模条款", "Clauses modelled");
    public static readonly Phrase Measure = new("措施", "Measure");
    public static readonly Phrase ActsOn = new("作用的表单", "Acts on");
    public static readonly Phrase NotModelled = new("未建模的内容", "Not modelled");
    public static readonly Phrase Levers = new("杠杆", "Levers");
    public static readonly Phrase Written = new("文件取值", "As written");
    public static readonly Phrase Range = new("范围", "Range");
    public static readonly Phrase Source = new("来源", "Source");

    /// <summary>The title of a document.</summary>
    public static Phrase Title(PolicyDocument document) => new(document.TitleZh, document.TitleEn);

    /// <summary>What of a clause is not modelled.</summary>
    public static Phrase Missing(Clause clause) => new(clause.NotModelledZh, clause.NotModelled);

    /// <summary>Day of issue; empty: it was not issued.</summary>
    public static string DateOf(PolicyDocument document) =>
        document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
