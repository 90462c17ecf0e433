using SimLab.App.Texts;

namespace SimLab.App.Lab.Plan;

/// <summary>Texts of the comparison of scenarios.</summary>
public static class CompareTexts
{
    public static readonly Phrase Title = new("方案比较", "Compare scenarios");
    public static readonly Phrase Hint = new("最多 {0} 个，中位数与达标概率", "up to {0}; median, and probability of being met");
    public static readonly Phrase Remove = new("移出比较", "Remove");
}
