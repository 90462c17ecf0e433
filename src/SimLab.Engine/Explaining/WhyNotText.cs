namespace SimLab.Engine.Explaining;

/// <summary>
/// The conditions that stop firms from earning a title, as text: the province, then by region and industry.
/// </summary>
public static class WhyNotText
{
    private const int Shown = 3;

    /// <summary>Writes the answer as a table of text.</summary>
    public static void Write(TextWriter to, WhyNot answer)
    {
        var total = answer.Total;
        to.WriteLine($"{answer.Title}, files of {answer.Month}, replicate {answer.Replicate} of the {answer.Arm}, \"{answer.ArmName}\"");
        to.WriteLine($"Judged by {answer.Law}, on the books at the end of the month; counts are of firms.");
        to.WriteLine();
        to.WriteLine($"{StoryText.Count(answer.Holders)} firms hold the title. {StoryText.Count(total.Firms)} firms do R&D and do not:");
        to.WriteLine(
            $"  {StoryText.Count(total.Meeting)} meet every condition; {StoryText.Count(answer.FiledAndMeeting)} of them filed this "
            + $"month.");
        to.WriteLine($"  {StoryText.Count(total.OneStepAway)} fail one condition only: one step away.");
        to.WriteLine(
            $"  {StoryText.Count(total.Firms - total.Meeting - total.OneStepAway)} fail more than one. Of all who fail, "
            + $"{StoryText.Count(answer.FiledThoughFailing)} filed all the same.");
        to.WriteLine();
        to.WriteLine($"  {"condition not met",-26}{"firms",9}{"share",9}{"alone",9}");
        foreach (var condition in total.Conditions)
        {
            var ways = condition.OrElse.Count == 0 ? "" : $"   nor: {string.Join(", ", condition.OrElse)}";
            to.WriteLine(
                $"  {condition.Condition,-26}{StoryText.Count(condition.Firms),9}{Share(condition.Firms, total.Firms),9}"
                + $"{StoryText.Count(condition.Alone),9}{ways}");
        }
        to.WriteLine();
        to.WriteLine("alone: nothing else stops them. nor: other ways the law leaves, none of which they have.");
        Places(to, "By region", answer.Regions);
        Places(to, "By industry", answer.Industries);
    }

    private static void Places(TextWriter to, string heading, IReadOnlyList<Stopped> places)
    {
        to.WriteLine();
        to.WriteLine($"{heading,-26}{"firms",8}{"meet all",10}{"one step",10}   stopped most often by; what the one step is");
        foreach (var place in places)
        {
            var most = string.Join(", ", place.Conditions.Take(Shown).Select(c => $"{c.Condition} {Share(c.Firms, place.Firms)}"));
            var step = string.Join(
                ", ", place.Conditions.Where(c => c.Alone > 0).OrderByDescending(c => c.Alone).Take(Shown)
                .Select(c => $"{c.Condition} {StoryText.Count(c.Alone)}"));
            to.WriteLine(
                $"{StoryText.Plain(place.Name),-26}{StoryText.Count(place.Firms),8}{StoryText.Count(place.Meeting),10}"
                + $"{StoryText.Count(place.OneStepAway),10}   {most}{(step.Length > 0 ? $"; {step}" : "")}");
        }
    }

    private static string Share(long part, long whole) => $"{(whole > 0 ? Math.Round(100.0 * part / whole) : 0):0} %";
}
