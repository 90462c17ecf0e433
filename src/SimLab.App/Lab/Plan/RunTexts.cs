using SimLab.App.Texts;

namespace SimLab.App.Lab.Plan;

/// <summary>Texts of the full-run panel.</summary>
public static class RunTexts
{
    public static readonly Phrase Title = new("全量运行", "Full run");
    public static readonly Phrase Start = new("全量运行此方案", "Run in full");
    public static readonly Phrase Hint = new(
        "逐户模拟全部企业，约一分钟；结果会替换预览", "every firm is simulated, about a minute; the answer replaces the preview");
    public static readonly Phrase Queued = new("排队中…", "waiting for its turn…");
    public static readonly Phrase NoSilo = new(
        "集群中暂无计算节点在运行它；有节点时会自动继续。", "No silo of the cluster drives it at the moment; it goes on when one is there.");
    public static readonly Phrase MonthOf = new("第 {0} / {1} 个月", "month {0} of {1}");
    public static readonly Phrase Cancel = new("取消", "Cancel");
    public static readonly Phrase Cancelled = new("运行已取消，没有留下任何数据。", "The run was cancelled; nothing was kept.");
    public static readonly Phrase Failed = new("运行没有成功：{0}", "The run failed: {0}");
    public static readonly Phrase TooMany = new(
        "您已有 {0} 个未完成的运行，请等待或取消其中一个。", "{0} of your runs are unfinished; wait for one of them, or cancel it.");
    public static readonly Phrase Done = new(
        "全量结果：{1} 户模拟企业，{0} 次模拟。内容地址", "Full result: {1} simulated enterprises, {0} draws. Content address");
    public static readonly Phrase Full = new("全量", "Full");
    public static readonly Phrase Distance = new("预览与全量之差", "Preview less full");
    public static readonly Phrase DistanceTitle = new(
        "预览与全量相差多少：{1} 个数中有 {0} 个落在全量 90% 区间内",
        "How far off the preview was: {0} of {1} figures lie inside the full run's 90% interval");
    public static readonly Phrase Inside = new("区间内", "inside");
    public static readonly Phrase Outside = new("区间外", "outside");
    public static readonly Phrase Address = new("内容地址", "Content address");
}
