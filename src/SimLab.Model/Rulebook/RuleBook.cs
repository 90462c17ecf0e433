namespace SimLab.Model.Rulebook;

/// <summary>Every rule of law in the model, with all dated versions.</summary>
public static class RuleBook
{
    /// <summary>All rules in reading order: taxes, people, size and titles, markets, credit.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        IncomeTax.SmallProfit, IncomeTax.HighTechRate, IncomeTax.Western, IncomeTax.StandardRate,
        LossCarryForward.General, LossCarryForward.Technology, SoleTraderTax.HalvedUpTo,
        SuperDeduction.General, SuperDeduction.Manufacturing, SuperDeduction.TechSme, SuperDeduction.ChipOrMachineTool,
        SuperDeduction.Entrusted, SuperDeduction.OtherCostsPooled, SuperDeduction.ExcludedShare,
        ValueAddedTax.SmallScaleRule, ValueAddedTax.RegistrationLimit, ValueAddedTax.Rates, VatCreditRefund.Rule,
        Surcharges.Rates, SixTaxesTwoFees.Rule,
        StabilisationRefund.Shares, StabilisationRefund.Layoffs,
        EmploymentCredit.KeyGroups, EmploymentCredit.Veterans, EmploymentCredit.SelfEmployed, DisabledLevy.Rule,
        DisabledLevy.LeastQuota,
        SizeClasses.Table, AboveScale.Table,
        HighTech.Rule, TechSme.Rule, Ladder.Rule, Innovative.Rule, Specialised.Rule, LittleGiant.Rule,
        Procurement.GoodsAndServices, Procurement.WorksDeduction, Procurement.GoodsAndServicesReserve, Procurement.WorksReserve,
        PaymentTerms.Rule, PaymentTerms.LateInterest,
        CreditPrices.LoanPrime, CreditPrices.SmallFirmRelending, CreditPrices.SupportTool, CreditPrices.TechnologyRelending,
            CreditPrices.Guarantee,
    ];

    /// <summary>Every version of every rule.</summary>
    public static IReadOnlyList<RuleVersion> All { get; } = Rules.SelectMany(rule => rule.Versions).ToArray();
}
