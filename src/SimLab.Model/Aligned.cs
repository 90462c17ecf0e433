namespace SimLab.Model;

/// <summary>A gap of a <see cref="Sentence"/> that fills a column, as in {name,-18}.</summary>
/// <param name="Item">A <see cref="Sentence"/>, a <see cref="Term"/>, a <see cref="WordList"/> or a string.</param>
/// <param name="Width">Columns of the terminal; negative: blanks follow, else they go before.</param>
public sealed record Aligned(object Item, int Width)
{
    /// <summary>
    /// The text with its blanks, in a language whose characters may take two columns. What is too long keeps one blank from the
    /// next column.
    /// </summary>
    public string Fill(string text)
    {
        var blanks = Math.Abs(Width) - text.Sum(Columns);
        return Width < 0 ? text + new string(' ', Math.Max(1, blanks)) : new string(' ', Math.Max(0, blanks)) + text;
    }

    /// <summary>Columns that a character takes: Chinese ones take two.</summary>
    public static int Columns(char character) => character is >= '\u2E80' and <= '\uFFDC' ? 2 : 1;

    /// <inheritdoc/>
    public override string ToString() => Width < 0 ? Item.ToString()!.PadRight(-Width) : Item.ToString()!.PadLeft(Width);
}
