namespace SimLab.Model.Populations;

/// <summary>
/// Sales of the roster's SMEs: two power laws joined at <see cref="SizeShape.TailFrom"/>. The upper one has the
/// published exponent; the lower one is fitted so that the firms above the threshold meet the required total of sales.
/// </summary>
internal readonly record struct RosterTail(SizeShape Shape, double BodyExponent)
{
    public static RosterTail Fit(SizeShape shape, int firms)
    {
        var wanted = shape.RosterSales.Value * 1e8 * shape.RosterSmeShare.Value / firms;
        double low = 0.01, high = 5;                       // a larger exponent means smaller firms
        double largest = new RosterTail(shape, low).Mean, smallest = new RosterTail(shape, high).Mean;
        if (wanted > largest || wanted < smallest)
            throw new PopulationMismatchException("sizes.rosterSales",
                $"The roster's {firms} SMEs must sell {wanted / 1e6:0.0} million yuan on average (sizes.rosterSales × "
                    + $"sizes.rosterSmeShare ÷ firms), but sizes between "
                + $"sizes.rosterThreshold and sizes.smeCeiling allow {smallest / 1e6:0.0} to {largest / 1e6:0.0}. Change one of these.");
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (new RosterTail(shape, middle).Mean > wanted) low = middle;
            else high = middle;
        }
        return new(shape, (low + high) / 2);
    }

    private double From => Shape.RosterThreshold.Value;
    private double Joint => Shape.TailFrom.Value;
    private double Ceiling => Shape.SmeCeiling.Value;

    private double ShareInTail => PortableMath.Pow(From / Joint, BodyExponent);

    public double At(double place)
    {
        var body = 1 - ShareInTail;
        return place < body
            ? Sizes.Pareto(place / body, From, Joint, BodyExponent)
            : Sizes.Pareto((place - body) / ShareInTail, Joint, Ceiling, Shape.TailExponent.Value);
    }

    private double Mean =>
        (1 - ShareInTail) * MeanBetween(From, Joint, BodyExponent) + ShareInTail * MeanBetween(Joint, Ceiling, Shape.TailExponent.Value);

    private static double MeanBetween(double from, double to, double exponent)
    {
        var mass = 1 - PortableMath.Pow(from / to, exponent);
        if (Math.Abs(exponent - 1) < 1e-9) return from * PortableMath.Log(to / from) / mass;
        return exponent / (exponent - 1) * from * (1 - PortableMath.Pow(to / from, 1 - exponent)) / mass;
    }
}
