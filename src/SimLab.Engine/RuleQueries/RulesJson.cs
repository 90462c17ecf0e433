using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>
/// Judgements for programs: one array with an object for each firm and year; money in yuan, shares 0 to 1, null where
/// it cannot be judged.
/// </summary>
public static class RulesJson
{
    internal static readonly JsonWriterOptions Readable = new()
    { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the judgements as one JSON array.</summary>
    public static void Write(TextWriter to, IEnumerable<Judgement> judgements)
    {
        // Flushed firm by firm: the answers of a large file are never all in memory.
        var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer, Readable);
        json.WriteStartArray();
        foreach (var judgement in judgements)
        {
            Write(json, judgement);
            json.Flush();
            Pass(buffer, to);
        }
        json.WriteEndArray();
        json.Flush();
        Pass(buffer, to);
        to.WriteLine();
    }

    internal static void Pass(MemoryStream buffer, TextWriter to)
    {
        to.Write(Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
        buffer.SetLength(0);
    }

    private static void Write(Utf8JsonWriter json, Judgement judged)
    {
        json.WriteStartObject();
        json.WriteString("name", judged.Facts.Name);
        json.WriteNumber("year", judged.Facts.Year);
        json.WriteString("law", judged.Date.ToString());
        json.WriteString("province", judged.Province.Name);
        json.WriteString("size_class", judged.Size.Size is { } size ? Wording.Snake(size) : null);
        json.WriteStartObject("income_tax");
        Money(json, "amount", judged.IncomeTax.TaxFen);
        json.WriteString("regime", judged.IncomeTax.Regime is { } regime ? Wording.Snake(regime) : null);
        End(json, judged.IncomeTax);
        json.WriteStartObject("super_deduction");
        Money(json, "amount", judged.SuperDeduction.ExtraFen);
        Money(json, "tax_saved", judged.SuperDeduction.TaxSavedFen);
        End(json, judged.SuperDeduction);
        Vat(json, judged.Vat);
        Surcharges(json, judged.Surcharges);
        json.WriteStartObject("titles");
        foreach (var title in judged.Titles) TitleObject(json, title);
        json.WriteEndObject();
        YesNo(json, "above_scale", judged.AboveScale.Above);
        if (judged.Procurement is { } bid) Bid(json, bid);
        if (judged.Payment is { } payment) Payment(json, payment);
        json.WriteStartObject("sources");
        json.WriteStartObject("size_class");
        End(json, judged.Size);
        json.WriteStartObject("above_scale");
        Money(json, "threshold", judged.AboveScale.ThresholdFen);
        End(json, judged.AboveScale);
        json.WriteEndObject();
        Texts(json, "taken_as_none", judged.TakenAsNone);
        json.WriteEndObject();
    }

    private static void Vat(Utf8JsonWriter json, VatRuling vat)
    {
        json.WriteStartObject("vat");
        Money(json, "amount", vat.TaxFen);
        YesNo(json, "exempt", vat.Exempt);
        if (vat.RatePercent is { } rate) json.WriteNumber("rate_percent", rate);
        if (vat.MustRegister is { } must) json.WriteBoolean("must_register", must);
        if (vat.CreditFen > 0) Money(json, "credit", vat.CreditFen);
        json.WriteStartArray("quarters");
        foreach (var quarter in vat.Quarters)
        {
            json.WriteStartObject();
            json.WriteNumber("quarter", quarter.Quarter);
            Money(json, "sales", quarter.SalesFen);
            Money(json, "amount", quarter.Result.TaxFen);
            json.WriteBoolean("exempt", quarter.Result.Exempt);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        End(json, vat);
    }

    private static void Surcharges(Utf8JsonWriter json, SurchargeRuling surcharges)
    {
        json.WriteStartObject("surcharges");
        Money(json, "amount", surcharges.Fen);
        Number(json, "spared", surcharges.Spared);
        End(json, surcharges);
    }

    private static void TitleObject(Utf8JsonWriter json, TitleRuling title)
    {
        json.WriteStartObject(Wording.Snake(title.Title));
        YesNo(json, "qualified", title.Qualified);
        Number(json, "score", title.Score?.Least);
        Number(json, "score_most", title.Score?.Most);
        json.WriteStartArray("conditions");
        foreach (var line in title.Conditions) Condition(json, line);
        json.WriteEndArray();
        End(json, title);
    }

    private static void Condition(Utf8JsonWriter json, ConditionLine line)
    {
        json.WriteStartObject();
        json.WriteString("id", Wording.Id(line.Id));
        Measured(json, "value", line, line.Value);
        Measured(json, "threshold", line, line.Threshold);
        YesNo(json, "pass", line.Pass);
        Number(json, "points", line.IsItem && line.Needs.IsEmpty ? line.Points.Least : null);
        if (line.IsItem)
        {
            json.WriteNumber("points_most", line.Points.Most);
            json.WriteNumber("max_points", line.MostPoints);
        }
        if (line.Group > 0)
        {
            json.WriteNumber("group", line.Group);
            json.WriteNumber("branch", line.Branch);
        }
        Texts(json, "needs", line.Needs);
        json.WriteEndObject();
    }

    private static void Measured(Utf8JsonWriter json, string key, ConditionLine line, double? value)
    {
        if (value is not { } known) json.WriteNull(key);
        // As an item, these two hold a word of the facts file rather than yes or no.
        else if (line is
        { IsItem: true, Id: Model.Rulebook.Condition.Field or Model.Rulebook.Condition.RndInstitution }) json.WriteString(
        key, ConditionText.Word(line.Id, known));
        else if (ConditionText.Unit(line.Id) == ConditionUnit.YesNo) json.WriteBoolean(key, known != 0);
        else if (ConditionText.Unit(line.Id) == ConditionUnit.Fen) json.WriteNumber(key, (decimal)known / 100);
        else json.WriteNumber(key, known);
    }

    private static void Bid(Utf8JsonWriter json, ProcurementRuling bid)
    {
        json.WriteStartObject("procurement");
        Money(json, "evaluated_price", bid.EvaluatedFen);
        Money(json, "least", bid.LeastFen);
        Money(json, "most", bid.MostFen);
        End(json, bid);
    }

    private static void Payment(Utf8JsonWriter json, PaymentRuling payment)
    {
        json.WriteStartObject("payment");
        Money(json, "interest", payment.InterestFen);
        Number(json, "deadline_days", payment.DeadlineDays);
        End(json, payment);
    }

    /// <summary>
    /// Writes the law behind an answer and ends its object. Several versions are joined by semicolons, as in the
    /// documents.
    /// </summary>
    private static void End(Utf8JsonWriter json, Ruling ruling)
    {
        json.WriteString("document", string.Join("; ", ruling.Law.Select(law => law.Version.Document)));
        json.WriteString("clause", string.Join("; ", ruling.Law.Select(law => law.Version.Clause)));
        json.WriteString("tag", string.Join("; ", ruling.Law.Select(law => law.Version.TagText).Distinct()));
        Texts(json, "needs", ruling.Needs);
        var notes = ruling.Law.Select(law => law.Stretch).Prepend(ruling.Note).OfType<Sentence>()
            .Select(note => note.ToString()).Distinct();
        json.WriteString("note", string.Join("; ", notes));
        json.WriteEndObject();
    }

    private static void Money(Utf8JsonWriter json, string key, long? fen)
    {
        if (fen is { } amount) json.WriteNumber(key, Wording.Yuan(amount));
        else json.WriteNull(key);
    }

    private static void Number(Utf8JsonWriter json, string key, double? value)
    {
        if (value is { } known) json.WriteNumber(key, known);
        else json.WriteNull(key);
    }

    private static void YesNo(Utf8JsonWriter json, string key, bool? value)
    {
        if (value is { } known) json.WriteBoolean(key, known);
        else json.WriteNull(key);
    }

    private static void Texts(Utf8JsonWriter json, string key, ImmutableArray<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
