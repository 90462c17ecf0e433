using SimLab.Model;

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
}
