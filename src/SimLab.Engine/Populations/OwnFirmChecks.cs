using SimLab.Engine.RuleQueries;
using SimLab.Model;
using SimLab.Model.Populations;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.Populations;

/// <summary>Checks for contradictions between the cells of one firm.</summary>
internal static class OwnFirmChecks
{
    private const double MostInterest = 0.3;
    private const int LongestTitle = 12 * 10;              // months ahead; the law's longest is three years

    public static IEnumerable<Sentence> Of(OwnFirm firm, Month at)
    {
        if (firm.SalesLastYear == 0) yield return $"sales_last_year is 0; a firm in business has sales. Leave out firms that have closed.";
        if (firm.RndStaff > firm.Staff) yield return $"rnd_staff is {firm.RndStaff}, more than the staff of {firm.Staff}.";
        if (firm.RndLastYear > firm.SalesLastYear) yield return $"rnd_last_year is more than sales_last_year; the model lets a firm spend "
            + $"on R&D at most what it sells.";
        if (firm.Founded > at) yield return $"founded is {firm.Founded}, after {at}, the month of the population.";
        if (firm.Founded is { } founded)
        {
            if (firm.SalesYearBefore > 0
                && founded > at - 12) yield return $"sales_year_before is given, but the firm was founded in {founded}.";
            if (firm.SalesThirdYear > 0
                && founded > at - 24) yield return $"sales_third_year is given, but the firm was founded in {founded}.";
        }
        if (firm.LoanRate is not null && firm.Loan is null or 0) yield return $"loan_rate is given, but no loan.";
        if (firm.LoanRate > MostInterest) yield return
            $"loan_rate is {firm.LoanRate}; at most {MostInterest} a year is taken for a bank's. Write 0.05 or 5% for five per cent.";
        if (firm.AboveScale
            && !firm.Industry.IsIndustrial()) yield return $"above_scale is yes, but {firm.Industry} is no industry of the roster "
            + $"(mining, manufacturing, utilities).";
        if (firm.LeadsChain && (firm.Chain == Chain.None || firm.Weight > 1 || !IsLarge(firm)))
            yield return $"leads_chain is yes; that takes a chain, weight 1, and the staff and sales of a large firm.";
        foreach (var title in TitleCatalog.All)
            if (title.Requires is { } required && firm.Until(title.Title) > at && !(firm.Until(required) > at))
                yield return $"{Wording.Snake(title.Title)}_until is given, but such a firm is a {Named(TitleCatalog.Of(required))} too: "
                    + $"fill {Wording.Snake(required)}_until.";
        foreach (var title in Enum.GetValues<Title>())
            if (firm.Until(title) is { } until && (until < Month.Of(2000, 1) || until > at + LongestTitle))
                yield return $"{Wording.Snake(title)}_until is {until}; a month from 2000-01 to {at + LongestTitle} is wanted.";
    }

    private static Term Named(TitleDefinition title) => Term.Name(title.English, title.Chinese);

    private static bool IsLarge(OwnFirm firm) =>
        SizeClasses.Of(firm.Industry, firm.Staff, firm.SalesLastYear, long.MaxValue) == SizeClass.Large;
}
