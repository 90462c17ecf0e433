using System.Runtime.InteropServices;
using SimLab.Model;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Markets;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Tests.Populations;
using SimLab.Tests.Scenarios;
using Xunit;

namespace SimLab.Tests.Policies;

/// <summary>
/// Two measures on one form: each costs what the form costs after it, less what it cost before, and together what the form costs
/// after both, less what it costs under the law, to the fen and in whatever order they are numbered.
/// </summary>
[Fast]
public sealed class SharedFormsTests
{
    private static readonly Month Winter = Month.Of(2023, 12);

    /// <summary>Each lever adds to one number of a form; zero leaves it alone.</summary>
    private sealed record Adds(int Number) : Measure,
        IActsOn<TaxReturn>, IActsOn<EmploymentReport>, IActsOn<Tender>, IActsOn<CampaignPlan>
    {
        public double Deduction { get; init; }
        public double TaxesForgiven { get; init; }
        public double Refund { get; init; }
        public double Credits { get; init; }
        public double Hastened { get; init; }
        public double CostOfHaste { get; init; }
        public double PriceDeduction { get; init; }
        public long Vouchers { get; init; }
        public double Stands { get; init; }
        public long Paperwork { get; init; }

        public override Clause Clause => new(SampleDocument.Document, Number, "共用", "(in no document)", "nobody");

        public void Apply(ref TaxReturn form, in Card applicant)
        {
            form.SuperDeduction += Deduction;
            form.SixTaxesDue *= 1 - TaxesForgiven;
            form.CreditClaimChance += Credits;
            form.HastenVatRefunds(Hastened, CostOfHaste);
        }

        public void Apply(ref EmploymentReport form, in Card applicant) => form.RefundShare += Refund;

        public void Apply(ref Tender form, in Card applicant)
        {
            form.PriceDeduction += PriceDeduction;
            form.PublicCost += Paperwork;
        }

        public void Apply(ref CampaignPlan form, in Card applicant)
        {
            form.VouchersPerYear += Vouchers;
            form.StandsPerYear += Stands;
            form.StandHelp += Stands > 0 ? 3_000 * Fen.PerYuan : 0;
            form.PublicCost += Paperwork;
        }
    }

    [Fact]
    public void Two_measures_on_one_yearly_return_each_book_the_tax_they_take_off_it()
    {
        var (first, second) = (new Adds(1) { Deduction = 0.5 }, new Adds(2) { Deduction = 0.25 });
        var (costs, tally) = Year(first, second);
        Assert.Equal([125_000 * Fen.PerYuan, 62_500 * Fen.PerYuan], costs);          // a quarter of half and of a quarter of a million
        Assert.Equal(costs.Sum(), Year().Tally[(int)Indicator.IncomeTax] - tally[(int)Indicator.IncomeTax]);
    }

    [Fact]
    public void Two_measures_on_one_quarterly_return_share_the_surcharges_by_their_order_and_to_the_fen()
    {
        var (large, small) = (new Adds(1) { TaxesForgiven = 0.5 }, new Adds(2) { TaxesForgiven = 0.1 });
        var (costs, tally) = Quarter(firm => firm, large, small);
        var (other, otherTally) = Quarter(firm => firm, small with { Number = 1 }, large with { Number = 2 });
        var forgiven = Quarter(firm => firm).Tally[(int)Indicator.Surcharges] - tally[(int)Indicator.Surcharges];
        Assert.True(forgiven > 0);
        Assert.Equal(tally[(int)Indicator.Surcharges], otherTally[(int)Indicator.Surcharges]);
        Assert.Equal(forgiven, costs.Sum());
        Assert.Equal(forgiven, other.Sum());
        // Half of the whole and a tenth of the half left; or a tenth of the whole and half of nine tenths.
        Assert.InRange(costs[0] / (double)costs[1], 9.9, 10.1);
        Assert.InRange(other[1] / (double)other[0], 4.45, 4.55);
    }

    [Fact]
    public void A_credit_claimed_thanks_to_one_measure_and_made_smaller_by_another_is_shared_by_their_order()
    {
        Enterprise WithPeople(Enterprise firm) => firm with { KeyPeople = 2 };
        var (prompts, forgives) = (new Adds(1) { Credits = 1 }, new Adds(2) { TaxesForgiven = 0.5 });
        var (costs, tally) = Quarter(WithPeople, prompts, forgives);
        var (other, _) = Quarter(WithPeople, forgives with { Number = 1 }, prompts with { Number = 2 });
        var law = Quarter(WithPeople).Tally;
        var saved = law[(int)Indicator.Surcharges] - tally[(int)Indicator.Surcharges]
            + tally[(int)Indicator.EmploymentCredits] - law[(int)Indicator.EmploymentCredits];
        Assert.True(tally[(int)Indicator.EmploymentCredits] > 0 && law[(int)Indicator.EmploymentCredits] == 0);
        Assert.Equal(saved, costs.Sum());
        Assert.Equal(saved, other.Sum());
        Assert.All(costs.Concat(other), cost => Assert.True(cost > 0));
    }

    [Fact]
    public void A_refund_paid_sooner_costs_once_however_many_measures_hasten_it()
    {
        Enterprise WithCredit(Enterprise firm) => firm with
        {
            Standing = firm.Standing | Standing.GeneralVat,
            VatCredit = 100_000_000 * Fen.PerYuan,
        };
        var (first, second) = (new Adds(1) { Hastened = 1, CostOfHaste = 0.0355 }, new Adds(2) { Hastened = 0.5, CostOfHaste = 0.0355 });
        var (costs, tally) = Quarter(WithCredit, first, second);
        var refunded = tally[(int)Indicator.VatRefunded];
        Assert.True(refunded > 0);
        Assert.Equal([Fen.Share(refunded, 0.0355), 0], costs);                       // one refund, hastened once
        // What is dearer under the second measure is the second's; what is cheaper saves nothing.
        Assert.Equal(
            [Fen.Share(refunded, 0.0355), Fen.Share(refunded, 0.05) - Fen.Share(refunded, 0.0355)],
            Quarter(WithCredit, first, second with { CostOfHaste = 0.05 }).Costs);
        Assert.Equal([Fen.Share(refunded, 0.0355), 0], Quarter(WithCredit, first, second with { CostOfHaste = 0.01 }).Costs);
        // A measure that hastens none neither pays for the other nor makes it dearer.
        Assert.Equal(
            [0, Fen.Share(refunded, 0.0355)],
            Quarter(WithCredit, first with { Hastened = 0, CostOfHaste = 0.2 }, second with { Hastened = 1 }).Costs);
    }

    [Fact]
    public void Two_measures_on_one_employment_report_each_book_the_refund_they_add()
    {
        var (costs, tally) = Report(new Adds(1) { Refund = 0.1 }, new Adds(2) { Refund = 0.2 });
        var (other, otherTally) = Report(new Adds(1) { Refund = 0.2 }, new Adds(2) { Refund = 0.1 });
        var added = tally[(int)Indicator.RefundsPaid] - Report().Tally[(int)Indicator.RefundsPaid];
        Assert.True(added > 0);
        Assert.Equal(added, costs.Sum());
        Assert.Equal(tally[(int)Indicator.RefundsPaid], otherTally[(int)Indicator.RefundsPaid]);
        Assert.Equal(costs, other.AsEnumerable().Reverse());
        Assert.Equal(2, costs[1] / (double)costs[0], 3);
    }

    [Fact]
    public void Two_measures_on_one_tender_each_book_what_buyers_pay_more_under_their_terms()
    {
        // Small bidders ask for more than large ones: the more is deducted, the more of them win, and the more buyers pay.
        var (first, second) = (new Adds(1) { PriceDeduction = 0.02 }, new Adds(2) { PriceDeduction = 0.04, Paperwork = 7 });
        var alone = Tender(first)[0];
        var both = Tender(first, second);
        var swapped = Tender(second with { Number = 1 }, first with { Number = 2 });
        Assert.True(alone > 0);
        Assert.Equal(alone, both[0]);
        Assert.True(both[1] > 7);
        Assert.Equal(both.Sum(), swapped.Sum());
        Assert.NotEqual(both[0], swapped[1]);
        var together = Tender(new Adds(1) { PriceDeduction = 0.06, Paperwork = 7 });
        Assert.Equal(together.Sum(), both.Sum());
    }

    [Fact]
    public void Two_measures_on_one_campaign_each_book_what_their_vouchers_and_stands_cost()
    {
        var vouchers = new Adds(1) { Vouchers = 1_200_000 * Fen.PerYuan };
        var stands = new Adds(2) { Stands = 24, Paperwork = 11 };
        var more = new Adds(3) { Vouchers = 600_000 * Fen.PerYuan, Stands = 12 };
        var (costs, settlements) = Campaign(vouchers, stands, more);
        var (swapped, _) = Campaign(more with { Number = 1 }, stands with { Number = 2 }, vouchers with { Number = 3 });
        Assert.Equal(100_000 * Fen.PerYuan, costs[0]);     // a twelfth of a year's vouchers
        Assert.Equal(2 * 3_000 * Fen.PerYuan + 11, costs[1]); // two stands a month
        Assert.Equal(50_000 * Fen.PerYuan + 3 * 6_000 * Fen.PerYuan - 2 * 3_000 * Fen.PerYuan, costs[2]);
        Assert.Equal(costs.Sum(), swapped.Sum());
        Assert.Equal(3, settlements.Count(settlement => settlement.Kind == SettlementKind.FairCustomers));
    }

    private static (long[] Costs, long[] Tally) Year(params Measure[] measures) => Firm(measures, new Enterprise
    {
        Standing = Standing.Alive,
        Staff = 500,
        ProfitThisYear = 10_000_000 * Fen.PerYuan,
        RndThisYear = 1_000_000 * Fen.PerYuan,
    }, static (ref FirmContext context) => PayTaxes.Year(ref context));

    private static (long[] Costs, long[] Tally) Quarter(Func<Enterprise, Enterprise> change, params Measure[] measures) =>
        Firm(measures, change(new()
        {
            Standing = Standing.Alive,
            Staff = 50,
            FixedAssets = 3_333_333 * Fen.PerYuan,
            SalesThisQuarter = 1_234_567 * Fen.PerYuan,
        }), static (ref FirmContext context) => PayTaxes.Quarter(ref context));

    private static (long[] Costs, long[] Tally) Report(params Measure[] measures) =>
        Firm(
            measures, new Enterprise { Standing = Standing.Alive, Staff = 50 },
            static (ref FirmContext context) => PayTaxes.Refund(ref context));

    private delegate void Step(ref FirmContext context);

    private static (long[] Costs, long[] Tally) Firm(Measure[] measures, Enterprise state, Step step)
    {
        var firm = new Firm
        {
            Id = 0,
            Weight = 1,
            Region = default,
            Industry = Industry.Manufacturing,
            Stratum = Stratum.AboveScale,
            Wage = 60_000,
        };
        var outbox = new Outbox(1, GansuPopulation.Province, measures.Length);
        var context = new FirmContext(ref state, ref firm, Information(measures), 0, outbox)
        {
            Card = new(
                SizeClass.Small, Region: default, Industry: Industry.Manufacturing, Titles: 0, AboveScale: true, StrategicField: false,
                LeadsChain: false, InChain: false, InCluster: false, NearScale: false, SmallLowProfit: true),
        };
        step(ref context);
        var row = outbox.Tally.Row(Industry.Manufacturing, 0);
        return (row[Indicators.Count..].ToArray(), row[..Indicators.Count].ToArray());
    }

    private static long[] Tender(params Measure[] measures)
    {
        var market = new ProcurementMarket();
        Message<SealedBid>[] bids = [.. Enumerable.Range(0, 200).Select(i => new Message<SealedBid>(
            i, 0, 1, i % 2 == 0
                ? new(default, TenderKind.Goods, SizeClass.Small, 0.88 + 0.0005 * i, 0)
                : new(default, TenderKind.Goods, SizeClass.Large, 0.8 + 0.0005 * i, 0)))];
        return Settle(market, [MemoryMarshal.AsBytes<Message<SealedBid>>(bids).ToArray()], measures).Costs;
    }

    private static (long[] Costs, Settlement[] Settlements) Campaign(params Measure[] measures)
    {
        Message<CampaignEntry>[] shops = [new(0, 0, 1, new(Fen.PerYi, Fen.PerYi))];
        Message<FairEntry>[] makers = [.. Enumerable.Range(1, 9).Select(i => new Message<FairEntry>(i, 0, 1, new(10, i, false, 0)))];
        return Settle(
            new CustomerMarket(),
            [MemoryMarshal.AsBytes<Message<CampaignEntry>>(shops).ToArray(), MemoryMarshal.AsBytes<Message<FairEntry>>(makers).ToArray()],
            measures);
    }

    private static (long[] Costs, Settlement[] Settlements) Settle(Market market, byte[][] messages, Measure[] measures)
    {
        market.Begin(1, GansuPopulation.Province, measures.Length);
        market.Receive(messages);
        market.Sort();
        var (settlements, costs) = (new ReusableBuffer<Settlement>(), new ReusableBuffer<MarketCost>());
        market.Settle(Information(measures), 0, settlements, costs);
        var byMeasure = new long[measures.Length];
        foreach (var cost in costs.All) byMeasure[cost.Measure] += cost.Amount;
        return (byMeasure, settlements.All.ToArray());
    }

    private static PublicInformation Information(Measure[] measures) => new()
    {
        Province = GansuPopulation.Province,
        Month = Winter,
        Behaviours = [new() { ClaimDeduction = 1, ClaimRefund = 1, ClaimCredit = 0, ClaimVatRefund = 0, GoodTaxStanding = 1,
            SalesPerVoucher = 4, StandCost = 20_000, ShiftsProfit = 0 }],
        Macro = [new()],
        Industries = [new IndustryTraits[Places.Industries]],
        Worlds = [new World(0, 0, RandomKey.Of(7, 0), false)],
        Conditions = [new MacroConditions(GansuPopulation.Province)],
        Desks = [new PolicyDesk(new MeasureIndex(measures), measures, Winter, 4)],
    };
}
