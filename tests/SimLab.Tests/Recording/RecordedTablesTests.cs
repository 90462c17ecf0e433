using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Recording;

[Slow]
public sealed class RecordedTablesTests(RecordedRun run) : IClassFixture<RecordedRun>
{
    [Fact]
    public async Task The_series_adds_up_to_the_chronicle_in_every_world_month_and_column()
    {
        var plan = run.Result.Series.Plan;
        var index = run.Result.Series.Measures;
        var columns = Enum.GetValues<Indicator>().Select(indicator => (Name: Names.ColumnOf(indicator), Place: (int)indicator))
            .Concat(index.Ids.Select(id => (Name: Names.CostColumn(id), Place: Indicators.Count + index.Of(id)))).ToArray();
        var sums = new Dictionary<(string Arm, int Replicate, int Month), long[]>();

        var reader = await RunReader.Open(run.Path);
        await foreach (var part in reader.Read(RunFolder.Series))
        {
            var (month, arm, replicate) = (await part.Numbers<int>("month"), await part.Texts("arm"), await part.Numbers<int>("replicate"));
            foreach (var (name, place) in columns)
            {
                var values = await part.Numbers<long>(name);
                for (var row = 0; row < part.Rows; row++)
                {
                    if (!sums.TryGetValue((arm[row], replicate[row], month[row]), out var sum))
                        sums.Add((arm[row], replicate[row], month[row]), sum = new long[Tally.WidthFor(index.Count)]);
                    sum[place] += values[row];
                }
            }
        }

        for (var arm = 0; arm < plan.Arms.Length; arm++)
            for (var replicate = 0; replicate < plan.Replicates; replicate++)
                for (var month = plan.Start - 1; month <= plan.LastMonth; month += 1)
                    Assert.Equal(run.Result.Series.Row(arm, replicate, month), sums[(plan.Arms[arm].Name, replicate, Names.Number(month))]);
        Assert.Equal(plan.Arms.Length * plan.Replicates * (plan.Months + 1), sums.Count);
    }

    [Fact]
    public async Task A_row_of_the_series_names_a_region_and_an_industry_once_in_a_month_of_a_world()
    {
        var reader = await RunReader.Open(run.Path);
        var seen = new HashSet<(int, string, int, string, string)>();
        await foreach (var part in reader.Read(RunFolder.Series))
        {
            var (month, arm, replicate) = (await part.Numbers<int>("month"), await part.Texts("arm"), await part.Numbers<int>("replicate"));
            var (region, industry) = (await part.Texts("region"), await part.Texts("industry"));
            for (var row = 0; row < part.Rows; row++)
            {
                Assert.True(seen.Add((month[row], arm[row], replicate[row], region[row], industry[row])));
                Assert.True(region[row] == Names.Unassigned ? industry[row] == Names.Unassigned
                    : GansuPopulation.Province.Find(region[row]) is not null && Enum.IsDefined(Enum.Parse<Industry>(industry[row])));
            }
        }
        Assert.Equal(run.Manifest.Files[RunFolder.Series].Rows, seen.Count);
    }

    [Fact]
    public async Task The_panel_holds_the_firms_in_business_with_their_weights()
    {
        var reader = await RunReader.Open(run.Path);
        var plan = run.Result.Series.Plan;
        foreach (var arm in Enumerable.Range(0, plan.Arms.Length))
        {
            long firms = 0, staff = 0, highTech = 0;
            await foreach (var part in reader.Read(RunFolder.Enterprises))
            {
                var (month, name, weight) = (await part.Numbers<int>("month"), await part.Texts("arm"), await part.Numbers<int>("weight"));
                var (people, titled) = (await part.Numbers<int>("staff"), await part.Numbers<bool>("high_tech"));
                for (var row = 0; row < part.Rows; row++)
                {
                    if (name[row] != plan.Arms[arm].Name || month[row] != Names.Number(plan.LastMonth)) continue;
                    firms += weight[row];
                    staff += (long)people[row] * weight[row];
                    if (titled[row]) highTech += weight[row];
                }
            }
            Assert.Equal(run.Result.Series.Value(arm, 0, plan.LastMonth, Indicator.Firms), firms);
            Assert.Equal(run.Result.Series.Value(arm, 0, plan.LastMonth, Indicator.Staff), staff);
            Assert.Equal(run.Result.Series.Value(arm, 0, plan.LastMonth, Indicator.HighTech), highTech);
        }
    }

    [Fact]
    public async Task Events_count_the_bids_won_and_the_firms_founded_in_every_world()
    {
        var reader = await RunReader.Open(run.Path);
        var plan = run.Result.Series.Plan;
        var events = new Dictionary<(string Arm, int Replicate, string Kind), long>();
        await foreach (var part in reader.Read(RunFolder.Events))
        {
            var (arm, replicate, kind, which) = (
                await part.Texts("arm"), await part.Numbers<int>("replicate"), await part.Texts("kind"), await part.Texts("which"));
            var enterprise = await part.Numbers<int>("enterprise");
            for (var row = 0; row < part.Rows; row++)
            {
                var key = (arm[row], replicate[row], kind[row]);
                events[key] = events.GetValueOrDefault(key) + SmallRun.Materials.Population.Firms[enterprise[row]].Weight;
                Assert.Equal(kind[row] == "BidWon", which[row] is "Goods" or "Services" or "SmallWorks" or "LargeWorks");
            }
        }
        for (var arm = 0; arm < plan.Arms.Length; arm++)
        {
            for (var replicate = 0; replicate < plan.Replicates; replicate++)
            {
                long Counted(Indicator indicator) => run.Result.Series.Sum(arm, replicate, plan.Start, plan.LastMonth, indicator);
                Assert.Equal(Counted(Indicator.BidsWon), events.GetValueOrDefault((plan.Arms[arm].Name, replicate, "BidWon")));
                Assert.Equal(Counted(Indicator.Founded), events.GetValueOrDefault((plan.Arms[arm].Name, replicate, "Founded")));
            }
        }
    }

    [Fact]
    public async Task Events_hold_the_money_of_each_firm_in_the_first_replicate_to_the_fen()
    {
        var reader = await RunReader.Open(run.Path);
        var received = new SortedDictionary<(string Arm, string Measure), long>();
        await foreach (var part in reader.Read(RunFolder.Events))
        {
            var (arm, replicate, kind, which) = (
                await part.Texts("arm"), await part.Numbers<int>("replicate"), await part.Texts("kind"), await part.Texts("which"));
            var (enterprise, amount) = (await part.Numbers<int>("enterprise"), await part.Numbers<long>("amount"));
            for (var row = 0; row < part.Rows; row++)
            {
                if (kind[row] != nameof(EventKind.SupportReceived)) continue;
                Assert.Equal(0, replicate[row]);
                var key = (arm[row], which[row]);
                var weight = SmallRun.Materials.Population.Firms[enterprise[row]].Weight;
                received[key] = received.GetValueOrDefault(key) + weight * amount[row];
            }
        }
        var booked = new SortedDictionary<(string Arm, string Measure), long>();
        await foreach (var part in reader.Read(RunFolder.Series))
        {
            var (arm, replicate, region) = (
                await part.Texts("arm"), await part.Numbers<int>("replicate"), await part.Texts("region"));
            foreach (var id in part.Columns.Select(Names.MeasureOf).OfType<Model.Policies.MeasureId>())
            {
                var costs = await part.Numbers<long>(Names.CostColumn(id));
                for (var row = 0; row < part.Rows; row++)
                    if (replicate[row] == 0 && region[row] != Names.Unassigned && costs[row] != 0)
                        booked[(arm[row], $"{id}")] = booked.GetValueOrDefault((arm[row], $"{id}")) + costs[row];
            }
        }
        Assert.NotEmpty(booked);
        Assert.Equal(booked, received);
    }

    [Fact]
    public async Task The_incidence_adds_up_to_the_public_cost_in_every_grouping()
    {
        var reader = await RunReader.Open(run.Path);
        var plan = run.Result.Series.Plan;
        var sums = new Dictionary<(string By, string Measure), double>();
        var elsewhere = new Dictionary<string, double>();
        await foreach (var part in reader.Read(RunFolder.Incidence))
        {
            var (by, group, what, measure) = (
                await part.Texts("group_by"), await part.Texts("group"), await part.Texts("what"), await part.Texts("measure"));
            var policy = await part.Numbers<double>("policy");
            foreach (var row in Enumerable.Range(0, part.Rows).Where(row => what[row] == "received"))
            {
                if (group[row] == Names.Unassigned) elsewhere[measure[row]] = policy[row];
                else sums[(by[row], measure[row])] = sums.GetValueOrDefault((by[row], measure[row])) + policy[row];
            }
        }
        Assert.Equal(["all", "industry", "ownership", "region", "size", "title"], sums.Keys.Select(key => key.By).Distinct().Order());
        foreach (var id in run.Result.Series.Measures.Ids)
        {
            // Both replicates are followed.
            var fen = Enumerable.Range(0, plan.Replicates)
                .Sum(replicate => run.Result.Series.Cost(1, replicate, plan.Start, plan.LastMonth, id));
            foreach (var by in sums.Keys.Select(key => key.By).Distinct())
                Assert.Equal(fen, (long)Math.Round((sums.GetValueOrDefault((by, $"{id}")) + elsewhere.GetValueOrDefault($"{id}"))
                    * Fen.PerYuan * plan.Replicates));
        }
    }

    [Fact]
    public async Task The_ledger_names_forms_fields_and_measures_of_the_watched_worlds()
    {
        var reader = await RunReader.Open(run.Path);
        var measures = run.Result.Series.Measures.Ids.Select(id => id.ToString()).ToHashSet();
        var lines = 0;
        await foreach (var part in reader.Read(RunFolder.Ledger))
        {
            var (arm, replicate, measure) = (
                await part.Texts("arm"), await part.Numbers<int>("replicate"), await part.Texts("measure"));
            var (form, name) = (await part.Texts("form"), await part.Texts("field"));
            var (before, after) = (await part.Numbers<double>("before"), await part.Numbers<double>("after"));
            for (var row = 0; row < part.Rows; row++)
            {
                Assert.Equal(0, replicate[row]);
                Assert.Equal("The 2023 notice as written", arm[row]);                // the baseline has no measures
                Assert.Contains(measure[row], measures);
                Assert.NotEqual(before[row], after[row]);
                if (form[row] == "LoanApplication") Assert.Contains(
                    name[row], Model.Forms.FormColumns.Names<Model.Forms.LoanApplication>());
            }
            lines += part.Rows;
        }
        Assert.True(lines > 0, "no measure changed any form");
    }
}
