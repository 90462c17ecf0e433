namespace SimLab.Engine.Execution;

/// <summary>Money that markets hold at the end of a month, and claims of exited firms on it; one world, fen.</summary>
[GenerateSerializer, Immutable]
public readonly record struct InTransitAccount([property: Id(0)] long Money, [property: Id(1)] long ClaimsOfExited)
{
    /// <summary>Accounts of several markets together, by world.</summary>
    /// <param name="byMarket">By market, then world.</param>
    public static InTransitAccount[] Together(IEnumerable<InTransitAccount[]> byMarket) => byMarket.Aggregate((all, one) =>
        [.. all.Zip(one, (a, b) => new InTransitAccount(a.Money + b.Money, a.ClaimsOfExited + b.ClaimsOfExited))]);
}
