using SimLab.Model;
using Xunit;

namespace SimLab.Tests.Chance;

/// <summary>Exponential, logarithm and power beside those of the C library, and to the bit on every processor.</summary>
[Fast]
public sealed class PortableMathTests
{
    [Fact]
    public void Exp_and_log_are_within_two_units_of_the_last_place_of_the_library_s()
    {
        double worstExp = 0, worstLog = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var x = -700 + 1400 * ((i * 0.6180339887498949) % 1);
            worstExp = Math.Max(worstExp, Units(PortableMath.Exp(x), Math.Exp(x)));
            worstExp = Math.Max(worstExp, Units(PortableMath.Exp(x / 700), Math.Exp(x / 700)));
            worstLog = Math.Max(worstLog, Units(PortableMath.Log(Math.Exp(x)), Math.Log(Math.Exp(x))));
            var nearOne = 1 + x / 7000;
            worstLog = Math.Max(worstLog, Units(PortableMath.Log(nearOne), Math.Log(nearOne)));
        }
        Assert.InRange(worstExp, 0, 2);
        Assert.InRange(worstLog, 0, 2);
    }

    [Theory]
    [InlineData(2, 10)]
    [InlineData(1.076, 1.0 / 12)]
    [InlineData(0.93, -0.1)]
    [InlineData(1e7, 0.37)]
    [InlineData(1e-12, 3)]
    public void Pow_is_the_library_s_give_or_take_what_its_size_allows(double x, double y) =>
        Assert.InRange(Units(PortableMath.Pow(x, y), Math.Pow(x, y)), 0, 2 + Math.Abs(y * Math.Log(x)));

    [Fact]
    public void Edges_are_as_arithmetic_has_them()
    {
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(0, PortableMath.Log(1));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(710));
        Assert.Equal(0, PortableMath.Exp(-746));
        Assert.Equal(double.Epsilon, PortableMath.Exp(-744.4400719213812));
        Assert.InRange(Units(PortableMath.Exp(-710), Math.Exp(-710)), 0, 2);
        Assert.InRange(Units(PortableMath.Exp(709.5), Math.Exp(709.5)), 0, 2);
        Assert.Equal(0, PortableMath.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(double.PositiveInfinity));
        Assert.Equal(double.NaN, PortableMath.Exp(double.NaN));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(0));
        Assert.Equal(double.NaN, PortableMath.Log(-1));
        Assert.Equal(double.NaN, PortableMath.Log(double.NaN));
        Assert.Equal(double.PositiveInfinity, PortableMath.Log(double.PositiveInfinity));
        Assert.InRange(Units(PortableMath.Log(double.Epsilon), Math.Log(double.Epsilon)), 0, 2);
        Assert.InRange(Units(PortableMath.Log(double.MaxValue), Math.Log(double.MaxValue)), 0, 2);
        Assert.Equal((1, 1, 7.5, 0), (PortableMath.Pow(0, 0), PortableMath.Pow(1, 99), PortableMath.Pow(7.5, 1), PortableMath.Pow(0, 2)));
        Assert.Equal(double.PositiveInfinity, PortableMath.Pow(0, -1));
        Assert.Equal(double.NaN, PortableMath.Pow(-2, 2));
        Assert.Equal(2, PortableMath.Log10(100), 15);
    }

    [Fact]
    public void It_never_falls_where_it_should_rise()
    {
        for (var i = 1; i < 100_000; i++)
        {
            Assert.True(PortableMath.Exp(i / 1000.0) > PortableMath.Exp((i - 1) / 1000.0));
            Assert.True(PortableMath.Log(i / 1000.0 + 1) > PortableMath.Log((i - 1) / 1000.0 + 1));
        }
    }

    // The bits on any processor; a change of the method changes them, and every result hash.
    [Theory]
    [InlineData(0.1, 4607656066507473107, -4611004657371359979)]
    [InlineData(1.7, 4617849135285794982, 4602954693932788113)]
    [InlineData(33.3, 4823487417713049288, 4615076232293414322)]
    public void The_bits_are_these(double x, long exp, long log) => Assert.Equal(
        (exp, log), (BitConverter.DoubleToInt64Bits(PortableMath.Exp(x)), BitConverter.DoubleToInt64Bits(PortableMath.Log(x))));

    private static double Units(double found, double wanted) =>
        wanted == found ? 0 : Math.Abs(found - wanted) / (Math.BitIncrement(Math.Abs(wanted)) - Math.Abs(wanted));
}
