using SimLab.Engine.Execution;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>What a target may name and what a report shows beside it: one file each, which everything else finds.</summary>
[Fast]
public sealed class OutcomeTests
{
    public static TheoryData<string> Ids { get; } = [.. OutcomeCatalog.All.Select(outcome => outcome.Id)];

    /// <summary>The order of schemas, tables and forms.</summary>
    [Fact]
    public void Those_of_the_document_come_first_and_in_its_order()
    {
        Assert.Equal(
            ["high_tech_enterprises", "new_specialised_smes", "new_above_scale", "new_sme_loans", "inclusive_loan_growth",
                "all_loan_growth", "first_loan_firms", "credit_volume", "cloud_share_of_specialised"],
            OutcomeCatalog.TargetIds.Take(9));
        Assert.Equal(OutcomeCatalog.All, OutcomeCatalog.Targets.Concat(OutcomeCatalog.Context));
        Assert.Equal(OutcomeCatalog.All.Length, OutcomeCatalog.All.DistinctBy(outcome => outcome.Id).Count());
    }

    [Theory, MemberData(nameof(Ids))]
    public void An_outcome_has_a_name_in_both_languages_and_a_unit_that_can_be_shown(string id)
    {
        var outcome = OutcomeCatalog.Of(id);
        Assert.NotEqual("", outcome.Name.Trim());
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", outcome.NameZh);
        Assert.Contains(outcome.Unit.Split(' ')[0], new[] { "firms", "people", "yuan", "share" });
    }

    [Theory, MemberData(nameof(Ids))]
    public void An_outcome_covers_a_year_exactly_if_its_formula_does(string id) =>
        Assert.Equal(OutcomeInputs.Of(OutcomeCatalog.Of(id)).CoversAYear, OutcomeCatalog.Of(id).CountsAYear);

    [Theory, MemberData(nameof(Ids))]
    public void A_formula_reads_stocks_as_stocks_and_flows_as_flows(string id) => OutcomeCatalog.Of(id).Of(new StocksAndFlows());

    [Theory, MemberData(nameof(Ids))]
    public void An_outcome_can_be_computed(string id)
    {
        var series = new RunSeries(SmallProvince.Materials());
        var zero = Outcomes.Of(id, series, arm: 0, replicate: 0, series.Plan.Start - 1);
        Assert.Equal(OutcomeCatalog.Of(id).CountsAYear, zero is null);
        Assert.Null(Outcomes.Of(id, series, arm: 0, replicate: 0, series.Plan.Start - 2));
    }

    /// <summary>An outcome is one file: that of this test is found, named and read without being registered.</summary>
    [Fact]
    public void A_new_outcome_is_one_class()
    {
        var found = Assert.Single(OutcomeCatalog.In(typeof(OutcomeTests).Assembly));
        Assert.Equal("certified_share", found.Id);
        Assert.Equal([Indicator.Firms, Indicator.CertifiedFirms], OutcomeInputs.Of(found).Indicators);
        Assert.Equal(0.5, found.Of(new Half()));
    }

    private sealed class StocksAndFlows : IOutcomeReader
    {
        public double? OtherLoansAtEnd => 1;
        public double? OtherLoansAtStart => 1;

        public double? AtEnd(Indicator stock) => Read(stock, isFlow: false);

        public double? AtStart(Indicator stock) => Read(stock, isFlow: false);

        public double? Over(Indicator flow) => Read(flow, isFlow: true);

        private static double Read(Indicator indicator, bool isFlow)
        {
            Assert.True(Indicators.IsFlow(indicator) == isFlow, $"{indicator} is {(isFlow ? "a stock" : "a flow")}");
            return 1;
        }
    }

    private sealed class Half : IOutcomeReader
    {
        public double? OtherLoansAtEnd => null;
        public double? OtherLoansAtStart => null;

        public double? AtEnd(Indicator stock) => stock == Indicator.Firms ? 10 : 5;

        public double? AtStart(Indicator stock) => null;

        public double? Over(Indicator flow) => null;
    }
}
