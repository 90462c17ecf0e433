using System.Runtime.InteropServices;
using SimLab.Model.Forms;

namespace SimLab.Model.Enterprises;

/// <summary>Yes-or-no facts of an enterprise in one world.</summary>
[Flags]
public enum Standing : ushort
{
    None = 0,
    /// <summary>In business. A slot without this flag is vacant: a firm not yet founded, or one that left.</summary>
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
    /// <summary>Stretches its reported R&amp;D to reach a title's threshold; part of it is other spending relabelled.</summary>
    StretchesRnd = 128,
    /// <summary>Has claimed support once, and knows how.</summary>
    HasClaimed = 256,
    /// <summary>Does R&amp;D. A firm with a bent for it that has not begun yet is without this flag.</summary>
    DoesRnd = 512,
    /// <summary>Banks book what it owes as lent to a medium firm; see <see cref="Enterprise.LentAs"/>.</summary>
    LentAsMedium = 1024,
    /// <summary>Banks book what it owes as lent to a large firm.</summary>
    LentAsLarge = 2048,
}

/// <summary>
/// One enterprise in one world: 304 bytes, blittable, no padding (a test holds it to that), edited in place by reference.
/// Money is in fen. "This year" runs from January; "last year" is the closed year before, and so on back.
/// A firm with <see cref="Firm.Weight"/> n stands for n such firms; every amount here is of one of them.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
public struct Enterprise
{
    public const int Bytes = 304;

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
    public float Awareness;                                // 0 to 1, how much of policy in force reaches the firm
    public float LoanRate;                                 // of the balance, a year
    public float RndIntensity;                             // reported R&D it aims at, share of sales
    public float YearShock;                                // this year's Laplace growth shock, log points

    public uint ClaimedThisYear;                           // one bit per clause, support claimed since January

    public int Staff;                                      // people, researchers among them
    public ushort RndStaff;                                // researchers
    public ushort HighTechUntil, TechSmeUntil, InnovativeUntil, SpecialisedUntil, LittleGiantUntil; // last valid month, from 1999-12 on; 0: never held
    public ushort Class1Ip, Class2Ip;                      // rights held: invention patents; utility models, designs and software
    public byte TransfersThisYear, TransfersLastYear, TransfersYearBefore; // research results turned into products
    public byte MonthsSinceRefusal;                        // 255: never, or long ago
    public ushort AgeMonths;
    public ushort KeyPeople;                               // taken on from key groups (重点群体) in the last three years
    public ushort LoanTerm;                                // of what is owed, hundredths of a month; 0: the usual term
    public Standing Standing;

    public readonly bool IsAlive => (Standing & Standing.Alive) != 0;

    public readonly bool Is(Standing fact) => (Standing & fact) != 0;

    public void Set(Standing fact, bool value) => Standing = value ? Standing | fact : Standing & ~fact;

    /// <summary>
    /// The class under which banks book what the firm owes: a loan stays what it was when it was lent, whatever becomes of the
    /// firm. Micro firms are booked with the small.
    /// </summary>
    public readonly SizeClass LentAs => Is(Standing.LentAsLarge) ? SizeClass.Large : Is(Standing.LentAsMedium) ? SizeClass.Medium : SizeClass.Small;

    public void BookLoanAs(SizeClass size)
    {
        Set(Standing.LentAsMedium, size == SizeClass.Medium);
        Set(Standing.LentAsLarge, size == SizeClass.Large);
    }

    public readonly long Receivables => OwedByPublic.Total + OwedByCustomer.Total;

    public readonly long TotalAssets => Math.Max(0, Cash) + Receivables + FixedAssets + VatCredit;

    public readonly long NetAssets => Cash + Receivables + FixedAssets + VatCredit - Loan - Payable;

    /// <summary>Whether the title is valid in the month.</summary>
    public readonly bool Holds(Title title, Month month) => Expiry.Valid(Until(title), month);

    public readonly ushort Until(Title title) => title switch
    {
        Title.HighTech => HighTechUntil,
        Title.TechSme => TechSmeUntil,
        Title.Innovative => InnovativeUntil,
        Title.Specialised => SpecialisedUntil,
        _ => LittleGiantUntil,
    };

    public void SetUntil(Title title, ushort until)
    {
        switch (title)
        {
            case Title.HighTech: HighTechUntil = until; break;
            case Title.TechSme: TechSmeUntil = until; break;
            case Title.Innovative: InnovativeUntil = until; break;
            case Title.Specialised: SpecialisedUntil = until; break;
            default: LittleGiantUntil = until; break;
        }
    }
}

/// <summary>The last valid month of a title as a small number: months since 1999-12; 0 means never held.</summary>
public static class Expiry
{
    private static readonly Month Zero = Month.Of(1999, 12);

    public static ushort Of(Month lastValid) => (ushort)(lastValid - Zero);

    public static bool Valid(ushort until, Month month) => until != 0 && until >= month - Zero;

    public static Month? LastMonth(ushort until) => until == 0 ? null : Zero + until;
}
