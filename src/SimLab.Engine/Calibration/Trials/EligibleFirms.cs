using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Forms;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>Whether a firm may take part in a trial, judged in the month before its first.</summary>
/// <param name="context">The firm, with its card.</param>
/// <param name="refused">Loan that a bank has just refused it, fen; 0: none.</param>
public delegate bool EligibilityTest(in FirmContext context, long refused);

/// <summary>The firms that a trial is about: a random half of them is treated, the others are its controls.</summary>
/// <param name="Name">Name in the file of trials.</param>
/// <param name="Words">The same for readers.</param>
/// <param name="Test">Whether a firm is one of them.</param>
public sealed record EligibleFirms(string Name, string Words, EligibilityTest Test)
{
    /// <summary>Whether a firm counts in a month, judged before its step; null: in all months while it is in business.</summary>
    public Func<Enterprise, bool>? Counts { get; init; }

    /// <summary>All kinds of eligible firms.</summary>
    public static ImmutableArray<EligibleFirms> All { get; } =
    [
        new("technology_smes", "technology SMEs with R&D",
            static (in context, _) => context.Card.Holds(Title.TechSme) && context.State.RndIntensity > 0),
        new("firms_at_a_notch",
            "firms with R&D and without the high-tech or 专精特新 title, in months in which they stretch it to reach one",
            static (in context, _) => context.State.Is(Standing.DoesRnd)
                && !context.Card.Holds(Title.HighTech) && !context.Card.Holds(Title.Specialised))
        {
            Counts = static firm => firm.Is(Standing.StretchesRnd),
        },
        new("little_giants", "national little giants (小巨人)", static (in context, _) => context.Card.Holds(Title.LittleGiant)),
        new("bidders", "SMEs that could take on one more public contract",
            static (in context, _) => context.Card.IsSme && BidForTenders.Open(context) is not null),
        new("suppliers_of_public_bodies", "SMEs to which public bodies owe money, or whose public orders are not delivered yet",
            static (in context, _) => context.Card.IsSme && context.State.OwedByPublic.Total + context.State.OrdersPublic > 0),
        new("suppliers_on_credit", "SMEs to which public bodies owe at least a month of their sales",
            static (in context, _) => context.Card.IsSme
                && Fen.ToYuan(context.State.OwedByPublic.Total) >= context.ExpectedSales && context.ExpectedSales > 0),
        new("bidders_for_large_works", "SMEs that could take on a contract for works above 4 million yuan",
            static (in context, _) => context.Card.IsSme && BidForTenders.Open(context) == TenderKind.LargeWorks),
        new("smes_off_the_cloud", "SMEs that are not on the cloud yet",
            static (in context, _) => context.Card.IsSme && !context.State.Is(Standing.OnCloud)),
        new("refused_smes", "SMEs that a bank has just refused a loan", static (in context, refused) => context.Card.IsSme && refused > 0),
        new("refused_for_cover", "SMEs that a bank has just refused a loan and whose equipment would not cover their debt",
            static (in context, refused) => context.Card.IsSme && refused > 0 && Borrow.GuaranteeFee(context, refused) > 0),
        new("industrial_smes", "industrial SMEs with a title or on the roster",
            static (in context, _) =>
                context.Card.IsSme && context.Card.Industry.IsIndustrial() && (context.Card.AboveScale || context.Card.Titles != 0)),
        new("shops", "shops (retail SMEs)", static (in context, _) => context.Card.IsSme && context.Card.Industry == Industry.Retail),
        new("small_and_micro", "small and micro firms", static (in context, _) => context.Card.IsSmallOrMicro),
    ];

    /// <summary>The kind of that name; null: there is none.</summary>
    public static EligibleFirms? Find(string name) => All.FirstOrDefault(firms => firms.Name == name);
}
