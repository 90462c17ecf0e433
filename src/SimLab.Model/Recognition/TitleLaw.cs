using SimLab.Model.Rulebook;

namespace SimLab.Model.Recognition;

/// <summary>The titles by name: judgement, validity and version of the law.</summary>
public static class TitleLaw
{
    /// <summary>Last month of validity of a title awarded in the month.</summary>
    public static Month LastMonth(Title title, Month awarded) => TitleCatalog.Of(title).LastMonth(awarded);

    /// <summary>First month whose income is taxed as high-tech: January of the certificate's year.</summary>
    public static Month HighTechTaxFrom(Month awarded) => Month.Of(awarded.Year, 1);

    /// <summary>
    /// Judges the title and records each condition in <paramref name="findings"/>; true: earned for certain.
    /// </summary>
    public static bool Judge(Title title, in FirmFacts facts, ref Findings findings) => TitleCatalog.Of(title).Judge(facts, ref findings);

    /// <summary>Whether the title is earned, without a report.</summary>
    public static bool Earns(Title title, in FirmFacts facts)
    {
        var findings = default(Findings);
        return Judge(title, facts, ref findings);
    }

    /// <summary>The version of the law that judges these facts.</summary>
    public static RuleVersion Version(Title title, in FirmFacts facts)
    {
        var definition = TitleCatalog.Of(title);
        var oldEdition = definition.IsRechecked && Ladder.EditionFor(facts) == LadderEdition.Of2022;
        return definition.Rule.VersionAt(oldEdition ? Month.Of(2022, 8) : facts.Month);
    }
}
