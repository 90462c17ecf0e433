using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SimLab.Model.Forms;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises;

/// <summary>Yes-or-no facts of an enterprise in one world.</summary>
[Flags]
public enum Standing : ushort
{
    None = 0,
    /// <summary>In business. A slot without this flag is vacant: not yet founded, or exited.</summary>
    Alive = 1,
    EverBorrowed = 2,
    /// <summary>On the statistical roster of above-scale industrial firms (规上工业).</summary>
    AboveScale = 4,
    /// <summary>General VAT taxpayer (一般纳税人); otherwise small-scale.</summary>
    GeneralVat = 8,
    /// <summary>Runs its business on cloud services (上云).</summary>
    OnCloud = 16,
    /// <summary>Holds an ISO 9001 quality-management certificate.</summary>
    QualityCertified = 32,
    /// <summary>First borrowed during the current calendar year (首贷户).</summary>
    FirstLoanThisYear = 64,
    /// <summary>Stretches reported R&amp;D to reach a title's threshold; part is relabelled spending.</summary>
    StretchesRnd = 128,
    /// <summary>Has claimed support before and knows how.</summary>
    HasClaimed = 256,
    /// <summary>Does R&amp;D. Firms with an R&amp;D propensity that have not started lack this flag.</summary>
    DoesRnd = 512,
    /// <summary>Banks book its debt as lent to a medium firm; see <see cref="Enterprise.LentAs"/>.</summary>
    LentAsMedium = 1024,
    /// <summary>Banks book its debt as lent to a large firm.</summary>
    LentAsLarge = 2048,
    /// <summary>On its prefecture's cultivation list (梯度培育库), whose staff coach it, until the next list.</summary>
    Listed = 4096,
    /// <summary>Taxed income of the closed year was above the limit of small low-profit firms (小型微利企业).</summary>
    EarnsMuch = 8192,
}

/// <summary>
/// State of one enterprise in one world: 306 bytes, blittable, no padding (tested), edited in place by reference.
/// Money is in fen. "This year" starts in January; "last year" is the closed year before, and so on back.
/// A firm with <see cref="Firm.Weight"/> n stands for n such firms; every amount is for one of them.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
public struct Enterprise
{
    /// <summary>Size of the struct in bytes.</summary>
    public const int Bytes = 296 + sizeof(ushort) * Places.Titles;

    /// <summary>Top of the digitalisation grades (数字化水平), of which the lowest is 0.</summary>
    public const int HighestDigitalLevel = 4;

    public long Cash;                                      // below zero: an overdraft
    public long Loan;                                      // owed to banks
    public Receivables OwedByPublic;                            // by public bodies, by age
    public Receivables OwedByCustomer;                          // by the firm's customer along its chain, by age
    public long Payable;                                   // owed to the firm's own suppliers along the chain
    public long FixedAssets;                               // at book value
    public long OrdersPublic, OrdersChain;                 // won, not yet delivered
    public long LossCarried;                               // tax loss carried forward
    public long VatCredit;                                 // input VAT on equipment, not yet set off or refunded (留抵税额)
    public long SalesThisQuarter, MaterialsThisQuarter;
    public long SalesThisYear;
    public long RndThisYear;                               // as reported
    public long ProfitThisYear;                            // before income tax
    public long SalesLastYear, SalesYearBefore, SalesThirdYear;
    public long RndLastYear, RndYearBefore, RndThirdYear;  // as reported

    /// <summary>What ordinary customers would buy in a month, yuan.</summary>
    public double Demand;

    public float NetAssetsLastYear, NetAssetsYearBefore, NetAssetsThirdYear; // at its end, yuan
    public float Capability;                               // productivity relative to the industry, about 1
    public float Knowledge;                                // stock of real R&D, yuan
    public float DigitalLevel;                             // 0 to 4, as in the digitalisation grades
    public float QualityLevel;                             // 0 to 1
    public float Awareness;                                // 0 to 1, share of the policy in force that reaches the firm
    public float LoanRate;                                 // of the balance, a year
    public float RndIntensity;                             // target of reported R&D, share of sales
    public float YearShock;                                // this year's Laplace growth shock, log points

    public uint ClaimedThisYear;                           // one bit for each claimed measure (MeasureIndex.ClaimBit)

    public int Staff;                                      // people, including researchers
    public ushort RndStaff;                                // researchers
    public TitleTerms LastMonths;                          // last valid month by title, from 1999-12 on; 0: never held
    public ushort Class1Ip, Class2Ip;                      // rights held: invention patents; utility models, designs and software
    public byte TransfersThisYear, TransfersLastYear, TransfersYearBefore; // research results turned into products
    public byte MonthsSinceRefusal;                        // 255: never, or long ago
    public TitleWork TitleWork;                            // what the firm builds up for titles
    public ushort AgeMonths;
    public ushort KeyPeople;                               // taken on from key groups (重点群体) in the last three years
    public ushort LoanTerm;                                // mean term of the debt, hundredths of a month; 0: default term
    public Standing Standing;

    /// <summary>In business.</summary>
    public readonly bool IsAlive => (Standing & Standing.Alive) != 0;

    /// <summary>Whether any of the given flags is set.</summary>
    public readonly bool Is(Standing fact) => (Standing & fact) != 0;

    /// <summary>Sets or clears a flag.</summary>
    public void Set(Standing fact, bool value) => Standing = value ? Standing | fact : Standing & ~fact;

    /// <summary>
    /// Size class under which banks book the firm's debt: a loan keeps the class of the time it was lent. Micro firms
    /// count as small.
    /// </summary>
    public readonly SizeClass LentAs =>
        Is(Standing.LentAsLarge) ? SizeClass.Large : Is(Standing.LentAsMedium) ? SizeClass.Medium : SizeClass.Small;

    /// <summary>Books the debt under the size class, see <see cref="LentAs"/>.</summary>
    public void BookLoanAs(SizeClass size)
    {
        Set(Standing.LentAsMedium, size == SizeClass.Medium);
        Set(Standing.LentAsLarge, size == SizeClass.Large);
    }

    /// <summary>Sales that the firm plans for, yuan a month: ordinary customers, and orders in hand spread over their delivery.</summary>
    /// <param name="monthsToDeliver">Months in which orders in hand are delivered.</param>
    public readonly double ExpectedSales(double monthsToDeliver) => Demand + Fen.ToYuan(OrdersPublic + OrdersChain) / monthsToDeliver;

    /// <summary>All claims on public bodies and on the customer along the chain, fen.</summary>
    public readonly long Receivables => OwedByPublic.Total + OwedByCustomer.Total;

    /// <summary>Cash (not below zero), receivables, fixed assets and VAT credit, fen.</summary>
    public readonly long TotalAssets => Math.Max(0, Cash) + Receivables + FixedAssets + VatCredit;

    /// <summary>Statistical size class by the closed year; of a firm without one, by what its customers buy now.</summary>
    /// <param name="industry">Industry of the firm.</param>
    public readonly SizeClass SizeIn(Industry industry) => SizeClasses.Of(
        industry, Staff, SalesLastYear > 0 ? SalesLastYear : Fen.FromYuan(Demand * 12), TotalAssets);

    /// <summary>Assets less debts to banks and suppliers, fen; overdrafts count as negative cash.</summary>
    public readonly long NetAssets => Cash + Receivables + FixedAssets + VatCredit - Loan - Payable;

    /// <summary>Whether the title is valid in the month.</summary>
    public readonly bool Holds(Title title, Month month) => Expiry.Valid(Until(title), month);

    /// <summary>Last valid month of a title, as in <see cref="Expiry"/>.</summary>
    public readonly ushort Until(Title title) => LastMonths[(int)title];

    /// <summary>Sets the last valid month of a title, as in <see cref="Expiry"/>.</summary>
    public void SetUntil(Title title, ushort until) => LastMonths[(int)title] = until;
}

/// <summary>A number for each title.</summary>
[InlineArray(Places.Titles)]
public struct TitleTerms : IEquatable<TitleTerms>
{
    private ushort _first;

    // The equality of a structure does not know arrays within it.
    public readonly bool Equals(TitleTerms other) => ((ReadOnlySpan<ushort>)this).SequenceEqual(other);

    public override readonly bool Equals(object? obj) => obj is TitleTerms other && Equals(other);

    public override readonly int GetHashCode() => this[0];

    public static bool operator ==(TitleTerms left, TitleTerms right) => left.Equals(right);
    public static bool operator !=(TitleTerms left, TitleTerms right) => !left.Equals(right);
}

/// <summary>Encodes the last valid month of a title as months since 1999-12; 0: never held.</summary>
public static class Expiry
{
    private static readonly Month Zero = Month.Of(1999, 12);

    /// <summary>Encodes a month.</summary>
    public static ushort Of(Month lastValid) => (ushort)(lastValid - Zero);

    /// <summary>Whether a title with this code is valid in the month.</summary>
    public static bool Valid(ushort until, Month month) => until != 0 && until >= month - Zero;

    /// <summary>Decodes a month; null: never held.</summary>
    public static Month? LastMonth(ushort until) => until == 0 ? null : Zero + until;
}
