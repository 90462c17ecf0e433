using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Distribution;
using SimLab.Engine.Reporting;
using SimLab.Model;

namespace SimLab.App.Texts;

/// <summary>
/// Who got the public money, who won and who lost, in plain words and as the columns of a table: the same on the command line, in the
/// report, in the lab and in the workbook.
/// </summary>
internal static class IncidenceTexts
{
    private const int Named = 3;                           // industries and prefectures that a sentence names

    public static readonly Phrase Heading = new("资金给了谁，谁受益，谁受损", "Who got the money, who won, who lost");
    public static readonly Phrase Measures = new("各条措施的资金", "The money by measure");
    public static readonly Phrase GroupBy = new("分组方式", "Group by");
    public static readonly Phrase Measure = new("措施", "Measure");
    public static readonly Phrase OnlyInFull = new(
        "即时预览不逐户记录；完整运行后，这里列出资金给了谁、谁受益、谁受损。",
        "A preview does not follow single firms. After a full run, this says who got the money, who won and who lost.");

    private static readonly Phrase Basis = new(
        "依据前 {0} 次模拟逐户记录，同一企业在相同随机条件下对比有无政策；分组按模拟开始前的状况。",
        "Firm by firm in the first {0} replicates: each beside itself without the policy, with the same luck; groups as before the first "
            + "month.");
    private static readonly Phrase BasisAlone = new(
        "依据前 {0} 次模拟逐户记录；分组按模拟开始前的状况。", "Firm by firm in the first {0} replicates; groups as before the first month.");
    private static readonly Phrase Spent = new(
        "公共资金 {0}，其中 {1}（{2}）以补助或减免税费的形式给了企业。",
        "Public money: {0}, of which {1} ({2}) reached firms as money or as relief of taxes and fees.");
    private static readonly Phrase Rest = new(
        "其余用于消费券、展位、政府采购价差和服务机构等。",
        "The rest paid consumers' vouchers, stands, prices of public orders and bodies that serve firms.");
    private static readonly Phrase BySize = new(
        "按规模：{0}。国有企业得 {1}，原有称号的企业得 {2}。", "By size: {0}. State-owned firms got {1}, firms that had a title {2}.");
    private static readonly Phrase MostTo = new("得到最多的行业：{0}；地区：{1}。", "Most went to the industries {0}, and to the prefectures {1}.");
    private static readonly Phrase Sales = new(
        "{0} 年销售额：{1} 户增加 1% 以上，{2} 户减少 1% 以上；共增 {3}，共减 {4}：新增部分有 {5} 由其他企业失去。",
        "Sales of {0}: {1} firms gain more than 1%, {2} lose more than 1%; {3} won, {4} lost: {5} of what is won others lose.");
    private static readonly Phrase Jobs = new(
        "期末就业：{0} 户增加，{1} 户减少；共增 {2}，共减 {3}。", "Jobs at the end: {0} firms gain, {1} lose; {2} won, {3} lost.");
    private static readonly Phrase BestAndWorst = new(
        "销售额变化：按规模，{0}；行业中增加最多的是{1}，最少的是{2}。",
        "Change of sales: by size {0}; among industries the best is {1}, the worst {2}.");
    private static readonly Phrase Invested = new(
        "每元公共资金带来企业设备和研发投入 {0} 元；扣除付给企业的全部补助后为 {1} 元（全部 {2} 次模拟的平均）。",
        "Each public yuan comes with {0} yuan of equipment and R&D, or {1} yuan when all support paid to firms is taken off (mean of all "
            + "{2} replicates).");
    private static readonly Phrase Nothing = new(
        "给企业的资金有 {0} 流向没有变化的企业：称号相同，销售额、就业、贷款、固定资产和知识存量相差不到 1%。",
        "{0} of the firms' money went to firms in which nothing changed: same titles; sales, jobs, loans, fixed assets and knowledge "
            + "within 1%.");

    /// <summary>A column of a table by group.</summary>
    /// <param name="Name">Its heading.</param>
    /// <param name="Unit">yuan, firms, people or share.</param>
    /// <param name="IsDifference">Whether it holds differences.</param>
    /// <param name="Of">Value of a group; null: none.</param>
    public sealed record Column(Phrase Name, string Unit, bool IsDifference, Func<Incidence, GroupIncidence, double?> Of);

    /// <summary>Columns of the tables by group.</summary>
    public static ImmutableArray<Column> Columns { get; } =
    [
        new(new("企业", "Firms"), "firms", false, (_, group) => group.Firms),
        new(new("获得资金", "Money received"), "yuan", false, (_, group) => group.Money),
        new(new("占比", "Share"), "share", false, (all, group) => all.ToFirms == 0 ? null : group.Money / all.ToFirms),
        new(new("销售额变化", "Change of sales"), "yuan", true, (_, group) => group.Sales?.Difference),
        new(new("销售额增加的企业", "Firms that gain sales"), "firms", false, (_, group) => group.Sales?.Winners),
        new(new("销售额减少的企业", "Firms that lose sales"), "firms", false, (_, group) => group.Sales?.Losers),
        new(new("就业变化", "Change of jobs"), "people", true, (_, group) => group.Jobs?.Difference),
        new(new("就业增加的企业", "Firms that gain jobs"), "firms", false, (_, group) => group.Jobs?.Winners),
        new(new("就业减少的企业", "Firms that lose jobs"), "firms", false, (_, group) => group.Jobs?.Losers),
        new(new("贷款变化", "Change of loans"), "yuan", true, (_, group) => group.Loans?.Difference),
    ];

    /// <summary>A column of the table by measure.</summary>
    /// <param name="Name">Its heading.</param>
    /// <param name="Unit">yuan, firms or share.</param>
    /// <param name="Of">Value of a measure; null: none.</param>
    public sealed record MeasureColumn(Phrase Name, string Unit, Func<MeasureIncidence, double?> Of);

    /// <summary>Columns of the table by measure.</summary>
    public static ImmutableArray<MeasureColumn> MeasureColumns { get; } =
    [
        new(new("给企业", "To firms"), "yuan", measure => measure.ToFirms),
        new(new("其他去向", "Elsewhere"), "yuan", measure => measure.Elsewhere),
        new(new("得到资金的企业", "Firms that received"), "firms", measure => measure.Firms),
        new(new("流向无变化企业的比例", "Share to firms in which nothing changed"), "share",
            measure => measure is { Unchanged: { } unchanged, Extra: > 0 } ? unchanged / measure.Extra : null),
    ];

    /// <summary>Name of a grouping.</summary>
    public static Phrase Of(FirmGrouping by) => by switch
    {
        FirmGrouping.Size => new("规模", "Size"),
        FirmGrouping.Industry => new("行业", "Industry"),
        FirmGrouping.Region => new("地区", "Prefecture"),
        FirmGrouping.Title => new("原有称号（有多个的取最少见者）", "Title held (of several, the rarest)"),
        FirmGrouping.Ownership => new("所有制", "Ownership"),
        _ => new("全部企业", "All firms"),
    };

    /// <summary>Name of a group.</summary>
    /// <param name="by">Its grouping.</param>
    /// <param name="group">Its identifier.</param>
    /// <param name="chinese">The Chinese name of a prefecture.</param>
    public static Phrase Of(FirmGrouping by, string group, string? chinese) => (by, group) switch
    {
        (FirmGrouping.All, _) => Of(FirmGrouping.All),
        (_, FirmGroups.FoundedLater) => new("模拟期内新设", "Founded during the run"),
        (FirmGrouping.Size, _) => PlaceNames.Of(Enum.Parse<SizeClass>(group)),
        (FirmGrouping.Industry, _) => PlaceNames.Of(Enum.Parse<Industry>(group)),
        (FirmGrouping.Title, FirmGroups.NoTitle) => new("无称号", "No title"),
        (FirmGrouping.Title, _) => PlaceNames.Of(Enum.Parse<Title>(group)),
        (FirmGrouping.Ownership, FirmGroups.StateOwned) => new("国有", "State-owned"),
        (FirmGrouping.Ownership, _) => new("其他", "Other"),
        _ => new(chinese ?? group, ParameterTexts.Spaced(group, keepCapitals: true)),
    };

    /// <summary>Name of a group.</summary>
    public static Phrase Of(GroupIncidence group) => Of(group.By, group.Group, group.GroupZh);

    /// <summary>The result in plain sentences; none where no measure cost anything and nothing is compared.</summary>
    /// <param name="viewer">Language and unit of money.</param>
    /// <param name="incidence">The result.</param>
    /// <param name="leverage">What firms added of their own; null: nothing is compared.</param>
    public static IEnumerable<string> Lines(Viewer viewer, Incidence incidence, Leverage? leverage)
    {
        var all = incidence.All;
        if (incidence.Measures.IsEmpty && all.Sales is null) yield break;
        yield return viewer.Say(all.Sales is null ? BasisAlone : Basis, incidence.Replicates);
        if (incidence.ToFirms > 0) foreach (var line in Money(viewer, incidence)) yield return line;
        if (all is { Sales: { } sales, Jobs: { } jobs })
        {
            yield return viewer.Say(
                Sales, incidence.Year.ToString(CultureInfo.InvariantCulture), Count(sales.Winners), Count(sales.Losers),
                viewer.Money(sales.Won), viewer.Money(sales.Lost), Numbers.Percent(sales.Displaced ?? 0));
            yield return viewer.Say(
                Jobs, Count(jobs.Winners), Count(jobs.Losers), viewer.Amount(jobs.Won, "people"), viewer.Amount(jobs.Lost, "people"));
            var industries = incidence.By(FirmGrouping.Industry).OrderByDescending(group => group.Sales!.Difference).ToList();
            yield return viewer.Say(
                BestAndWorst, viewer.List(incidence.By(FirmGrouping.Size).Select(group => Change(viewer, group))),
                Change(viewer, industries[0]), Change(viewer, industries[^1]));
        }
        if (leverage is { PerYuan: { } invested, OwnPerYuan: { } own })
            yield return viewer.Say(Invested, Ratio(invested), Ratio(own), leverage.Invested.Replicates);
        if (incidence.Deadweight is { } idle) yield return viewer.Say(Nothing, Numbers.Percent(idle));
    }

    private static IEnumerable<string> Money(Viewer viewer, Incidence incidence)
    {
        yield return viewer.Say(
            Spent, viewer.Money(incidence.ToFirms + incidence.Elsewhere), viewer.Money(incidence.ToFirms),
            Numbers.Percent(incidence.ToFirms / (incidence.ToFirms + incidence.Elsewhere)))
            + (incidence.Elsewhere > 0 ? (viewer.Language == Language.Zh ? "" : " ") + viewer.Say(Rest) : "");
        var titled = incidence.By(FirmGrouping.Title)
            .Where(group => group.Group is not (FirmGroups.NoTitle or FirmGroups.FoundedLater)).Sum(group => group.Money);
        var owned = incidence.By(FirmGrouping.Ownership).Where(group => group.Group == FirmGroups.StateOwned).Sum(group => group.Money);
        yield return viewer.Say(
            BySize, viewer.List(incidence.By(FirmGrouping.Size).Select(Part)), Numbers.Percent(owned / incidence.ToFirms),
            Numbers.Percent(titled / incidence.ToFirms));
        yield return viewer.Say(MostTo, Most(FirmGrouping.Industry), Most(FirmGrouping.Region));

        string Most(FirmGrouping by) => viewer.List(incidence.By(by).OrderByDescending(group => group.Money).Take(Named).Select(Part));

        string Part(GroupIncidence group) => $"{viewer.Say(Of(group))} {Numbers.Percent(group.Money / incidence.ToFirms)}";
    }

    private static string Change(Viewer viewer, GroupIncidence group) =>
        $"{viewer.Say(Of(group))} {viewer.Money(group.Sales!.Difference, sign: true)}";

    private static string Ratio(double yuan) => yuan.ToString("0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    private static string Count(double firms) => firms.ToString("N0", CultureInfo.InvariantCulture);
}
