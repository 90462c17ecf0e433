namespace SimLab.Model.Rulebook;

/// <summary>The five titles by name: judgement, validity and version of the law.</summary>
public static class TitleLaw
{
    /// <summary>Months from award to expiry: three years, one year for technology SMEs.</summary>
    public static int Months(Title title) => title == Title.TechSme ? 12 : 36;

    /// <summary>
    /// Last month of validity of a title awarded in the month. A technology SME must register again by the end of
    /// March, so its number is valid to March of the next year; the others last three years, then firms apply anew
    /// (high-tech) or are re-checked (the ladder).
    /// </summary>
    public static Month LastMonth(Title title, Month awarded) =>
        title == Title.TechSme ? Month.Of(awarded.Year + 1, 3) : awarded + (Months(title) - 1);

    /// <summary>First month whose income is taxed as high-tech: January of the certificate's year.</summary>
    public static Month HighTechTaxFrom(Month awarded) => Month.Of(awarded.Year, 1);

    /// <summary>Renewed by a re-check (复核) of the running title; high-tech and technology SMEs apply anew.</summary>
    public static bool IsRechecked(Title title) => title is Title.Innovative or Title.Specialised or Title.LittleGiant;

    /// <summary>
    /// Judges the title and records each condition in <paramref name="findings"/>; true: earned for certain.
    /// </summary>
    public static bool Judge(Title title, in FirmFacts facts, ref Findings findings) => title switch
    {
        Title.HighTech => HighTech.Judge(facts, ref findings),
        Title.TechSme => TechSme.Judge(facts, ref findings),
        Title.Innovative => Innovative.Judge(facts, ref findings),
        Title.Specialised => Specialised.Judge(facts, ref findings),
        _ => LittleGiant.Judge(facts, ref findings),
    };

    /// <summary>Whether the title is earned, without a report.</summary>
    public static bool Earns(Title title, in FirmFacts facts)
    {
        var findings = default(Findings);
        return Judge(title, facts, ref findings);
    }

    /// <summary>The version of the law that judges these facts.</summary>
    public static RuleVersion Version(Title title, in FirmFacts facts)
    {
        Rule rule = title switch
        {
            Title.HighTech => HighTech.Rule,
            Title.TechSme => TechSme.Rule,
            Title.Innovative => Innovative.Rule,
            Title.Specialised => Specialised.Rule,
            _ => LittleGiant.Rule,
        };
        var oldEdition = IsRechecked(title) && Ladder.EditionFor(facts) == LadderEdition.Of2022;
        return oldEdition ? rule.VersionAt(Month.Of(2022, 8)) : rule.VersionAt(facts.Month);
    }
}
