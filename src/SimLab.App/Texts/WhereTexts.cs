
namespace SimLab.App.Texts;

/// <summary>Texts of the Where page.</summary>
public static class WhereTexts
{
    public static readonly Phrase Page = new("分布", "Where");
    public static readonly Phrase Heading = new("分布：哪里、哪些企业", "Where: which places, which firms");
    public static readonly Phrase NoRuns = new("还没有完成的全量运行。", "There is no finished full run yet.");
    public static readonly Phrase NoRunsHint = new(
        "在“规划”页点击“全量运行此方案”，完成后即可在这里按市州、行业和企业查看。",
        "Start one on the Plan page with “Run in full”; when it is done, its places, industries and firms are here.");
    public static readonly Phrase ToPlan = new("前往规划页", "Go to Plan");
    public static readonly Phrase Run = new("运行", "Run");
    public static readonly Phrase Indicator = new("指标", "Indicator");
    public static readonly Phrase Month = new("截至", "Up to");
    public static readonly Phrase Show = new("显示", "Show");
    public static readonly Phrase Policy = new("政策方案", "Policy");
    public static readonly Phrase Baseline = new("基准", "Baseline");
    public static readonly Phrase Difference = new("二者之差", "Difference");
    public static readonly Phrase Working = new("正在读取…", "Reading…");
    public static readonly Phrase Replaying = new(
        "正在重新模拟这段历史，可能需要一分钟…", "Living this run again to see it; this may take a minute…");
    public static readonly Phrase YearToDate = new("当年累计，{0} 次模拟的平均", "this year up to the month; mean of {0} draws");
    public static readonly Phrase MonthEnd = new("月末数，{0} 次模拟的平均", "at the end of the month; mean of {0} draws");
    public static readonly Phrase Map = new("各地区", "Regions");
    public static readonly Phrase MapHint = new(
        "颜色越深数值越大；点击一格，下面只看该地。",
        "The deeper the colour, the larger the value; click a tile to look at that place alone.");
    public static readonly Phrase Whole = new("全省", "Whole province");
    public static readonly Phrase Place = new("地区", "Place");
    public static readonly Phrase Industry = new("行业", "Industry");
    public static readonly Phrase Size = new("规模", "Size");
    public static readonly Phrase Title = new("资质", "Title");
    public static readonly Phrase All = new("全部", "All");
    public static readonly Phrase ByIndustry = new("按行业", "By industry");
    public static readonly Phrase BySize = new("按规模", "By size");
    public static readonly Phrase ByTitle = new("按资质", "By title");
    public static readonly Phrase FirmsHint = new(
        "{0} 末，第一次模拟，户数按代表户数计", "at the end of {0}, first draw, by the number of firms each stands for");
    public static readonly Phrase Firms = new("企业数", "Firms");
    public static readonly Phrase Staff = new("从业人数", "Staff");
    public static readonly Phrase Sales = new("当年营业收入", "Sales of the year");
    public static readonly Phrase Rnd = new("当年研发费用", "R&D of the year");
    public static readonly Phrase Loan = new("贷款余额", "Loans");
    public static readonly Phrase Csv = new("下载 CSV", "Download CSV");
    public static readonly Phrase List = new("企业名单", "Enterprises");
    public static readonly Phrase Number = new("编号", "Number");
    public static readonly Phrase Find = new("编号或自有编码", "Number or own id");
    public static readonly Phrase StandsFor = new("代表户数", "Stands for");
    public static readonly Phrase None = new("没有符合条件的企业。", "No enterprise fits.");
    public static readonly Phrase PageOf = new("第 {0} / {1} 页，共 {2} 户模拟企业", "page {0} of {1}, {2} simulated enterprises");
    public static readonly Phrase Earlier = new("上一页", "Previous");
    public static readonly Phrase Later = new("下一页", "Next");
    public static readonly Phrase SyntheticHint = new(
        "除用户自带企业外，名单中都是按公开总数合成的企业，不是真实企业。",
        "Apart from firms that users bring, these are synthetic enterprises made from published totals, not real ones.");
    public static readonly Phrase Failed = new("无法读取：{0}", "This cannot be read: {0}");
    public static readonly Phrase WhyNot = new("为什么拿不到资质", "Why firms miss a title");
    public static readonly Phrase WhyNotAsk = new(
        "选择一种资质，看哪些条件拦住了有研发活动的企业。", "Choose a title to see which conditions stop firms that do R&D.");
    public static readonly Phrase WhyNotSummary = new(
        "{0} 申报：有研发而无资质 {1} 户，其中全部达标 {2} 户，只差一项 {3} 户。全省已有资质 {4} 户。依据：{5}",
        "Files of {0}: {1} firms do R&D and do not hold the title; {2} of them meet every condition, {3} fail one only. In the whole "
            + "province {4} hold it. By {5}");
    public static readonly Phrase Condition = new("未满足的条件", "Condition not met");
    public static readonly Phrase Stopped = new("企业数", "Firms");
    public static readonly Phrase Share = new("占比", "Share");
    public static readonly Phrase Alone = new("只差此项", "Nothing else stops");
    public static readonly Phrase Life = new("企业 {0} 的经历", "The life of enterprise {0}");
    public static readonly Phrase Back = new("返回名单", "Back to the list");
    public static readonly Phrase Same = new(
        "政策没有改变这户企业：两种方案下它的经历完全相同。", "The policy changed nothing for this firm: it fares the same in both arms.");
    public static readonly Phrase Parts = new(
        "同一企业、同样的运气：从 {0} 起，政策方案与基准开始不同；期末差别如下。",
        "Same firm, same luck: policy and baseline first differ at the end of {0}; at the end of the run they differ in:");
    public static readonly Phrase Fact = new("项目", "Fact");
    public static readonly Phrase When = new("时间", "When");
    public static readonly Phrase What = new("发生了什么", "What happened");
    public static readonly Phrase AtYearEnds = new("年末状况", "At year ends");
    public static readonly Phrase MonthByMonth = new("逐月经历", "Month by month");
    public static readonly Phrase OnlyPolicy = new("只看政策改变的（{0} 项）", "Only what policy changed ({0})");
    public static readonly Phrase Cash = new("货币资金", "Cash");
    public static readonly Phrase NetAssets = new("净资产", "Net assets");
    public static readonly Phrase Patents = new("发明专利", "Patents");
    public static readonly Phrase NeverFounded = new("这里还没有企业经营过。", "No firm has been in business here.");
}
