using SimLab.App.Texts;
using SimLab.Engine.RuleQueries;
using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.App.Console;

/// <summary>
/// Judgements for people: a block per firm and year, answers with document, clause and confidence tag.
/// </summary>
internal static class RulesText
{
    private const int ValueColumn = 22;

    /// <summary>Writes the judgements as text blocks.</summary>
    public static void Write(Screen to, IEnumerable<Judgement> judgements)
    {
        foreach (var judgement in judgements) Write(to, judgement);
    }

    private static void Write(Screen to, Judgement judged)
    {
        var (law, province) = (judged.Date, judged.Province);
        var date = Term.Name($"{law}", law.On is { } on ? $"{on.Year} 年 {on.OfYear} 月" : $"{law.Year} 年");
        to.Write($"{Term.Name(judged.Facts.Name, null)}, {judged.Facts.Year}  (law of {date} in "
            + $"{Term.Name(province.Name, province.NameZh)})");
        Line(to, $"Size class", judged.Size.Size is { } size ? Sentence.Of($"{Named(size, PlaceNames.Of(size).Zh)}") : null, judged.Size);
        Line(to, $"Value-added tax", Vat(judged.Vat), judged.Vat);
        foreach (var quarter in judged.Vat.Quarters) Under(to, quarter.Result.Exempt
            ? Sentence.Of($"quarter {quarter.Quarter}: {Wording.Money(quarter.SalesFen)} of sales, exempt")
            : $"quarter {quarter.Quarter}: {Wording.Money(quarter.SalesFen)} of sales, VAT {Wording.Money(quarter.Result.TaxFen)}");
        Line(to, $"Income tax",
            judged.IncomeTax is { TaxFen: { } tax, Regime: { } regime }
                ? Sentence.Of($"{Wording.Money(tax)}, {Regime(regime)}") : null,
            judged.IncomeTax);
        Line(to, $"R&D super-deduction", SuperDeduction(judged.SuperDeduction), judged.SuperDeduction);
        Line(to, $"Surcharges", Surcharges(judged.Surcharges), judged.Surcharges);
        Line(to, $"Above scale", AboveScale(judged.AboveScale), judged.AboveScale);
        if (judged.Procurement is { } bid) Line(to, $"Evaluated price", Bid(bid), bid);
        if (judged.Payment is { } payment) Line(to, $"Late interest", Payment(payment), payment);
        foreach (var title in judged.Titles) TitleBlock(to, title);
        if (!judged.TakenAsNone.IsEmpty) to.Indent($"Not given, taken as none: {judged.TakenAsNone}");
        to.Write($"");
    }

    private static Term Named(Enum value, string chinese) => Term.Name(Wording.Plain(value), chinese);

    private static Term Regime(IncomeTaxRegime regime) => Named(regime, regime switch
    {
        IncomeTaxRegime.SmallLowProfit => "小型微利企业",
        IncomeTaxRegime.HighTech => "高新技术企业",
        IncomeTaxRegime.WesternDevelopment => "西部大开发",
        _ => "法定税率",
    });

    private static Sentence? Vat(VatRuling vat) => vat switch
    {
        { Exempt: true } => Sentence.Of($"0 yuan, exempt"),
        { TaxFen: { } tax, RatePercent: { } rate, CreditFen: > 0 and var credit } =>
            $"{Wording.Money(tax)} at {rate} %, credit carried on {Wording.Money(credit)}",
        { TaxFen: { } tax, RatePercent: { } rate } => $"{Wording.Money(tax)} at {rate} %",
        { TaxFen: { } tax } => Wording.Money(tax),
        { RatePercent: { } rate } => $"rate {rate} %; amount cannot be judged: needs {vat.Needs}",
        _ => null,
    };

    private static Sentence? SuperDeduction(SuperDeductionRuling deduction) => deduction switch
    {
        { ExtraFen: { } extra, TaxSavedFen: { } saved } =>
            Sentence.Of($"{Wording.Money(extra)} extra, saves {Wording.Money(saved)} of tax"),
        { ExtraFen: { } extra } => $"{Wording.Money(extra)} extra; tax saved cannot be judged: needs {deduction.Needs}",
        _ => null,
    };

    private static Sentence? Surcharges(SurchargeRuling surcharges) => surcharges switch
    {
        { Fen: { } fen, Spared: > 0 and var spared } => $"{Wording.Money(fen)}, {Wording.Number(100 * spared)} % spared",
        { Fen: { } fen } => Wording.Money(fen),
        _ => null,
    };

    private static Sentence? AboveScale(AboveScaleRuling ruling)
    {
        if (ruling.Above is not { } above) return null;
        var answer = above ? Sentence.Of($"yes") : $"no";
        return ruling.ThresholdFen is > 0 and { } threshold ? $"{answer}, from {Wording.Money(threshold)} of revenue" : answer;
    }

    private static Sentence? Bid(ProcurementRuling bid) => bid switch
    {
        { EvaluatedFen: { } price } => Wording.Money(price),
        { LeastFen: { } least, MostFen: { } most } =>
            $"{Wording.Money(least)} to {Wording.Money(most)}, as the tender deducts {100 * bid.Deduction.Least:0.#} to "
            + $"{100 * bid.Deduction.Most:0.#} %",
        _ => null,
    };

    private static Sentence? Payment(PaymentRuling payment) => payment switch
    {
        { InterestFen: { } interest, DeadlineDays: { } days } =>
            Sentence.Of($"{Wording.Money(interest)}; due within {days} days of delivery"),
        { InterestFen: { } interest } => $"{Wording.Money(interest)}; no day named by law",
        _ => null,
    };

    private static void TitleBlock(Screen to, TitleRuling title)
    {
        Sentence? verdict = title.Qualified switch { true => Sentence.Of($"qualifies"), false => $"does not qualify", _ => null };
        var name = PlaceNames.Of(title.Title);
        Line(to, $"{Term.Name(name.En, name.Zh)}",
            verdict is not null && Score(title) is { } score ? $"{verdict}, {score}" : verdict, title);
        if (verdict is null && Score(title) is { } open) Under(to, open);
        // If most conditions of a title are unknown, show only the known ones; the missing facts are listed above.
        var hardly = title.Qualified is null && 2 * title.Conditions.Count(IsUnknown) > title.Conditions.Length;
        foreach (var condition in title.Conditions.Where(condition => !hardly || !IsUnknown(condition)))
            Under(to, ConditionText.Of(title.Title, condition));
        if (hardly) Under(to,
            $"? {title.Conditions.Count(IsUnknown)} more of {title.Conditions.Length}, for want of the facts named above");
    }

    private static bool IsUnknown(ConditionLine line) => line.IsItem ? !line.Needs.IsEmpty : line.Pass is null;

    private static Sentence? Score(TitleRuling title) => title.Score switch
    {
        null => null,
        { } score when score.Least == score.Most => Sentence.Of($"score {Wording.Number(score.Least)}"),
        { } score => $"score between {Wording.Number(score.Least)} and {Wording.Number(score.Most)}",
    };

    private static void Under(Screen to, Sentence line) => to.Write($"    {line}");

    private static void Line(Screen to, Sentence what, Sentence? value, Ruling ruling)
    {
        value ??= $"cannot be judged: needs {ruling.Needs}";
        to.Indent($"{what,-ValueColumn}{(ruling.Note is { } note ? $"{value} ({note})" : value)}");
        foreach (var law in ruling.Law)
        {
            var version = law.Version;
            var stretch = law.Stretch is { } stretched ? Sentence.Of($" {stretched}") : null;
            to.Indent($"{"",ValueColumn}{version.Document} {version.Clause} "
                + $"[{Term.Name(version.TagText, ConfidenceTexts.Of(version.Tag).Zh)}]{stretch}");
        }
    }
}
