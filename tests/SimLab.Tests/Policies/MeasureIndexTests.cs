using SimLab.Engine.Scenarios;
using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Policies;
using SimLab.Tests.Scenarios;
using Xunit;

namespace SimLab.Tests.Policies;

/// <summary>The numbers that measures have within a run.</summary>
[Fast]
public sealed class MeasureIndexTests
{
    private sealed record Other(string Document, int Number) : Measure
    {
        public override Clause Clause =>
            new(SampleDocument.Document with { Id = Document }, Number, "他文", "(in no document)", "nobody");
    }

    private sealed record ClaimedOther(int Number) : Measure, IClaimedOn<StaffPlan>
    {
        public override Clause Clause => new(SampleDocument.Document, Number, "他文", "(in no document)", "nobody");

        public void Apply(ref StaffPlan form, in Card applicant)
        {
        }

        public double WorthOf(in StaffPlan before, in StaffPlan after) => 0;
    }

    private static IEnumerable<Measure> Notice => MeasureCatalog.Default.Measures.Select(measure => measure.AsWritten());

    [Fact]
    public void The_first_document_comes_first_and_the_others_by_document_and_clause_in_whatever_order_they_are_given()
    {
        Measure[] measures = [new Other("jilin-2020", 2), new Digitalise(), new Other("anhui-2024", 12), new Other("anhui-2024", 3),
            new TaxRelief(), new Digitalise()];
        var index = new MeasureIndex(measures);
        Assert.Equal(
            ["gansu-2023/01", "gansu-2023/12", "anhui-2024/03", "anhui-2024/12", "jilin-2020/02"], index.Ids.Select(id => id.ToString()));
        Assert.Equal(index.Ids, new MeasureIndex(measures.Reverse()).Ids);
        Assert.Equal(3, index.Of(new("anhui-2024", 12)));
        Assert.Null(index.Find(new("gansu-2023", 2)));
        var mistake = Assert.Throws<InvalidOperationException>(() => index.Of(new("gansu-2023", 2)));
        Assert.Contains("gansu-2023/02", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_more_renumbers_no_measure_of_the_first_and_moves_none_of_its_claims()
    {
        var alone = new MeasureIndex(Notice);
        var stacked = new MeasureIndex(Notice.Append(new Other("anhui-2024", 3)).Append(new ClaimedOther(9)));
        foreach (var id in alone.Ids)
            Assert.Equal((alone.Of(id), alone.ClaimBit(alone.Of(id))), (stacked.Of(id), stacked.ClaimBit(stacked.Of(id))));
    }

    [Fact]
    public void Only_claimed_measures_have_a_bit_and_each_its_own_though_there_are_more_measures_than_bits()
    {
        var index = new MeasureIndex(
            Notice.Concat(Enumerable.Range(1, 100).Select(clause => new Other("anhui-2024", clause)))
                .Concat(Enumerable.Range(1, 20).Select(clause => new ClaimedOther(clause))));
        Assert.Equal(Notice.Count() + 120, index.Count);
        var bits = Enumerable.Range(0, index.Count).Select(index.ClaimBit).Where(bit => bit != 0).ToList();
        Assert.Equal(Notice.Count(measure => MeasureIndex.IsClaimed(measure.GetType())) + 20, bits.Count);
        Assert.Equal(bits.Distinct(), bits);
        Assert.All(bits, bit => Assert.True(System.Numerics.BitOperations.IsPow2(bit)));
    }

    [Fact]
    public void As_many_claimed_measures_as_there_are_bits_fit_and_one_more_is_refused()
    {
        Assert.Equal(
            uint.MaxValue, Enumerable.Range(0, 32).Aggregate(0u, (taken, number) => taken | Claimed(32).ClaimBit(number)));
        var mistake = Assert.Throws<InvalidOperationException>(() => Claimed(33));
        Assert.Contains(
            "Firms can claim 33 of the measures, and a run can tell 32 claims apart", mistake.Message, StringComparison.Ordinal);

        static MeasureIndex Claimed(int measures) => new(Enumerable.Range(1, measures).Select(clause => new ClaimedOther(clause)));
    }

    [Fact]
    public void More_measures_than_a_message_can_name_are_refused()
    {
        Assert.Equal(256, Of(256).Count);
        var mistake = Assert.Throws<InvalidOperationException>(() => Of(257));
        Assert.Contains("There are 257 measures, and a run can tell 256 apart", mistake.Message, StringComparison.Ordinal);

        static MeasureIndex Of(int measures) => new(Enumerable.Range(1, measures).Select(clause => new Other("anhui-2024", clause)));
    }

    [Fact]
    public void Firms_hear_of_a_measure_by_luck_that_no_other_measure_and_no_other_document_shares()
    {
        MeasureId[] ids = [.. from document in new[] { "gansu-2023", "anhui-2024", "anhui-2025", "samples" }
            from clause in Enumerable.Range(1, 40) select new MeasureId(document, clause)];
        Assert.Equal(ids.Length, ids.Select(id => id.FirmEffect).Distinct().Count());
        Assert.Equal(
            ids.Length, ids.Select(id => Draws.FirmEffect(id.FirmEffect, RandomKey.Of(7, 0), enterprise: 3)).Distinct().Count());
    }
}
