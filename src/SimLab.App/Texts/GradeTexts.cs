using SimLab.Engine.Calibration.Trials;
using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;

namespace SimLab.App.Texts;

/// <summary>Grades of levers in both languages, from the results of trials that came with the program.</summary>
public static class GradeTexts
{
    private const string Results = "effects.results.csv";
    private static readonly LeverGrades Grades = new(BenchmarkResults.Parse(TextTable.Text(Results), Results));

    /// <summary>Grade of a lever; null: a cap on the budget, whose effect is that of what it caps.</summary>
    /// <param name="measure">Name of the measure.</param>
    /// <param name="lever">One of its levers.</param>
    public static GradedLever? Find(string measure, Parameter lever) =>
        lever.Number is LeverAttribute number && lever.Property.DeclaringType != typeof(Measure)
            ? Grades.Of($"{measure}.{lever.Name}", number) : null;

    /// <summary>The grade and the publications of its effect, for a table; empty: a cap on the budget.</summary>
    public static string InTable(string measure, Parameter lever) => Find(measure, lever) switch
    {
        null => "",
        { Published: { } published } graded => $"{graded.Grade}: {published}",
        var graded => $"{graded.Grade}",
    };

    /// <summary>The grade and what it follows from, in a sentence.</summary>
    public static Phrase Of(GradedLever graded) => graded switch
    {
        { Grade: LeverGrade.A } =>
            new($"效应A级：模型内试验与已发表结果（{graded.Published}）相符", $"Effect A: trials in the model agree with {graded.Published}"),
        { Grade: LeverGrade.B, IsTried: true } =>
            new($"效应B级：已有发表结果（{graded.Published}），模型内试验与之不符",
                $"Effect B: published by {graded.Published}; a trial in the model disagrees"),
        { Grade: LeverGrade.B } =>
            new($"效应B级：已有发表结果（{graded.Published}），模型内未作试验", $"Effect B: published by {graded.Published}; not tried in the model"),
        _ => new("效应C级：假设", "Effect C: assumed"),
    };
}
