using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Operations;

/// <summary>Adds the end-of-month stocks of the firm to the tally.</summary>
public static class CountStocks
{
    /// <summary>Counts a firm in business, or a vacant slot of the ordinary stratum.</summary>
    public static void Of(ref FirmContext context)
    {
        ref readonly var e = ref context.State;
        if (!e.IsAlive)
        {
            if (context.Firm.Stratum == Stratum.Ordinary) context.Count(Indicator.VacantSlots);
            return;
        }
        Money(context, e);
        context.Count(Indicator.Firms);
        if (context.Card.IsSme) context.Count(Indicator.Smes);
        context.Count(Indicator.Staff, e.Staff);
        context.Count(Indicator.RndStaff, e.RndStaff);
        context.Count(Indicator.AwarenessMillionths, (long)(e.Awareness * 1e6));
        if (e.Is(Standing.OnCloud)) context.Count(Indicator.CloudFirms);
        if (e.Is(Standing.QualityCertified)) context.Count(Indicator.CertifiedFirms);
        if (e.Is(Standing.AboveScale)) context.Count(Indicator.AboveScale);
        if (e.TitleWork != 0) context.Count(Indicator.WorkingForTitle);
        if (e.Is(Standing.Listed)) context.Count(Indicator.ListedFirms);
        if (context.Card.Titles != 0) Titles(context, e);
    }

    private static void Money(in FirmContext context, in Enterprise e)
    {
        context.Count(Indicator.CashHeld, e.Cash);
        context.Count(Indicator.LoansOwed, e.Loan);
        if (e.LentAs != SizeClass.Large) context.Count(Indicator.SmeLoansOwed, e.Loan);
        if (e.LentAs == SizeClass.Small)
        {
            context.Count(Indicator.SmallMicroLoansOwed, e.Loan);
            if (e.Loan <= CreditPrices.InclusiveLimit) context.Count(Indicator.InclusiveLoansOwed, e.Loan);
        }
        Owed(context, e.OwedByPublic, Indicator.PublicOwes);
        if (context.Firm.Tier == Tier.First)
        {
            Owed(context, e.OwedByCustomer, Indicator.LargeOwes);
            context.Count(Indicator.FirstTierPayable, e.Payable);
        }
        else if (context.Firm.Tier == Tier.Second)
        {
            Owed(context, e.OwedByCustomer, Indicator.FirstTierOwes);
        }
        context.Count(Indicator.ChainPayable, e.Payable);
        context.Count(Indicator.FixedAssets, e.FixedAssets);
        context.Count(Indicator.VatCreditHeld, e.VatCredit);
        var knowledge = Fen.FromYuan(e.Knowledge);
        context.Count(Indicator.KnowledgeHeld, knowledge);
        if (context.Firm.InCluster) context.Count(Indicator.ClusterKnowledge, knowledge);
        context.Count(Indicator.DemandHeld, Fen.FromYuan(e.Demand));
    }

    // Indicators after the total: overdue in total, then by age.
    private static void Owed(in FirmContext context, in Receivables claims, Indicator total)
    {
        if (claims.Total == 0) return;
        context.Count(total, claims.Total);
        context.Count(total + 1, claims.Late);
        context.Count(total + 2, claims.LateTo3);
        context.Count(total + 3, claims.Late3To12);
        context.Count(total + 4, claims.LateOverYear);
    }

    private static void Titles(in FirmContext context, in Enterprise e)
    {
        foreach (var title in TitleCatalog.All)
            if (e.Holds(title.Title, context.Month)) context.Count(title.Holders);
        if (!e.Holds(Title.Specialised, context.Month)) return;
        if (e.Is(Standing.OnCloud)) context.Count(Indicator.SpecialisedOnCloud);
        if (e.Loan > 0) context.Count(Indicator.SpecialisedWithLoan);
    }
}
