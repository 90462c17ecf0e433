namespace SimLab.Engine.Experiments.Methods;

/// <summary>Marginal posterior of one parameter.</summary>
/// <param name="Contraction">
/// 1 − variance of the posterior / variance of the prior, on the prior's scale: 0 nothing learnt, 1 all (Schad,
/// Betancourt and Vasishth 2021).
/// </param>
/// <param name="FromPrior">Kolmogorov's distance between posterior and prior.</param>
/// <param name="EffectiveSize">Effective sample size of the posterior.</param>
public sealed record ParameterPosterior(
    string Name, double Mean, double Deviation, double P05, double P50, double P95, double Contraction, double FromPrior,
    double EffectiveSize)
{
    // Kolmogorov's 5 % point for large samples: 1.358 over the root of the sample size.
    private const double FivePerCent = 1.358;

    /// <summary>
    /// The posterior does not differ from the prior (Kolmogorov's test at 5 %): the targets do not identify the
    /// parameter.
    /// </summary>
    public bool IsPrior => FromPrior < FivePerCent / Math.Sqrt(EffectiveSize);

    public override string ToString() => IsPrior
        ? $"The targets say nothing of {Name}: its posterior is its prior."
        : $"The targets take away {100 * Contraction:0} % of the variance of {Name}.";
}
