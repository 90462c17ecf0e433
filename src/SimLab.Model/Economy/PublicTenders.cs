using SimLab.Model.Forms;
using SimLab.Model.Policies;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Economy;

/// <summary>
/// What public buyers tender in a month, and what a firm may hope for that bids: it sees how many lots there are, how many of them
/// are reserved, and how many bid of late.
/// </summary>
public static class PublicTenders
{
    /// <summary>The kind of purchase for which firms of an industry bid; null: none.</summary>
    /// <param name="industry">The industry.</param>
    /// <param name="largeWorks">A builder bids for large works.</param>
    public static TenderKind? KindOf(Industry industry, bool largeWorks) => industry switch
    {
        Industry.Manufacturing or Industry.Wholesale or Industry.Retail => TenderKind.Goods,
        Industry.Software or Industry.ResearchAndTechnical or Industry.LeasingAndBusiness or Industry.PropertyManagement
            or Industry.Transport or Industry.WaterAndEnvironment or Industry.Telecommunication => TenderKind.Services,
        Industry.Construction => largeWorks ? TenderKind.LargeWorks : TenderKind.SmallWorks,
        _ => null,
    };

    /// <summary>Value of one contract of the kind, yuan.</summary>
    public static double LotOf(TenderKind what, BehaviouralParameters behaviour) => what switch
    {
        TenderKind.SmallWorks => behaviour.LotOfSmallWorks,
        TenderKind.LargeWorks => behaviour.LotOfLargeWorks,
        _ => behaviour.LotOfGoods,
    };

    /// <summary>Terms of a tender under the law of the month.</summary>
    public static Tender UnderLaw(Month month, TenderKind what, BehaviouralParameters behaviour)
    {
        var lot = Fen.FromYuan(LotOf(what, behaviour));
        var kind = what switch
        {
            TenderKind.Goods => PurchaseKind.Goods,
            TenderKind.Services => PurchaseKind.Services,
            _ => PurchaseKind.Works,
        };
        return new()
        {
            What = what,
            LotValue = lot,
            ReservedForSmes = Procurement.ReservedShare(month, kind, lot),
            PriceDeduction = Procurement.RangeFor(month, kind, SizeClass.Small).Least,
        };
    }

    /// <summary>What public buyers of the province spend on the kind in a year, yuan.</summary>
    public static double Spending(Macro macro, int year, TenderKind what)
    {
        var works = 1 - macro.GoodsShare - macro.ServicesShare;
        return macro.PublicProcurement.In(year) * what switch
        {
            TenderKind.Goods => macro.GoodsShare,
            TenderKind.Services => macro.ServicesShare,
            TenderKind.SmallWorks => works * (1 - macro.LargeWorksShare),
            _ => works * macro.LargeWorksShare,
        };
    }

    /// <summary>
    /// Chance that a bid of a small or medium firm wins, as it reckons: the lots reserved are shared by those who bid, the others by
    /// bidders from outside as well, each of whom counts for more the cheaper it is after the deduction.
    /// </summary>
    /// <param name="lots">Lots tendered in a month.</param>
    /// <param name="terms">Their terms.</param>
    /// <param name="bids">Bids of a month of late.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double ChanceToWin(double lots, in Tender terms, double bids, BehaviouralParameters behaviour)
    {
        if (lots <= 0) return 0;
        var reserved = lots * terms.ReservedForSmes;
        var cheaper = behaviour.BidSpread <= 0 ? 0 : (behaviour.OutsidersCheaper - terms.PriceDeduction) / behaviour.BidSpread;
        var outside = lots * behaviour.OutsideBidsPerLot * PortableMath.Exp(cheaper);
        var open = (lots - reserved) / Math.Max(1, bids + outside);
        return Math.Min(1, Math.Min(1, reserved / Math.Max(1, bids)) + open);
    }

    /// <summary>Chance to win by region, then kind; see <see cref="ChanceToWin"/>.</summary>
    internal static double[] Chances(EconomySetting setting, World world, PolicyDesk desk, Month month, ReadOnlySpan<double> bids)
    {
        var (behaviour, macro, regions) = (setting.Behaviour[world.Arm], setting.Macro[world.Arm], setting.Province.PublicSpending());
        var chances = new double[regions.Length * Tender.Kinds];
        for (var kind = 0; kind < Tender.Kinds; kind++)
        {
            var terms = UnderLaw(month, (TenderKind)kind, behaviour);
            foreach (var measure in desk.Tenders) measure.Measure.Apply(ref terms, default);
            var lots = Spending(macro, month.Year, (TenderKind)kind) / 12 / Fen.ToYuan(terms.LotValue);
            for (var region = 0; region < regions.Length; region++)
            {
                var of = region * Tender.Kinds + kind;
                chances[of] = bids.IsEmpty || bids[of] == 0
                    ? behaviour.UsualChanceToWin : ChanceToWin(lots * regions[region], terms, bids[of], behaviour);
            }
        }
        return chances;
    }
}
