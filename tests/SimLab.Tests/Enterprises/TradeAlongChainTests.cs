using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Forms;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

[Fast]
public sealed class TradeAlongChainTests
{
    [Theory]
    [InlineData(10_000, 0, 1, 10_000)]
    [InlineData(10_000, 4_000, 1, 6_000)]                    // what it waits for, its suppliers wait for
    [InlineData(10_000, 4_000, 0.5, 3_000)]
    [InlineData(10_000, 20_000, 1, 0)]
    [InlineData(10_000, 0, 2, 10_000)]                       // never more than is owed
    public void A_customer_pays_what_is_due_less_what_it_waits_for(long payable, long waits, double paid, long due) =>
        Assert.Equal(due, TradeAlongChain.Due(payable, waits, paid));
}
