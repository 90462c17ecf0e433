using SimLab.Model.Markets;
using Xunit;

namespace SimLab.Tests.Consistency;

[Fast]
public sealed class MarketTests
{
    [Fact]
    public void Every_market_of_the_model_takes_part_in_a_run_once()
    {
        var written = typeof(Market).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Market)) && !type.IsAbstract);
        var takingPart = Market.All().Select(market => market.GetType());
        Assert.Equal(Named(written), Named(takingPart));
    }

    private static IEnumerable<string> Named(IEnumerable<Type> types) => types.Select(type => type.Name).Order(StringComparer.Ordinal);
}
