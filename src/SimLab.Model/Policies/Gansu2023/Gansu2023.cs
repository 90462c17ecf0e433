namespace SimLab.Model.Policies;

/// <summary>The notice of Gansu of 14 March 2023 with its seventeen measures, one file each in this folder.</summary>
public static class Gansu2023
{
    /// <summary>The notice.</summary>
    public static PolicyDocument Document { get; } = new(
        "gansu-2023", "甘工信发〔2023〕75号", "甘肃省助力中小微企业稳增长调结构强能力若干措施",
        "Measures of Gansu to help small, medium-sized and micro firms grow steadily, restructure and become more capable",
        "甘肃省促进中小企业和民营经济发展工作领导小组办公室", new(2023, 3, 14), "scenarios/sources/policy-75-2023.zh.txt");
}
