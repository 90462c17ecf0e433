namespace SimLab.Model.Recognition;

/// <summary>
/// Award dates of titles. Offices take applications once a year (<see cref="TitleDefinition.ApplicationMonth"/>): 专精特新 in
/// March (the 2023 list's notice period ended 21 April), 小巨人 in May, 高新技术企业 in August (the yearly batches taken as
/// one), 创新型 in September, 科技型 in March. The batches are known; their months are assumed.
/// </summary>
public static class RecognitionCalendar
{
    /// <summary>Longest time from application to award, months.</summary>
    public static readonly int LongestWait = TitleCatalog.All.Max(title => title.MonthsToAward);
}
