using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SimLab.Model;
using SimLab.Model.Enterprises;
using Xunit;

namespace SimLab.Tests.Enterprises;

[Fast]
public sealed class EnterpriseStateTests
{
    [Fact]
    public void The_state_is_304_bytes_without_padding_so_that_its_fingerprint_is_its_content()
    {
        var fields = typeof(Enterprise).GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        var content = fields.Sum(field =>
            Marshal.SizeOf(field.FieldType.IsEnum ? Enum.GetUnderlyingType(field.FieldType) : field.FieldType));
        Assert.Equal(Enterprise.Bytes, Unsafe.SizeOf<Enterprise>());
        Assert.Equal(Enterprise.Bytes, content);
        Assert.False(RuntimeHelpers.IsReferenceOrContainsReferences<Enterprise>());
    }

    [Fact]
    public void A_title_is_valid_through_its_last_month_and_not_a_month_longer()
    {
        var firm = new Enterprise();
        firm.SetUntil(Title.HighTech, Expiry.Of(Month.Of(2024, 12)));
        Assert.True(firm.Holds(Title.HighTech, Month.Of(2024, 12)));
        Assert.False(firm.Holds(Title.HighTech, Month.Of(2025, 1)));
        Assert.False(firm.Holds(Title.Specialised, Month.Of(2024, 12)));
    }

    [Theory]
    [InlineData("2023-03", 2023, 3)]
    [InlineData("1999-12", 1999, 12)]
    public void A_month_reads_as_it_is_written(string text, int year, int ofYear)
    {
        Assert.Equal(Month.Of(year, ofYear), Month.Parse(text));
        Assert.Equal(text, Month.Of(year, ofYear).ToString());
    }

    [Theory]
    [InlineData("2023-13")]
    [InlineData("2023-0")]
    [InlineData("2023/03")]
    [InlineData("")]
    public void What_is_no_month_is_refused(string text) => Assert.Throws<FormatException>(() => Month.Parse(text));
}
