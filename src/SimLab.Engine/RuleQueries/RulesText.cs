using SimLab.Model;
using SimLab.Model.Recognition;

namespace SimLab.Engine.RuleQueries;

/// <summary>
/// Judgements for people: a block per firm and year, answers with document, clause and confidence tag.
/// </summary>
public static class RulesText
{
    private const int ValueColumn = 22;

    /// <summary>Writes the judgements as text blocks.</summary>
    public static void Write(TextWriter to, IEnumerable<Judgement> judgements)
    {
        foreach (var judgement in judgements) Write(to, judgement);
    }

    private static void Write(TextWriter to, Judgement judged)
    {
        to.WriteLine($"{judged.Facts.Name}, {judged.Facts.Year}  (law of {judged.Date} in {judged.Province.Name})");
        Line(to, "Size class", judged.Size.Size is { } size ? Wording.Plain(size) : null, judged.Size);
        Line(to, "Value-added tax", Vat(judged.Vat), judged.Vat);
        foreach (var quarter in judged.Vat.Quarters)
            to.WriteLine(
                $"    quarter {quarter.Quarter}: {Wording.Money(quarter.SalesFen)} of sales, "
                + $"{(quarter.Result.Exempt ? "exempt" : $"VAT {Wording.Money(quarter.Result.TaxFen)}")}");
        Line(to, "Income tax",
            judged.IncomeTax is { TaxFen: { } tax, Regime: { } regime } ? $"{Wording.Money(tax)}, {Wording.Plain(regime)}" : null,
            judged.IncomeTax);
        Line(to, "R&D super-deduction", SuperDeduction(judged.SuperDeduction), judged.SuperDeduction);
        Line(to, "Surcharges",
            judged.Surcharges.Fen is { } fen
                ? Wording.Money(fen)
                    + (judged.Surcharges.Spared is > 0 and var spared ? $", {Wording.Number(100 * spared)} % spared" : "") : null,
            judged.Surcharges);
        Line(to, "Above scale", AboveScale(judged.AboveScale), judged.AboveScale);
        if (judged.Procurement is { } bid) Line(to, "Evaluated price", Bid(bid), bid);
        if (judged.Payment is { } payment) Line(to, "Late interest", Payment(payment), payment);
        foreach (var title in judged.Titles) TitleBlock(to, title);
        if (!judged.TakenAsNone.IsEmpty) to.WriteLine($"  Not given, taken as none: {string.Join(", ", judged.TakenAsNone)}");
        to.WriteLine();
    }

    private static string? Vat(VatRuling vat) => vat switch
    {
        { Exempt: true } => "0 yuan, exempt",
        { TaxFen: { } tax, RatePercent: { } rate } =>
            $"{Wording.Money(tax)} at {rate} %{(vat.CreditFen > 0 ? $", credit carried on {Wording.Money(vat.CreditFen)}" : "")}",
        { TaxFen: { } tax } => Wording.Money(tax).ToString(),
        { RatePercent: { } rate } => $"rate {rate} %; amount cannot be judged: needs {string.Join(", ", vat.Needs)}",
        _ => null,
    };

    private static string? SuperDeduction(SuperDeductionRuling deduction) => deduction switch
    {
        { ExtraFen: { } extra, TaxSavedFen: { } saved } => $"{Wording.Money(extra)} extra, saves {Wording.Money(saved)} of tax",
        { ExtraFen: { } extra } => $"{Wording.Money(extra)} extra; tax saved cannot be judged: needs {string.Join(", ", deduction.Needs)}",
        _ => null,
    };

    private static string? AboveScale(AboveScaleRuling ruling) => ruling.Above is { } above
        ? (above ? "yes" : "no") + (ruling.ThresholdFen is > 0 and { } threshold ? $", from {Wording.Money(threshold)} of revenue" : "")
        : null;

    private static string? Bid(ProcurementRuling bid) => bid switch
    {
        { EvaluatedFen: { } price } => Wording.Money(price).ToString(),
        { LeastFen: { } least, MostFen: { } most } =>
            $"{Wording.Money(least)} to {Wording.Money(most)}, as the tender deducts {100 * bid.Deduction.Least:0.#} to "
            + $"{100 * bid.Deduction.Most:0.#} %",
        _ => null,
    };

    private static string? Payment(PaymentRuling payment) => payment.InterestFen is { } interest
        ? $"{Wording.Money(interest)}; {(payment.DeadlineDays is { } days ? $"due within {days} days of delivery" : "no day named by law")}"
        : null;

    private static void TitleBlock(TextWriter to, TitleRuling title)
    {
        var verdict = title.Qualified switch { true => "qualifies", false => "does not qualify", _ => null };
        if (verdict is not null && title.Score is not null) verdict += $", {Score(title)}";
        Line(to, TitleCatalog.Of(title.Title).English, verdict, title);
        if (verdict is null && title.Score is not null) to.WriteLine($"    {Score(title)}");
        // If most conditions of a title are unknown, show only the known ones; the missing facts are listed above.
        var hardly = title.Qualified is null && 2 * title.Conditions.Count(IsUnknown) > title.Conditions.Length;
        foreach (var condition in title.Conditions.Where(condition => !hardly || !IsUnknown(condition)))
            to.WriteLine($"    {ConditionText.Of(title.Title, condition)}");
        if (hardly) to.WriteLine(
            $"    ? {title.Conditions.Count(IsUnknown)} more of {title.Conditions.Length}, for want of the facts named above");
    }

    private static bool IsUnknown(ConditionLine line) => line.IsItem ? !line.Needs.IsEmpty : line.Pass is null;

    private static string Score(TitleRuling title) => title.Score is { } score
        ? score.Least == score.Most ? $"score {Wording.Number(score.Least)}"
            : $"score between {Wording.Number(score.Least)} and {Wording.Number(score.Most)}"
        : "";

    private static void Line(TextWriter to, string what, string? value, Ruling ruling)
    {
        var note = ruling.Note.Length == 0 ? "" : $" ({ruling.Note})";
        to.WriteLine($"  {what.PadRight(ValueColumn)}{value ?? $"cannot be judged: needs {string.Join(", ", ruling.Needs)}"}{note}");
        foreach (var law in ruling.Law)
            to.WriteLine(
                $"  {"",ValueColumn}{law.Version.Document} {law.Version.Clause} "
                + $"[{law.Version.TagText}]{(law.Stretch.Length == 0 ? "" : $" {law.Stretch}")}");
    }
}
