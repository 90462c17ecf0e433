namespace SimLab.Model.Rulebook;

/// <summary>How well the text of a rule was verified; shown beside every rule.</summary>
public enum SourceTag : byte
{
    /// <summary>VERIFIED: seen on the page of an issuing body or of the document itself.</summary>
    Verified,
    /// <summary>VERIFIED-2: seen in a public transcription of the official text.</summary>
    Verified2,
    /// <summary>KNOWN: well known, not checked against the official text here.</summary>
    Known,
    /// <summary>UNSURE: not to be relied on.</summary>
    Unsure,
    /// <summary>DERIVED: arithmetic on verified numbers.</summary>
    Derived,
}

/// <summary>
/// A rule of law across all its versions: a stable id, its English name and its name in the documents.
/// </summary>
public sealed record RuleSource(string Id, string Name, string Chinese);

/// <summary>One dated version of a rule: its document, its period, and how well it was verified.</summary>
/// <param name="Until">Last month in force as the document says; null: no end is known.</param>
public sealed record RuleVersion(
    RuleSource Source, string Document, Month From, Month? Until, string Clause, SourceTag Tag, string Note)
{
    /// <summary>
    /// Whether the document itself covers the month. Outside it a rule is treated as extended, and the user should see
    /// that.
    /// </summary>
    public bool Covers(Month month) => month >= From && (Until is not { } until || month <= until);

    /// <summary>The tag in capitals, as shown to users.</summary>
    public string TagText => Tag switch
    {
        SourceTag.Verified => "VERIFIED",
        SourceTag.Verified2 => "VERIFIED-2",
        SourceTag.Known => "KNOWN",
        SourceTag.Unsure => "UNSURE",
        _ => "DERIVED",
    };
}
