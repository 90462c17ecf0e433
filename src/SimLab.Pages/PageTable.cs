namespace SimLab.Pages;

/// <summary>A column of a table.</summary>
public sealed record PageColumn(string Heading, bool IsNumber = false);

/// <summary>A cell, formatted for people. A line below it, in small letters, makes it the heading of its row.</summary>
public readonly record struct PageCell(string Text, string? Below = null)
{
    /// <summary>A cell with nothing below it.</summary>
    public static implicit operator PageCell(string text) => new(text);
}

/// <summary>A table of a page; every row has a cell for each column.</summary>
public sealed record PageTable(IReadOnlyList<PageColumn> Columns, IReadOnlyList<IReadOnlyList<PageCell>> Rows);
