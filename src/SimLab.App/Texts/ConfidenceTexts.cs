using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.App.Texts;

/// <summary>How far a number can be trusted, in both languages.</summary>
public static class ConfidenceTexts
{
    /// <summary>The name of a confidence level.</summary>
    public static Phrase Of(Confidence confidence) => confidence switch
    {
        Confidence.Published => new("已公布", "published"),
        Confidence.Derived => new("推算", "derived"),
        Confidence.Fitted => new("拟合", "fitted"),
        _ => new("假设", "assumed"),
    };

    /// <summary>How far a version of a rule was checked.</summary>
    public static Phrase Of(SourceTag tag) => tag switch
    {
        SourceTag.Verified => new("已核对原文", "VERIFIED"),
        SourceTag.Verified2 => new("已核对转载文本", "VERIFIED-2"),
        SourceTag.Known => new("通行文本，未核对", "KNOWN"),
        SourceTag.Unsure => new("存疑", "UNSURE"),
        _ => new("由已核对数字推算", "DERIVED"),
    };
}
