using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Effects;

/// <summary>
/// The indicator a measure works through first, and its expected direction. A flow is summed from the month the measure
/// comes into force; a stock is read at the end.
/// </summary>
/// <param name="Clause">Clause of the measure.</param>
/// <param name="Indicator">Indicator that moves.</param>
/// <param name="Up">Expected to rise; false: to fall.</param>
/// <param name="Words">The same for readers.</param>
public sealed record Channel(int Clause, Indicator Indicator, bool Up, string Words)
{
    /// <summary>All channels.</summary>
    public static ImmutableArray<Channel> All { get; } =
    [
        new(1, Indicator.RefundsPaid, true, "unemployment-insurance refunds paid"),
        new(1, Indicator.IncomeTax, false, "income tax paid"),
        new(1, Indicator.EmploymentCredits, true, "tax credits for people from key groups"),
        new(1, Indicator.SupportPaid, true, "subsidies paid for the insurance of people from key groups"),
        new(1, Indicator.VatRefunded, true, "input VAT refunded"),
        new(1, Indicator.EquityRaised, true, "equity raised, the province's two funds included"),
        new(2, Indicator.NewAboveScale, true, "newly above-scale firms"),
        new(3, Indicator.SmeLoansOwed, true, "loans owed by SMEs"),
        new(3, Indicator.SmePrincipal, false, "principal repaid by SMEs"),
        new(3, Indicator.Interest, false, "interest paid"),
        new(4, Indicator.ChainFirmLoans, true, "loans granted to SMEs of a chain"),
        new(5, Indicator.PublicOrdersWon, true, "public orders won"),
        new(5, Indicator.CampaignSales, true, "sales that vouchers brought to shops"),
        new(5, Indicator.FairSales, true, "orders from fairs and platforms"),
        new(5, Indicator.ChainOrdersWon, true, "orders won along chains"),
        new(6, Indicator.SupplyStops, false, "months in which supply stopped"),
        new(7, Indicator.AwarenessMillionths, true, "firms' knowledge of policy, sum of shares"),
        new(8, Indicator.PublicArrears, false, "overdue invoices of public bodies"),
        new(9, Indicator.NewSpecialised, true, "newly recognised specialised SMEs"),
        new(9, Indicator.ResearchSupport, true, "research grants to little giants"),
        new(9, Indicator.GuaranteeFees, false, "guarantors' fees paid"),
        new(10, Indicator.ChainOrdersWon, true, "orders won along chains"),
        new(11, Indicator.TransfersMade, true, "research results turned into products"),
        new(12, Indicator.SpecialisedOnCloud, true, "specialised SMEs on the cloud"),
        new(13, Indicator.CertifiedFirms, true, "firms with certified quality management"),
        new(14, Indicator.Class1Granted, true, "invention patents granted"),
        new(15, Indicator.ResearchersHired, true, "researchers hired"),
        new(16, Indicator.EquityRaised, true, "equity raised"),
        new(17, Indicator.ClusterKnowledge, true, "knowledge held by cluster firms"),
    ];

    /// <summary>The measure's own channel; null: none defined.</summary>
    public static Channel? Of(int clause) => All.FirstOrDefault(channel => channel.Clause == clause);

    /// <summary>Unit of <see cref="Read"/>: "yuan", "firms" or the like.</summary>
    public string Unit => Indicators.Unit(Indicator) switch
    {
        "fen" => "yuan",
        "millionths" => "firms' worth",
        _ => Indicator switch
        {
            Indicator.TransfersMade or Indicator.Class1Granted => "results",
            Indicator.SupplyStops => "stops",
            _ => Indicators.Unit(Indicator),
        },
    };

    /// <summary>Reads the indicator in one world.</summary>
    /// <param name="series">Series of the run.</param>
    /// <param name="arm">Arm of the run.</param>
    /// <param name="replicate">Replicate of the arm.</param>
    /// <param name="from">First month of the sum of flows.</param>
    /// <param name="to">Last month of the sum of flows; month of stocks.</param>
    public double Read(RunSeries series, int arm, int replicate, Month from, Month to) =>
        series.Over(arm, replicate, from, to, Indicator);
}
