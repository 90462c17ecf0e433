using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Engine.Effects;

/// <summary>
/// The indicator a measure works through first, and its expected direction. A flow is summed from the month the measure
/// comes into force; a stock is read at the end.
/// </summary>
/// <param name="Measure">The measure.</param>
/// <param name="Indicator">Indicator that moves.</param>
/// <param name="Up">Expected to rise; false: to fall.</param>
/// <param name="Words">The same for readers.</param>
public sealed record Channel(MeasureId Measure, Indicator Indicator, bool Up, string Words)
{
    /// <summary>All channels.</summary>
    public static ImmutableArray<Channel> All { get; } =
    [
        new(Gansu(1), Indicator.RefundsPaid, true, "unemployment-insurance refunds paid"),
        new(Gansu(1), Indicator.IncomeTax, false, "income tax paid"),
        new(Gansu(1), Indicator.EmploymentCredits, true, "tax credits for people from key groups"),
        new(Gansu(1), Indicator.SupportPaid, true, "subsidies paid for the insurance of people from key groups"),
        new(Gansu(1), Indicator.VatRefunded, true, "input VAT refunded"),
        new(Gansu(1), Indicator.EquityRaised, true, "equity raised, the province's two funds included"),
        new(Gansu(2), Indicator.NewAboveScale, true, "newly above-scale firms"),
        new(Gansu(3), Indicator.SmeLoansOwed, true, "loans owed by SMEs"),
        new(Gansu(3), Indicator.SmePrincipal, false, "principal repaid by SMEs"),
        new(Gansu(3), Indicator.Interest, false, "interest paid"),
        new(Gansu(4), Indicator.ChainFirmLoans, true, "loans granted to SMEs of a chain"),
        new(Gansu(5), Indicator.PublicOrdersWon, true, "public orders won"),
        new(Gansu(5), Indicator.CampaignSales, true, "sales that vouchers brought to shops"),
        new(Gansu(5), Indicator.FairSales, true, "orders from fairs and platforms"),
        new(Gansu(5), Indicator.ChainOrdersWon, true, "orders won along chains"),
        new(Gansu(6), Indicator.SupplyStops, false, "months in which supply stopped"),
        new(Gansu(7), Indicator.AwarenessMillionths, true, "firms' knowledge of policy, sum of shares"),
        new(Gansu(8), Indicator.PublicArrears, false, "overdue invoices of public bodies"),
        new(Gansu(9), Indicator.NewSpecialised, true, "newly recognised specialised SMEs"),
        new(Gansu(9), Indicator.ResearchSupport, true, "research grants to little giants"),
        new(Gansu(9), Indicator.GuaranteeFees, false, "guarantors' fees paid"),
        new(Gansu(10), Indicator.ChainOrdersWon, true, "orders won along chains"),
        new(Gansu(11), Indicator.TransfersMade, true, "research results turned into products"),
        new(Gansu(12), Indicator.SpecialisedOnCloud, true, "specialised SMEs on the cloud"),
        new(Gansu(13), Indicator.CertifiedFirms, true, "firms with certified quality management"),
        new(Gansu(14), Indicator.Class1Granted, true, "invention patents granted"),
        new(Gansu(15), Indicator.ResearchersHired, true, "researchers hired"),
        new(Gansu(16), Indicator.EquityRaised, true, "equity raised"),
        new(Gansu(17), Indicator.ClusterKnowledge, true, "knowledge held by cluster firms"),
    ];

    /// <summary>The measure's own channel; null: none defined.</summary>
    public static Channel? Of(MeasureId measure) => All.FirstOrDefault(channel => channel.Measure == measure);

    /// <summary>Unit of <see cref="Read"/>: "yuan", "firms" or the like.</summary>
    public string Unit => Indicators.ShownUnit(Indicator);

    /// <summary>Reads the indicator in one world.</summary>
    /// <param name="series">Series of the run.</param>
    /// <param name="arm">Arm of the run.</param>
    /// <param name="replicate">Replicate of the arm.</param>
    /// <param name="from">First month of the sum of flows.</param>
    /// <param name="to">Last month of the sum of flows; month of stocks.</param>
    public double Read(RunSeries series, int arm, int replicate, Month from, Month to) =>
        series.Over(arm, replicate, from, to, Indicator);

    private static MeasureId Gansu(int clause) => new(Gansu2023.Document.Id, clause);
}
