namespace SimLab.Model.Rulebook;

/// <summary>Edition of the standards for good small and medium firms (优质中小企业梯度培育).</summary>
public enum LadderEdition : byte { Of2022, Of2026 }

/// <summary>
/// Common rules of the three titles of the ladder 创新型 → 专精特新 → 小巨人: the edition in force, and eligibility.
/// </summary>
public static class Ladder
{
    /// <summary>Edition of the standard in force, by month.</summary>
    public static readonly Dated<LadderEdition> Rule = new(
        new("title.ladder", "Ladder of good small and medium firms", "优质中小企业梯度培育管理办法"),
        new Step<LadderEdition>("2022-08", "2026-03", "工信部企业〔2022〕63号", "全文", SourceTag.Verified2, LadderEdition.Of2022,
            "Also used for months before August 2022, when older notices ruled: their standards are not modelled."),
        new Step<LadderEdition>("2026-04", null, "工信部企业〔2026〕2号", "全文", SourceTag.Verified2, LadderEdition.Of2026,
            "The standard of innovative SMEs is not reissued: 63号 continues. Re-checks of 2026 follow 63号 (工信厅企业函〔2026〕117号)."));

    /// <summary>Edition that applies to the firm; re-checks of 2026 follow the standards of 2022.</summary>
    public static LadderEdition EditionFor(in FirmFacts facts) =>
        facts.Recheck && facts.Month.Year == 2026 ? LadderEdition.Of2022 : Rule.At(facts.Month);

    /// <summary>A small or medium firm with a clean record: the precondition of every title of the ladder.</summary>
    internal static Verdict MayAsk(in FirmFacts facts, ref Findings findings) =>
        findings.Is(Condition.IsSme, facts.Size < SizeClass.Large, Facts.Industry | Facts.Staff | Facts.Revenue | Facts.Assets)
            .And(findings.Is(Condition.CleanRecord, !facts.MajorAccident && !facts.OnAbnormalList, Facts.Record));

    internal static bool TopOf(this int rank, int last) => rank >= 1 && rank <= last;
}
