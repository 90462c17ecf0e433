using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Rulebook;
using Law = SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>The evaluated price of a bid, and interest on a late payment, where the facts request them.</summary>
internal static class MarketJudge
{
    public static ProcurementRuling? Procurement(FirmYear facts, LawDate date, SizeRuling size)
    {
        if (facts.Value(FactKeys.BidPrice) is not { } price) return null;
        if (facts.Value(FactKeys.BidKind) is not { } kind)
            return new(null, null, null, default) { Law = [Cite(Law.Procurement.GoodsAndServices, date)], Needs = [FactKeys.BidKind.Key] };

        ImmutableArray<Citation> law = [
            Cite((PurchaseKind)kind == PurchaseKind.Works ? Law.Procurement.WorksDeduction : Law.Procurement.GoodsAndServices, date)];
        if (size.Size is not { } bidder) return new(null, null, null, default) { Law = law, Needs = size.Needs };

        var range = Law.Procurement.RangeFor(date.Month, (PurchaseKind)kind, bidder, facts.Number(FactKeys.SharedWithSmall) ?? 0);
        var ruling = new ProcurementRuling(
            null, Law.Procurement.EvaluatedPrice(price, range.Most), Law.Procurement.EvaluatedPrice(price, range.Least), range)
        { Law = law };
        if (range.Most == 0) return ruling
            with
        { EvaluatedFen = price, Note = $"no deduction: neither small or micro nor sharing enough with such firms" };
        if (facts.Number(FactKeys.PriceDeduction) is not { } deduction) return ruling with { Needs = [FactKeys.PriceDeduction.Key] };
        return range.Allows(deduction)
            ? ruling with { EvaluatedFen = Law.Procurement.EvaluatedPrice(price, deduction) }
            : ruling with { Note = $"the deduction given, {Wording.Number(deduction)}, is not one the law allows" };
    }

    public static PaymentRuling? Payment(FirmYear facts, LawDate date, SizeRuling size)
    {
        if (facts.Value(FactKeys.InvoiceAmount) is not { } amount) return null;

        ImmutableArray<Citation> law = [Cite(PaymentTerms.LateInterest, date)];
        if (RuleJudge.Missing(facts, FactKeys.DaysLate, FactKeys.Debtor) is { IsEmpty: false } missing) return new(null, null)
        { Law = law, Needs = missing };

        int? deadline = PaymentTerms.DeadlineDays(date.Month, (Debtor)facts.Value(FactKeys.Debtor)!.Value) is var days
            && days == PaymentTerms.NoLimit ? null : days;
        law = [.. law, Cite(PaymentTerms.Rule, date)];
        if (size.Size is not { } creditor) return new(null, deadline) { Law = law, Needs = size.Needs };
        if (creditor == SizeClass.Large) return new(0, deadline)
        { Law = law, Note = $"the regulation protects small and medium firms only" };

        var late = (int)facts.Value(FactKeys.DaysLate)!.Value;
        return facts.Number(FactKeys.AgreedRate) is { } rate
            ? new(PaymentTerms.OverdueInterestAgreed(date.Month, amount, late, rate), deadline)
            { Law = [.. law, Cite(CreditPrices.LoanPrime, date)], Note = $"at the agreed rate, at least the one-year LPR" }
            : new(PaymentTerms.OverdueInterest(date.Month, amount, late), deadline) { Law = law };
    }

    private static Citation Cite(Rule rule, LawDate date) => new(rule.VersionAt(date.Month), date.Month);
}
