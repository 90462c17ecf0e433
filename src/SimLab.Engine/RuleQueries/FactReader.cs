using System.Globalization;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.RuleQueries;

/// <summary>Parses the text of one fact as a number; otherwise gives the error, to be put after the key.</summary>
internal static class FactReader
{
    /// <summary>The rulebook cannot multiply larger sums exactly.</summary>
    private const decimal MostYuan = 1_000_000_000_000m;
    private const int LongestNumber = 40;

    // Longest ending first, so that 万元 is not read as 元.
    private static readonly (string Unit, decimal Times)[] Units =
        [("万元", 10_000m), ("亿元", 100_000_000m), ("万", 10_000m), ("亿", 100_000_000m), ("元", 1m), ("yuan", 1m)];

    public static bool TryRead(Fact fact, string text, out long value, out Sentence? complaint)
    {
        value = 0;
        complaint = fact.Kind switch
        {
            FactKind.Money or FactKind.Balance => Money(fact, text, out value),
            FactKind.Share => Share(text, out value),
            FactKind.Whole => Whole(fact, text, out value),
            FactKind.Number => Number(fact, text, out value),
            FactKind.YesNo => YesNo(text, out value),
            FactKind.Month => MonthOf(text, out value),
            _ => Word(fact, text, out value),
        };
        return complaint is null;
    }

    private static Sentence? Money(Fact fact, string text, out long fen)
    {
        fen = 0;
        var number = text;
        var times = 1m;
        foreach (var (unit, of) in Units)
            if (text.EndsWith(unit, StringComparison.Ordinal))
            {
                (number, times) = (text[..^unit.Length].TrimEnd(), of);
                break;
            }
        if (!TryDecimal(
            number, out var yuan)) return $"is {NearestWord.Quoted(text)}, not an amount of money. Write yuan in figures, such as "
            + $"3000000 or 3000000.50.";
        if (Math.Abs(yuan) > MostYuan / times) return $"is {NearestWord.Quoted(text)}; no firm has more than 1 trillion yuan.";
        var exact = yuan * times * Fen.PerYuan;
        if (exact != Math.Floor(exact)) return $"is {NearestWord.Quoted(text)}, with a part of a fen. Write two decimals at most.";
        if (exact < 0 && fact.Kind == FactKind.Money) return $"is {NearestWord.Quoted(text)}; it cannot be negative.";
        fen = (long)exact;
        return null;
    }

    private static Sentence? Share(string text, out long bits)
    {
        bits = 0;
        var percent = text.EndsWith('%');
        var number = percent ? text[..^1].TrimEnd() : text;
        if (!TryDecimal(number, out _)) return $"is {NearestWord.Quoted(text)}, not a share. Write a number from 0 to 1, such as 0.05.";
        var share = double.Parse(percent ? number + "e-2" : number, CultureInfo.InvariantCulture);
        if (share > 1) return $"is {NearestWord.Quoted(text)}; a share lies from 0 to 1. Write 0.05 or 5% for five per cent.";
        if (share < 0) return $"is {NearestWord.Quoted(text)}; a share lies from 0 to 1.";
        bits = BitConverter.DoubleToInt64Bits(share);
        return null;
    }

    private static Sentence? Whole(Fact fact, string text, out long value)
    {
        value = 0;
        if (!TryDecimal(text, out var number)
            || number != Math.Floor(number)) return $"is {NearestWord.Quoted(text)}; a whole number is wanted.";
        if (number < (decimal)fact.Least
            || number > (
            decimal)fact.Most) return $"is {NearestWord.Quoted(text)}; a whole number from {fact.Least:0} to {fact.Most:0} is wanted.";
        value = (long)number;
        return null;
    }

    private static Sentence? Number(Fact fact, string text, out long bits)
    {
        bits = 0;
        if (!TryDecimal(text, out var number)) return $"is {NearestWord.Quoted(text)}, not a number.";
        if (number < (decimal)fact.Least
            || number > (
            decimal)fact.Most) return $"is {NearestWord.Quoted(text)}; a number from {fact.Least:0} to {fact.Most:0} is wanted.";
        bits = BitConverter.DoubleToInt64Bits((double)number);
        return null;
    }

    private static Sentence? YesNo(string text, out long value)
    {
        value = text.ToLowerInvariant() is "true" or "yes" or "1" or "是" ? 1 : 0;
        return value == 1 || text.ToLowerInvariant() is "false" or "no" or "0" or "否" ? null
            : Sentence.Of($"is {NearestWord.Quoted(text)}. Write true or false.");
    }

    private static Sentence? MonthOf(string text, out long value)
    {
        var read = Month.TryParse(text, out var month);
        value = month.Number;
        return read ? null : Sentence.Of($"is {NearestWord.Quoted(text)}, not a month. Write it as 2023-12.");
    }

    private static Sentence? Word(Fact fact, string text, out long value)
    {
        value = 0;
        foreach (var word in fact.Words)
            if (word.Word == text || word.Also.Contains(text, StringComparer.Ordinal))
            {
                value = word.Value;
                return null;
            }
        var bilingual = fact.Bilingual;
        var spellings = fact.Words.SelectMany(word => bilingual ? [word.Word, word.Also[1]] : word.Also.Prepend(word.Word));
        var names = fact.Words.Select(word => bilingual ? $"{word.Word} ({word.Also[1]})" : word.Word);
        return $"is {NearestWord.Quoted(text)}."
            + $"{Sentence.Further(NearestWord.Closest(text, spellings), Sentence.Of($"It may be: {names}."))}";
    }

    private static bool TryDecimal(string text, out decimal number)
    {
        number = 0;
        return text.Length <= LongestNumber
            && decimal.TryParse(
                text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
