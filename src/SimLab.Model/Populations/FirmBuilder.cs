using SimLab.Model.Enterprises;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Populations;

/// <summary>A firm under construction: each step of the generator sets a few more fields.</summary>
internal sealed class FirmBuilder
{
    // Location, industry, stratum and weight: Strata.
    public int Id;
    public required Region Region;
    public required Industry Industry;
    public required Stratum Stratum;
    public int Weight = 1;
    public bool Vacant;
    public bool Large;
    public SizeBand Band;

    // Titles: TitleHolders.
    public Holding Holding;
    public bool TechSme;

    public bool HighTech => Holding is Holding.HighTech or Holding.SpecialisedHighTech or Holding.LittleGiantHighTech;
    public bool Specialised => Holding >= Holding.Specialised;
    public bool LittleGiant => Holding >= Holding.LittleGiant;

    // Chain, cluster, owner, fields: ChainMembership.
    public Chain Chain;
    public Tier Tier;
    public bool InCluster, StateOwned, StrategicField, WesternEncouraged;

    // Its customer and number of suppliers: SupplyNetwork.
    public FirmBuilder? Customer;
    public int Suppliers, Account;

    // Sales of a full year at the present rate, yuan: Sizes.
    public double Sales;

    // R&D and business: Innovation.
    public float RndPropensity, LatentRndPropensity, MainBusinessShare, HighTechIncomeShare, NicheYears;

    // Customers, shares of sales: Balances, TradeCredit.
    public double PublicShare, ChainShare;

    public Enterprise State;

    public bool LeadsChain => Tier == Tier.Leader;

    public bool Titled => HighTech || Specialised || TechSme;

    public bool OneToOne => !Vacant && Stratum != Stratum.Ordinary;

    public SizeClass SizeClass => SizeClasses.Of(Industry, State.Staff, State.SalesLastYear, State.TotalAssets);

    // Production technique: Techniques.
    public float Wage, SalesPerWorker, RndPerHead, SalesToCapital, UsualSales, CreditNeed, Overhead;

    /// <summary>Standing by which figures of the recipe differ: the highest that the firm has.</summary>
    public FirmKind Kind => this switch
    {
        { LittleGiant: true } => FirmKind.LittleGiant,
        { Specialised: true } => FirmKind.Specialised,
        { HighTech: true } => FirmKind.HighTech,
        { Stratum: Stratum.Innovative } => FirmKind.Candidate,
        { Large: true } => FirmKind.Large,
        _ => FirmKind.Other,
    };

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
