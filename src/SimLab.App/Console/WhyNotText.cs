using SimLab.App.Texts;
using SimLab.Engine.Explaining;
using SimLab.Model;
using SimLab.Model.Economy;

namespace SimLab.App.Console;

/// <summary>
/// The conditions that stop firms from earning a title, as text: the province, then by region and industry.
/// </summary>
internal static class WhyNotText
{
    private const int Shown = 3;

    /// <summary>Writes the answer as a table of text.</summary>
    public static void Write(Screen to, WhyNot answer)
    {
        var total = answer.Total;
        to.Write($"{FirmStoryText.Title(answer.Title)}, files of {answer.Month}, replicate {answer.Replicate} of the "
            + $"{FirmStoryText.Arm(answer.Arm)}, \"{Term.Name(answer.ArmName, answer.ArmNameZh)}\"");
        to.Write($"Judged by {answer.Law}, on the books at the end of the month; counts are of firms.");
        to.Write($"");
        to.Write($"{answer.Holders:#,0} firms hold the title. {total.Firms:#,0} firms do R&D and do not:");
        to.Indent($"{total.Meeting:#,0} meet every condition; {answer.FiledAndMeeting:#,0} of them filed this month.");
        to.Indent($"{total.OneStepAway:#,0} fail one condition only: one step away.");
        to.Indent($"{total.Firms - total.Meeting - total.OneStepAway:#,0} fail more than one. Of all who fail, "
            + $"{answer.FiledThoughFailing:#,0} filed all the same.");
        to.Write($"");
        to.Write($"  {Sentence.Of($"condition not met"),-26}{Sentence.Of($"firms"),9}{Sentence.Of($"share"),9}{Sentence.Of($"alone"),9}");
        foreach (var condition in total.Conditions)
        {
            var ways = condition.OrElse.Count == 0 ? null : Sentence.Of($"nor: {condition.OrElse.Select(Term.Condition)}");
            to.Write($"  {Term.Condition(condition.Condition),-26}{condition.Firms,9:#,0}{Share(condition.Firms, total.Firms),9}"
                + $"{condition.Alone,9:#,0}{(ways is null ? null : Sentence.Of($"   {ways}"))}");
        }
        to.Write($"");
        to.Write($"alone: nothing else stops them. nor: other ways the law leaves, none of which they have.");
        Places(to, $"By region", answer.Regions, place => place.NameZh!);
        Places(to, $"By industry", answer.Industries, place => PlaceNames.Of(Enum.Parse<Industry>(place.Name)).Zh);
    }

    private static void Places(Screen to, Sentence heading, IReadOnlyList<Stopped> places, Func<Stopped, string> chinese)
    {
        to.Write($"");
        to.Write($"{heading,-26}{Sentence.Of($"firms"),8}{Sentence.Of($"meet all"),10}{Sentence.Of($"one step"),10}   "
            + $"{Sentence.Of($"stopped most often by; what the one step is")}");
        foreach (var place in places)
        {
            var most = WordList.Listed(place.Conditions.Take(Shown)
                .Select(c => Sentence.Of($"{Term.Condition(c.Condition)} {Share(c.Firms, place.Firms)}")));
            var step = WordList.Listed(place.Conditions.Where(c => c.Alone > 0).OrderByDescending(c => c.Alone).Take(Shown)
                .Select(c => Sentence.Of($"{Term.Condition(c.Condition)} {c.Alone:#,0}")));
            to.Write($"{Term.Name(StoryText.Plain(place.Name), chinese(place)),-26}{place.Firms,8:#,0}{place.Meeting,10:#,0}"
                + $"{place.OneStepAway,10:#,0}   {(step.Items.IsEmpty ? Sentence.Of($"{most}") : $"{most}; {step}")}");
        }
    }

    private static Sentence Share(long part, long whole) => $"{(whole > 0 ? Math.Round(100.0 * part / whole) : 0):0} %";
}
