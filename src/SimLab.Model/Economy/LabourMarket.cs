namespace SimLab.Model.Economy;

/// <summary>
/// Pay of a region answers to its employment, along a wage curve: where firms have more jobs than usual, fewer people are without
/// one, and pay is higher; firms then do the same work with fewer people. The usual number of jobs grows as output does less
/// output per head, so that pay follows the macro path unless the firms of the region part from it.
/// </summary>
public static class LabourMarket
{
    /// <summary>Pay relative to its usual level.</summary>
    /// <param name="jobs">Jobs relative to the usual number.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    public static double Pay(double jobs, BehaviouralParameters behaviour)
    {
        var usual = behaviour.UsualUnemployment;
        var rate = usual - behaviour.JobsFromUnemployed * (jobs - 1) * (1 - usual);
        return PortableMath.Pow(Math.Max(rate / usual, behaviour.LeastUnemployment), -behaviour.WageCurve);
    }

    /// <summary>Sets pay, and the work done per head, of each region.</summary>
    /// <param name="pay">Receives pay relative to its usual level, by region.</param>
    /// <param name="workPerHead">Receives the work of a worker relative to the usual, by region.</param>
    /// <param name="staff">People at work in firms, by region.</param>
    /// <param name="before">The same before the first month.</param>
    /// <param name="path">Growth of the usual number of jobs since then, 1: none.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static void SetPay(
        Span<double> pay, Span<double> workPerHead, ReadOnlySpan<long> staff, ReadOnlySpan<long> before, double path,
        BehaviouralParameters behaviour)
    {
        for (var region = 0; region < pay.Length; region++)
        {
            if (before[region] == 0) continue;
            pay[region] = Pay(staff[region] / (before[region] * path), behaviour);
            workPerHead[region] = PortableMath.Pow(pay[region], behaviour.StaffFollowsPay);
        }
    }
}
