using SimLab.Model.Policies;

namespace SimLab.Model.Enterprises;

/// <summary>
/// Every behavioural number of the model, each with unit, range, source and confidence: the assumption register.
/// None of them is policy; a scenario may change them under <c>habits:</c>.
/// </summary>
public sealed record Habits
{
    [Assumption("log points a year at 10 million yuan of sales", 0.05, 0.8, "spread of growth falls with size (Stanley 1996; Zou 2019); level assumed", Confidence.Assumed)]
    public double GrowthSpread { get; init; } = 0.30;
}
