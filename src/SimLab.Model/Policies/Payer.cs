namespace SimLab.Model.Policies;

/// <summary>Who pays for a measure.</summary>
public enum Payer
{
    /// <summary>The centre: by transfers to the province, by revenue it does without, or by its bank. Nobody in the province.</summary>
    Transfer,

    /// <summary>The province's other spending, which is less by as much.</summary>
    Spending,

    /// <summary>Bonds of the province, bought outside it. Interest and repayment come out of its other spending later.</summary>
    Debt,

    /// <summary>Taxes on households of the province.</summary>
    Taxes,
}
