namespace SimLab.Model.Populations;

/// <summary>
/// Purpose of a random draw at month zero. The number is part of the random key: never renumber, only add. (Some
/// purposes belonged to figures that are fitted now, and are unused.)
/// </summary>
internal enum InitialDrawId
{
    HighTechChosen = 1, SpecialisedChosen, LittleGiantChosen, TechSmeChosen, LargeChosen,
    HighTechExpiry, SpecialisedExpiry, LittleGiantExpiry,
    ServiceRegion, ServiceIndustry,
    ChainMember, ChainName, StateOwned, Strategic, Western,
    SizeRank, SizePlace, Productivity,
    Age, GrowthLastYear, GrowthYearBefore, Niche, MainBusiness, HighTechIncome,
    DoesRnd, RndPropensity, RndLastYear, RndYearBefore, RndThirdYear, RndPeople,
    Class1Ip, Class2Ip, TransfersLastYear, TransfersYearBefore,
    Capability, Digital, Quality, Certified, Cloud, Awareness,
    Cash, FixedAssets, SellsToPublic, PublicShare, LeaderShare,
    Borrows, LoanSize, LoanRate, Borrowed, LossCarried, NetAssets,
    Margin, CreditNeed,
    FirstTier, Customer,
    LoanOnTheWay, Aspires,
}

/// <summary>
/// Random draws of month zero, keyed by (seed, firm, draw) through the SplitMix64 finaliser: no draw depends on another
/// having been made, so the order of the work is irrelevant.
/// </summary>
internal readonly struct InitialDraws(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Uniform between 0 and 1, both excluded.</summary>
    public double Uniform(int firm, InitialDrawId draw)
    {
        var key = Avalanche(seed + Golden);
        key = Avalanche(key ^ (Golden * ((ulong)firm + 1)));
        key = Avalanche(key + Golden * (ulong)draw);
        return ((key >> 11) + 0.5) * (1.0 / (1UL << 53));
    }

    public double Between(int firm, InitialDrawId draw, double low, double high) => low + (high - low) * Uniform(firm, draw);

    public bool Bernoulli(int firm, InitialDrawId draw, double chance) => Uniform(firm, draw) < chance;

    /// <summary>Standard normal.</summary>
    public double Normal(int firm, InitialDrawId draw) => InverseNormal(Uniform(firm, draw));

    /// <summary>Lognormal with median 1.</summary>
    public double Factor(int firm, InitialDrawId draw, double spread) => PortableMath.Exp(spread * Normal(firm, draw));

    /// <summary>Exponential with mean 1.</summary>
    public double Waiting(int firm, InitialDrawId draw) => -PortableMath.Log(Uniform(firm, draw));

    /// <summary>Laplace with mean 0 and the given standard deviation.</summary>
    public double Laplace(int firm, InitialDrawId draw, double deviation)
    {
        var u = Uniform(firm, draw) - 0.5;
        return -Math.Sign(u) * deviation / Math.Sqrt(2) * PortableMath.Log(1 - 2 * Math.Abs(u));
    }

    private static ulong Avalanche(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    /// <summary>P. J. Acklam's rational approximation, relative error below 1.2e-9.</summary>
    internal static double InverseNormal(double p)
    {
        const double low = 0.02425;
        if (p > 0.5) return -InverseNormal(1 - p);
        if (p < low)
        {
            var q = Math.Sqrt(-2 * PortableMath.Log(p));
            return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                - 2.549732539343734e+00) * q + 4.374664141464968e+00) * q + 2.938163982698783e+00)
                / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q + 3.754408661907416e+00) * q + 1);
        }
        var d = p - 0.5;
        var r = d * d;
        return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
            + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239e+00) * d
            / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
            + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1);
    }
}
