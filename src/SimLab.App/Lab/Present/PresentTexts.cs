using SimLab.App.Texts;

namespace SimLab.App.Lab.Present;

/// <summary>Texts of the Present page around the player, which has its own texts.</summary>
public static class PresentTexts
{
    public static readonly Phrase Page = new("演示", "Present");
    public static readonly Phrase Heading = new("演示一次运行", "Show a run to a room");
    public static readonly Phrase Beside = new("并排", "Beside it");
    public static readonly Phrase Alone = new("（不并排）", "(nothing)");
    public static readonly Phrase Given = new("打开的录制", "the recording opened");
    public static readonly Phrase Firms = new("{0}：{1} 末的企业", "{0}: enterprises at the end of {1}");
    public static readonly Phrase FirmsHint = new(
        "企业逐户记录只在年末：这里是演示月份之前最近的一次，抽样编号0，{0}。点编号看它的一生。",
        "Firms are recorded one by one at year ends: this is the last one before the month shown, in world #0, {0}. A number leads to "
            + "the life of that firm.");
    public static readonly Phrase Branch = new("从 {0} 起换一种做法", "Leave the run in {0}");
    public static readonly Phrase BranchHint = new(
        "之前各月与“{0}”完全相同（同样的运气）；从这个月起按下面的改动继续，直到末月。分支是一次独立的运行，会记下它的来源。",
        "The months before stay those of “{0}”, with the same luck; from this month on what is changed here holds, to the last month. "
            + "The branch is a run of its own, with its parent on record.");
    public static readonly Phrase Measure = new("措施", "Measure");
    public static readonly Phrase IsOff = new("（未实施）", " (off)");
    public static readonly Phrase On = new("实施", "on");
    public static readonly Phrase Off = new("停止", "off");
    public static readonly Phrase From = new("{0}起", "from {0}");
    public static readonly Phrase GoOn = new("从 {0} 继续", "Go on from {0}");
    public static readonly Phrase Keep = new(
        "先把之前各月保存在运行目录中（约 {0} MB），以后从这里分支更快",
            "Keep the months before in the run’s folder first (about {0} MB), so that later branches from here are faster");
    public static readonly Phrase Running = new("正在模拟分支…", "Running the branch…");
    public static readonly Phrase Close = new("回到演示", "Back to the player");
}
