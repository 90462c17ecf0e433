namespace SimLab.Model.Policies;

/// <summary>A policy document: a folder of measures, each with a clause of its own.</summary>
/// <param name="Id">Short name, of small letters, digits and hyphens, such as <c>gansu-2023</c>.</param>
/// <param name="Number">Number under which it was issued; empty: it was not issued.</param>
/// <param name="TitleZh">Title, as issued.</param>
/// <param name="TitleEn">Title in English.</param>
/// <param name="Issuer">Body that issued it.</param>
/// <param name="Date">Day of issue; null: it was not issued.</param>
/// <param name="Source">Where its text can be read: a file of the repository, an address, or a remark.</param>
public sealed record PolicyDocument(
    string Id, string Number, string TitleZh, string TitleEn, string Issuer, DateOnly? Date, string Source)
{
    /// <summary>Whether <see cref="Source"/> is a file of the repository.</summary>
    public bool IsFile => Source.StartsWith("scenarios/", StringComparison.Ordinal);

    /// <summary>Whether the text can be the id of a document.</summary>
    public static bool IsId(string text) =>
        text.Length > 0 && text[0] != '-' && text[^1] != '-'
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
