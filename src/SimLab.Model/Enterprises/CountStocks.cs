using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises;

/// <summary>Adds the firm, as it stands at the end of the month, to the tally.</summary>
public static class CountStocks
{
    /// <summary>Inclusive loans (普惠小微): lent to small and micro firms that owe at most 10 million yuan.</summary>
    private const long InclusiveLimit = 1_000 * Fen.PerWan;

    public static void Of(ref Life life)
    {
        ref readonly var e = ref life.E;
        if (!e.IsAlive)
        {
            if (life.Firm.Stratum == Stratum.Ordinary) life.Count(Indicator.VacantSlots);
            return;
        }
        Money(life, e);
        life.Count(Indicator.Firms);
        if (life.Card.IsSme) life.Count(Indicator.Smes);
        life.Count(Indicator.Staff, e.Staff);
        life.Count(Indicator.RndStaff, e.RndStaff);
        life.Count(Indicator.AwarenessMillionths, (long)(e.Awareness * 1e6));
        if (e.Is(Standing.OnCloud)) life.Count(Indicator.CloudFirms);
        if (e.Is(Standing.QualityCertified)) life.Count(Indicator.CertifiedFirms);
        if (e.Is(Standing.AboveScale)) life.Count(Indicator.AboveScale);
        if (life.Card.Titles != 0) Titles(life, e);
    }

    private static void Money(in Life life, in Enterprise e)
    {
        life.Count(Indicator.CashHeld, e.Cash);
        life.Count(Indicator.LoansOwed, e.Loan);
        if (e.LentAs != SizeClass.Large) life.Count(Indicator.SmeLoansOwed, e.Loan);
        if (e.LentAs == SizeClass.Small)
        {
            life.Count(Indicator.SmallMicroLoansOwed, e.Loan);
            if (e.Loan <= InclusiveLimit) life.Count(Indicator.InclusiveLoansOwed, e.Loan);
        }
        Owed(life, e.OwedByPublic, Indicator.PublicOwes);
        if (life.Firm.Tier == Tier.First)
        {
            Owed(life, e.OwedByCustomer, Indicator.LargeOwes);
            life.Count(Indicator.FirstTierPayable, e.Payable);
        }
        else if (life.Firm.Tier == Tier.Second)
        {
            Owed(life, e.OwedByCustomer, Indicator.FirstTierOwes);
        }
        life.Count(Indicator.ChainPayable, e.Payable);
        life.Count(Indicator.FixedAssets, e.FixedAssets);
        life.Count(Indicator.VatCreditHeld, e.VatCredit);
        var knowledge = Fen.FromYuan(e.Knowledge);
        life.Count(Indicator.KnowledgeHeld, knowledge);
        if (life.Firm.InCluster) life.Count(Indicator.ClusterKnowledge, knowledge);
        life.Count(Indicator.DemandHeld, Fen.FromYuan(e.Demand));
    }

    // In order behind the total: overdue in all, then by age.
    private static void Owed(in Life life, in Claims claims, Indicator total)
    {
        if (claims.Total == 0) return;
        life.Count(total, claims.Total);
        life.Count(total + 1, claims.Late);
        life.Count(total + 2, claims.LateTo3);
        life.Count(total + 3, claims.Late3To12);
        life.Count(total + 4, claims.LateOverYear);
    }

    private static void Titles(in Life life, in Enterprise e)
    {
        if (e.Holds(Title.HighTech, life.Month)) life.Count(Indicator.HighTech);
        if (e.Holds(Title.TechSme, life.Month)) life.Count(Indicator.TechSme);
        if (e.Holds(Title.Innovative, life.Month)) life.Count(Indicator.Innovative);
        if (e.Holds(Title.LittleGiant, life.Month)) life.Count(Indicator.LittleGiant);
        if (!e.Holds(Title.Specialised, life.Month)) return;
        life.Count(Indicator.Specialised);
        if (e.Is(Standing.OnCloud)) life.Count(Indicator.SpecialisedOnCloud);
        if (e.Loan > 0) life.Count(Indicator.SpecialisedWithLoan);
    }
}
