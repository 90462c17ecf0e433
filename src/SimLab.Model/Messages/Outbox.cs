using SimLab.Model.Forms;

namespace SimLab.Model.Messages;

/// <summary>What happened to a firm, for those who watch: one line of events.</summary>
public enum EventKind : byte
{
    Founded, Left, Insolvent, TitleEarned, TitleLost, TitleRefused, JoinedAboveScale, LeftAboveScale, FirstLoan, LoanRefused, BidWon, SupportRefused, EquityRaised,
    /// <summary>Income tax of the year assessed, near the cliff of small low-profit firms; watched worlds only. The amount is the taxable income.</summary>
    TaxAssessed,
}

public readonly record struct FirmEvent(int Enterprise, int World, EventKind Kind, byte Which, long Amount);

/// <summary>A measure changed one field of one form of one firm: the direct effect, from the desk itself.</summary>
public readonly record struct LedgerLine(int Enterprise, int World, FormKind Form, byte Field, byte Clause, double Before, double After);

/// <summary>
/// The papers of one district in one month, by the market they go to, with the district's tally. Enterprises lay their
/// papers here one after another in order of number, so every pile is in order of (enterprise, world).
/// </summary>
public sealed class Outbox(int worlds)
{
    public ReusableBuffer<Message<LoanRequest>> LoanApplications { get; } = new();
    public ReusableBuffer<Message<SealedBid>> Bids { get; } = new();
    public ReusableBuffer<Message<ChainMoney>> ChainOrders { get; } = new();
    public ReusableBuffer<Message<ChainOffer>> ChainOffers { get; } = new();
    public ReusableBuffer<Message<ChainMoney>> ChainPayments { get; } = new();
    public ReusableBuffer<Message<ChainMoney>> ChainClaims { get; } = new();
    public ReusableBuffer<Message<ChainMoney>> ChainClaimsOfExited { get; } = new();
    public ReusableBuffer<Message<ChainMoney>> ChainDefaults { get; } = new();
    public ReusableBuffer<Message<HiringRequest>> HiringRequests { get; } = new();
    public ReusableBuffer<Message<JudgedFile>> TitleFiles { get; } = new();
    public ReusableBuffer<Message<SupportClaim>> SupportClaims { get; } = new();

    public ReusableBuffer<Message<EquityRequest>> EquityRequests { get; } = new();

    public ReusableBuffer<Message<CampaignEntry>> CampaignEntries { get; } = new();
    public ReusableBuffer<Message<FairEntry>> FairEntries { get; } = new();

    public ReusableBuffer<FirmEvent> Events { get; } = new();
    public ReusableBuffer<LedgerLine> Ledger { get; } = new();

    public Tally Tally { get; } = new(worlds);

    /// <summary>Enterprises that have lived since the tray was cleared; the district checks that each call moved it by one.</summary>
    public int Stepped { get; set; }

    public void Clear()
    {
        LoanApplications.Clear();
        Bids.Clear();
        ChainOrders.Clear();
        ChainOffers.Clear();
        ChainPayments.Clear();
        ChainClaims.Clear();
        ChainClaimsOfExited.Clear();
        ChainDefaults.Clear();
        HiringRequests.Clear();
        TitleFiles.Clear();
        SupportClaims.Clear();
        EquityRequests.Clear();
        CampaignEntries.Clear();
        FairEntries.Clear();
        Events.Clear();
        Ledger.Clear();
        Tally.Clear();
        Stepped = 0;
    }
}
