namespace SimLab.Model.Messages;

/// <summary>A message to a market: its sender, its world, and the number of firms the sender stands for.</summary>
public readonly record struct Message<T>(int Enterprise, int World, int Weight, T Body) where T : unmanaged;

/// <summary>A loan application after the policy desk; amount in fen, see <see cref="Forms.LoanApplication"/>.</summary>
public readonly record struct LoanRequest(
    long Amount, double Score, double Standard, double Priority, double RateCut, bool FirstLoan, SizeClass Size, bool Titled);

/// <summary>Free capacity (fen) that a supplier offers its customer, and its rank (lower is better).</summary>
/// <param name="Account">Account of the customer, as in <see cref="ChainMoney"/>.</param>
public readonly record struct ChainOffer(int Account, long Capacity, double Rank);

/// <summary>
/// Money between a customer and its suppliers, fen: an order, a payment or a default of the customer; or a claim of a
/// supplier, active or exited.
/// </summary>
/// <param name="Account">Account of the customer: <c>Firm.OwnAccount</c>.</param>
/// <param name="Amount">The money, fen.</param>
/// <param name="Extra">Of an order, what measures have added to it, share.</param>
public readonly record struct ChainMoney(int Account, long Amount, double Extra = 0);

/// <summary>A firm's search for R&amp;D staff in its region, and its attraction (higher is served first).</summary>
public readonly record struct HiringRequest(Region Region, int People, double Attraction);

/// <summary>A firm's search for equity, fen, and its attraction to investors (higher is served first).</summary>
public readonly record struct EquityRequest(long Amount, double Attraction, Industry Industry);

/// <summary>A shop in a voucher campaign: usual monthly sales and spare capacity, fen.</summary>
public readonly record struct CampaignEntry(long Sales, long Spare);

/// <summary>
/// A request for a stand at a fair: orders it would bring (fen), rank (lower is better), exports, and what the firm pays (fen).
/// </summary>
public readonly record struct FairEntry(long Orders, double Rank, bool Exports, long Price);

/// <summary>A title application with the verdict of the rulebook.</summary>
public readonly record struct JudgedFile(Title Title, bool Earned);

/// <summary>
/// A firm's request for a place on its prefecture's cultivation list, and what it lacks for a title, yuan (the least is first).
/// </summary>
public readonly record struct CultivationRequest(Region Region, double Lacks);

/// <summary>Support promised by a measure (its number), fen; the treasury pays while the measure's budget lasts.</summary>
public readonly record struct SupportClaim(int Measure, long Amount);

/// <summary>A bid for one lot of a kind in a region; price and quality bonus as shares of the estimate.</summary>
public readonly record struct SealedBid(Region Region, Forms.TenderKind What, SizeClass Size, double Price, double QualityBonus);

/// <summary>Outcome of a firm's message to a market.</summary>
public enum SettlementKind : byte
{
    LoanGranted, LoanRefused, BidWon, ChainOrderWon, ChainOrderPlaced, ChainPaid, Hired,
    TitleAwarded, TitleRefused, SupportPaid, SupportRefused, EquityRaised, ChainClaimLost, CampaignCustomers, FairCustomers,
    Listed,
}

/// <summary>
/// A settlement to a firm. <see cref="Which"/>: title, number of the measure, tender kind, size, or 1 for a stand abroad; amount in
/// fen. <see cref="Rate"/>: of a loan, a year; the public's share of a stand's price; of an order along a chain, what measures added.
/// </summary>
public readonly record struct Settlement(int Enterprise, int World, SettlementKind Kind, byte Which, long Amount, double Rate);
