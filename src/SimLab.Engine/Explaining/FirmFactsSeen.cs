using System.Runtime.InteropServices;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Forms;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.Explaining;

/// <summary>Extracts and compares the facts of a firm that a story shows.</summary>
internal static class FirmFactsSeen
{
    private delegate double Read(in Enterprise e, Month month);

    private sealed record Compared(string Name, string Unit, Read Read);

    private static readonly Compared[] Facts =
    [
        new("inBusiness", "", (in e, _) => e.IsAlive ? 1 : 0),
        new("sales", "yuan", (in e, month) => Fen.ToYuan(SalesOf(e, month))),
        new("rnd", "yuan", (in e, month) => Fen.ToYuan(RndOf(e, month))),
        new("staff", "people", (in e, _) => e.Staff),
        new("rndStaff", "people", (in e, _) => e.RndStaff),
        new("cash", "yuan", (in e, _) => Fen.ToYuan(e.Cash)),
        new("loan", "yuan", (in e, _) => Fen.ToYuan(e.Loan)),
        new("loanRate", "share", (in e, _) => e.LoanRate),
        new("owed", "yuan", (in e, _) => Fen.ToYuan(e.Receivables)),
        new("owedByPublicBodies", "yuan", (in e, _) => Fen.ToYuan(e.OwedByPublic.Total)),
        new("overdueFromPublicBodies", "yuan", (in e, _) => Fen.ToYuan(e.OwedByPublic.Late)),
        new("owedByCustomer", "yuan", (in e, _) => Fen.ToYuan(e.OwedByCustomer.Total)),
        new("overdueFromCustomer", "yuan", (in e, _) => Fen.ToYuan(e.OwedByCustomer.Late)),
        new("owesSuppliers", "yuan", (in e, _) => Fen.ToYuan(e.Payable)),
        new("fixedAssets", "yuan", (in e, _) => Fen.ToYuan(e.FixedAssets)),
        new("netAssets", "yuan", (in e, _) => Fen.ToYuan(e.NetAssets)),
        new("monthlyDemand", "yuan", (in e, _) => e.Demand),
        new("awareness", "share", (in e, _) => e.Awareness),
        new("capability", "index", (in e, _) => e.Capability),
        new("digitalLevel", "level", (in e, _) => e.DigitalLevel),
        new("qualityLevel", "level", (in e, _) => e.QualityLevel),
        new("inventionPatents", "", (in e, _) => e.Class1Ip),
        new("aboveScale", "", (in e, _) => e.Is(Standing.AboveScale) ? 1 : 0),
        .. Enum.GetValues<Title>().Select(title => new Compared(StoryText.Id(title), "", (in e, month) => e.Holds(title, month) ? 1 : 0)),
    ];

    /// <summary>State of the firm at the end of <paramref name="month"/>; null: not in business.</summary>
    public static FirmState? Of(in Firm firm, in Enterprise state, Month month)
    {
        if (!state.IsAlive) return null;
        var e = state;
        return new(
            $"{month}", StoryText.Plain(e.SizeIn(firm.Industry).ToString()), e.Staff, e.RndStaff,
            Fen.ToYuan(SalesOf(e, month)), Fen.ToYuan(RndOf(e, month)), Fen.ToYuan(e.Cash), Fen.ToYuan(e.Loan), e.LoanRate,
                Fen.ToYuan(e.Receivables),
            AgedOf(e.OwedByPublic), AgedOf(e.OwedByCustomer), Fen.ToYuan(e.Payable), Fen.ToYuan(e.FixedAssets),
                Fen.ToYuan(e.NetAssets), e.Awareness, e.DigitalLevel, e.QualityLevel, e.Class1Ip, e.Class2Ip, e.Is(Standing.AboveScale),
            [.. Enum.GetValues<Title>().Where(title => e.Holds(title, month))
                .Select(title => new HeldTitle(StoryText.Id(title), $"{Expiry.LastMonth(e.Until(title))}"))]);
    }

    private static AgedClaims AgedOf(in Receivables claims) =>
        new(Fen.ToYuan(claims.NotDue), Fen.ToYuan(claims.LateTo3), Fen.ToYuan(claims.Late3To12), Fen.ToYuan(claims.LateOverYear));

    /// <summary>Whether the two states are equal, byte for byte.</summary>
    public static bool Same(in Enterprise a, in Enterprise b) =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<Enterprise>(in a)).SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<Enterprise>(in b)));

    /// <summary>Facts that differ between the arms.</summary>
    public static IReadOnlyList<Differing> Between(in Enterprise policy, in Enterprise baseline, Month month)
    {
        var differing = new List<Differing>();
        foreach (var fact in Facts)
        {
            var (with, without) = (fact.Read(policy, month), fact.Read(baseline, month));
            if (with != without) differing.Add(new(fact.Name, fact.Unit, with, without));
        }
        return differing;
    }

    // December closes the books of the year.
    private static long SalesOf(in Enterprise e, Month month) => month.EndsYear ? e.SalesLastYear : e.SalesThisYear;

    private static long RndOf(in Enterprise e, Month month) => month.EndsYear ? e.RndLastYear : e.RndThisYear;
}
