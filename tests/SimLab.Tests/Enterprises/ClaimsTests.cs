using CsCheck;
using SimLab.Model.Forms;
using Xunit;

namespace SimLab.Tests.Enterprises;

[Fast]
public sealed class ClaimsTests
{
    [Fact]
    public void A_month_moves_a_third_of_the_young_arrears_and_a_ninth_of_the_older_up_a_class()
    {
        var claims = new Receivables { NotDue = 1_000, LateTo3 = 900, Late3To12 = 1_800, LateOverYear = 50 };
        claims.Age(fallsDue: 0.5);
        Assert.Equal(
            (500, 900 - 300 + 500, 1_800 - 200 + 300, 50 + 200), (claims.NotDue, claims.LateTo3, claims.Late3To12, claims.LateOverYear));
    }

    [Theory]
    [InlineData(40, 100, 200, 300, 10)]
    [InlineData(50, 100, 200, 300, 0)]
    [InlineData(349, 100, 200, 1, 0)]
    [InlineData(600, 50, 0, 0, 0)]
    [InlineData(650, 0, 0, 0, 0)]
    public void A_debtor_pays_its_oldest_invoices_first(long paid, long notDue, long to3, long to12, long over)
    {
        var claims = new Receivables { NotDue = 100, LateTo3 = 200, Late3To12 = 300, LateOverYear = 50 };
        claims.PayOldestFirst(paid);
        Assert.Equal((notDue, to3, to12, over), (claims.NotDue, claims.LateTo3, claims.Late3To12, claims.LateOverYear));
    }

    [Fact]
    public void Public_bodies_pay_by_age_and_what_they_leave_gets_a_month_older()
    {
        var claims = new Receivables { NotDue = 1_000, LateTo3 = 300, Late3To12 = 900, LateOverYear = 100 };
        var paid = claims.PayAsPublicBodies(new Invoice { PublicBody = true, PaidWhenDue = 0.7, ArrearsPaid = 0.1, OldArrearsPaid = 0.05 });
        Assert.Equal(700 + 30 + 90 + 5, paid);
        // Left: 300, 270, 810, 95. All of the first falls due, a third of 270 and a ninth of 810 move on.
        Assert.Equal((0, 300 + 180, 90 + 720, 90 + 95), (claims.NotDue, claims.LateTo3, claims.Late3To12, claims.LateOverYear));
    }

    [Fact]
    public void No_fen_is_lost_or_made_and_no_class_falls_below_zero() =>
        Gen.Select(Gen.Long[0, 1L << 50].Array[4], Gen.Double[0, 1].Array[4], Gen.Double[0, 1]).Sample((amounts, shares, part) =>
        {
            var claims = new Receivables { NotDue = amounts[0], LateTo3 = amounts[1], Late3To12 = amounts[2], LateOverYear = amounts[3] };
            var total = claims.Total;
            claims.Age(shares[3]);
            Assert.Equal(total, claims.Total);
            total -= claims.PayAsPublicBodies(new Invoice { PaidWhenDue = shares[0], ArrearsPaid = shares[1], OldArrearsPaid = shares[2] });
            Assert.Equal(total, claims.Total);
            var paid = (long)(total * part);
            claims.PayOldestFirst(paid);
            Assert.Equal(total - paid, claims.Total);
            Assert.True(Math.Min(Math.Min(claims.NotDue, claims.LateTo3), Math.Min(claims.Late3To12, claims.LateOverYear)) >= 0);
        });
}
