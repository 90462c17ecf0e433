using SimLab.Model.Forms;

namespace SimLab.Model.Messages;

/// <summary>A paper on its way to a market: who filed it, in which world, for how many firms it stands.</summary>
public readonly record struct Message<T>(int Enterprise, int World, int Weight, T Body) where T : unmanaged;

/// <summary>An application as the bank receives it from the policy desk; amount in fen, see <see cref="Forms.LoanApplication"/>.</summary>
public readonly record struct LoanRequest(
    long Amount, double Score, double Standard, double Priority, double RateCut, bool FirstLoan, SizeClass Size, bool Titled);

/// <summary>A firm offers its customer free capacity: fen, and the key the customer chooses by (lower is better).</summary>
/// <param name="Account">The customer's, as in <see cref="ChainMoney"/>.</param>
public readonly record struct ChainOffer(int Account, long Capacity, double Rank);

/// <summary>
/// Money between a customer and its suppliers, fen: what the customer orders, pays, or will never pay because it has closed;
/// what a supplier, or the estate of one that has closed, is owed.
/// </summary>
/// <param name="Account">The customer's: <c>Firm.OwnAccount</c>.</param>
public readonly record struct ChainMoney(int Account, long Amount);

/// <summary>R&amp;D staff a firm looks for in its region, and how attractive it is (higher is served first).</summary>
public readonly record struct HiringRequest(Region Region, int People, double Attraction);

/// <summary>An equity round a firm looks for: fen, and how attractive it is to investors (higher is served first).</summary>
public readonly record struct EquityRequest(long Amount, double Attraction, Industry Industry);

/// <summary>A firm sells to voucher holders: its usual sales of a month, and what it could sell beside them; fen.</summary>
public readonly record struct CampaignEntry(long Sales, long Spare);

/// <summary>A firm would like a stand at a fair: what it could sell there, fen; its rank (lower is better); whether it also could abroad.</summary>
public readonly record struct FairEntry(long Spare, double Rank, bool Exports);

/// <summary>An application for a title as the rulebook judged it.</summary>
public readonly record struct JudgedFile(Title Title, bool Earned);

/// <summary>Money a measure promised; the treasury pays while the measure's budget lasts. Fen.</summary>
public readonly record struct SupportClaim(int Clause, long Amount);

/// <summary>A bid for one lot of a kind in a region.</summary>
public readonly record struct SealedBid(Region Region, Forms.TenderKind What, SizeClass Size, double Price, double QualityBonus);

public enum SettlementKind : byte
{
    LoanGranted, LoanRefused, BidWon, ChainOrderWon, ChainOrderPlaced, ChainPaid, Hired,
    TitleAwarded, TitleRefused, SupportPaid, SupportRefused, EquityRaised, ChainClaimLost, CampaignCustomers, FairCustomers,
}

/// <summary>A market's answer to one firm in one world. <see cref="Which"/> is a title, clause, tender kind or size; amounts in fen.</summary>
public readonly record struct Settlement(int Enterprise, int World, SettlementKind Kind, byte Which, long Amount, double Rate);
