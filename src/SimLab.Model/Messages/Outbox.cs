using SimLab.Model.Forms;

namespace SimLab.Model.Messages;

/// <summary>Kind of a recorded event of a firm.</summary>
public enum EventKind : byte
{
    Founded, Left, Insolvent, TitleEarned, TitleLost, TitleRefused, JoinedAboveScale, LeftAboveScale, FirstLoan, LoanRefused,
    BidWon, SupportRefused, EquityRaised,
    /// <summary>Income tax near the cliff of small low-profit firms; watched worlds; amount: taxable income.</summary>
    TaxAssessed,
    /// <summary>
    /// Public money or a relief of taxes and fees that a measure gave the firm this month; amount below zero: it took more. Worlds
    /// whose support is recorded.
    /// </summary>
    SupportReceived,
}

/// <summary>An event of a firm in a world. <c>Which</c>: title, number of the measure or tender kind; amount in fen.</summary>
public readonly record struct FirmEvent(int Enterprise, int World, EventKind Kind, byte Which, long Amount);

/// <summary>Direct effect of a measure: a change of one field of one form of one firm at the policy desk.</summary>
/// <param name="Measure">Number of the measure.</param>
public readonly record struct LedgerLine(int Enterprise, int World, FormKind Form, byte Field, byte Measure, double Before, double After);

/// <summary>
/// Messages of one district in one month, by market, with the district's events, ledger and tally. Enterprises write in
/// order of number, so every buffer is sorted by (enterprise, world).
/// </summary>
/// <param name="worlds">Worlds of the batch.</param>
/// <param name="province">Gives the number of chains.</param>
/// <param name="measures">Measures of the run: see <see cref="Tally"/>.</param>
public sealed class Outbox(int worlds, Province province, int measures)
{
    /// <summary>To the credit market.</summary>
    public ReusableBuffer<Message<LoanRequest>> LoanApplications { get; } = new();
    /// <summary>To the procurement market.</summary>
    public ReusableBuffer<Message<SealedBid>> Bids { get; } = new();
    /// <summary>Orders of customers, to the supply market.</summary>
    public ReusableBuffer<Message<ChainMoney>> ChainOrders { get; } = new();
    /// <summary>Offers of suppliers, to the supply market.</summary>
    public ReusableBuffer<Message<ChainOffer>> ChainOffers { get; } = new();
    /// <summary>Payments of customers, to the supply market.</summary>
    public ReusableBuffer<Message<ChainMoney>> ChainPayments { get; } = new();
    /// <summary>Claims of active suppliers, to the supply market.</summary>
    public ReusableBuffer<Message<ChainMoney>> ChainClaims { get; } = new();
    /// <summary>Claims of suppliers that closed this month, to the supply market.</summary>
    public ReusableBuffer<Message<ChainMoney>> ChainClaimsOfExited { get; } = new();
    /// <summary>Unpaid debts of customers that closed this month, to the supply market.</summary>
    public ReusableBuffer<Message<ChainMoney>> ChainDefaults { get; } = new();
    /// <summary>To the talent market.</summary>
    public ReusableBuffer<Message<HiringRequest>> HiringRequests { get; } = new();
    /// <summary>To the recognition office.</summary>
    public ReusableBuffer<Message<JudgedFile>> TitleFiles { get; } = new();
    /// <summary>To the cultivation offices of the prefectures.</summary>
    public ReusableBuffer<Message<CultivationRequest>> CultivationRequests { get; } = new();
    /// <summary>To the treasury.</summary>
    public ReusableBuffer<Message<SupportClaim>> SupportClaims { get; } = new();

    /// <summary>To the equity market.</summary>
    public ReusableBuffer<Message<EquityRequest>> EquityRequests { get; } = new();

    /// <summary>Shops in campaigns, to the customer market.</summary>
    public ReusableBuffer<Message<CampaignEntry>> CampaignEntries { get; } = new();
    /// <summary>Requests for stands, to the customer market.</summary>
    public ReusableBuffer<Message<FairEntry>> FairEntries { get; } = new();

    /// <summary>Events of the month, all worlds.</summary>
    public ReusableBuffer<FirmEvent> Events { get; } = new();
    /// <summary>Direct effects of measures, watched worlds only.</summary>
    public ReusableBuffer<LedgerLine> Ledger { get; } = new();

    /// <summary>Totals of the district.</summary>
    public Tally Tally { get; } = new(worlds, province.ChainCells(), measures);

    /// <summary>Enterprises stepped since the last clear; the district checks that each call adds one.</summary>
    public int Stepped { get; set; }

    /// <summary>Empties all buffers and the tally; allocated memory is reused.</summary>
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
        CultivationRequests.Clear();
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
