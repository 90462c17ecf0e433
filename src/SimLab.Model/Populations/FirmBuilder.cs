using SimLab.Model.Enterprises;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Populations;

/// <summary>A firm while the generator works on it: each step fills in a few more lines of the same sheet.</summary>
internal sealed class FirmBuilder
{
    // Where it stands: Strata.
    public int Id;
    public required Region Region;
    public required Industry Industry;
    public required Stratum Stratum;
    public int Weight = 1;
    public bool Vacant;
    public bool Large;
    public SizeBand Band;

    // What it is called: TitleHolders.
    public Holding Holding;
    public bool TechSme;

    public bool HighTech => Holding is Holding.HighTech or Holding.SpecialisedHighTech or Holding.LittleGiantHighTech;
    public bool Specialised => Holding >= Holding.Specialised;
    public bool LittleGiant => Holding >= Holding.LittleGiant;

    // What it belongs to: Chains.
    public Chain Chain;
    public Tier Tier;
    public bool InCluster, StateOwned, StrategicField, WesternEncouraged;

    // Whom it supplies and how many supply it: SupplyNetwork.
    public FirmBuilder? Customer;
    public int Suppliers, Account;

    // How big it is, in a full year at the present rate: Sizes.
    public double Sales;

    // What it does and knows: Innovation.
    public float RndPropensity, LatentRndPropensity, MainBusinessShare, HighTechIncomeShare, NicheYears;

    // Whom it sells to, shares of sales: Balances, TradeCredit.
    public double PublicShare, ChainShare;

    public Enterprise State;

    public bool LeadsChain => Tier == Tier.Leader;

    public bool Titled => HighTech || Specialised || TechSme;

    public bool OneToOne => !Vacant && Stratum != Stratum.Ordinary;

    public SizeClass SizeClass => SizeClasses.Of(Industry, State.Staff, State.SalesLastYear, State.TotalAssets);

    // How it turns money into sales: Techniques.
    public float Wage, SalesPerWorker, RndPerHead, SalesToCapital, UsualSales, CreditNeed, Overhead;

    public Firm ToFirm() => new()
    {
        Id = Id,
        Weight = Weight,
        Region = Region,
        Industry = Industry,
        Stratum = Stratum,
        Chain = Chain,
        InCluster = InCluster,
        Tier = Tier,
        Customer = Customer?.Id ?? 0,
        Suppliers = Suppliers,
        OwnAccount = Account,
        CustomerAccount = Customer?.Account ?? 0,
        StateOwned = StateOwned,
        StrategicField = StrategicField,
        WesternEncouraged = WesternEncouraged,
        RndPropensity = RndPropensity > 0 ? RndPropensity : LatentRndPropensity,
        RndPerHead = RndPerHead,
        MainBusinessShare = MainBusinessShare,
        HighTechIncomeShare = HighTechIncomeShare,
        NicheYears = NicheYears,
        Wage = Wage,
        SalesPerWorker = SalesPerWorker,
        SalesToCapital = SalesToCapital,
        UsualSales = UsualSales,
        CreditNeed = CreditNeed,
        Overhead = Overhead,
    };
}

/// <summary>Which part of the ordinary size distribution an agent stands for: large ones carry less weight, since more hangs on each.</summary>
internal enum SizeBand : byte { Lower, Middle, Upper }
