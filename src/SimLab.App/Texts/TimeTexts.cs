using SimLab.Engine.Experiments.Kinds;

namespace SimLab.App.Texts;

/// <summary>Formats a duration: 3 分钟, 2 hours.</summary>
internal static class TimeTexts
{
    public static string Of(Viewer viewer, TimeSpan time) => viewer.Say(SentenceTexts.Of(Laboratory.Shown(time)));
}
