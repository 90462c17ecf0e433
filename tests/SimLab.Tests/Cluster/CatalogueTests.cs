using SimLab.App.Console;
using SimLab.Engine;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Cluster;
using SimLab.Engine.Execution.Recovery;
using SimLab.Engine.Scenarios;
using SimLab.Tests.App;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>The database of a cluster: set up once or twice, claimed by one, and closed to whoever was overtaken.</summary>
[Slow]
public sealed class CatalogueTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly WorldBatch Wave = new(0, 0, 1, SmallProvince.Arms);

    [Fact]
    public async Task Setting_up_twice_keeps_what_is_there()
    {
        await using var postgres = await TestPostgres.Start();
        await using var database = ClusterDatabase.At(postgres.Connection);
        var early = await Said.By("status", "--cluster", postgres.Connection);
        Assert.Equal(ExitCode.WrongInput, early.Exit);
        Assert.Contains("Run `simlab cluster init` once", early.Error, StringComparison.Ordinal);

        await database.Init();
        await new RunCatalogue(database).Submit("kept", Order(), Cancel);
        await database.Init();
        Assert.Equal("kept", Assert.Single(await new RunCatalogue(database).All()).Run);
    }

    [Fact]
    public async Task Tables_of_an_earlier_build_get_todays_names_and_keep_what_they_have()
    {
        await using var postgres = await TestPostgres.Start();
        await using var database = ClusterDatabase.At(postgres.Connection);
        await database.Init();
        await new RunCatalogue(database).Submit("early", Order(), Cancel);
        await database.Once(async connection =>
        {
            await using var back = RunCatalogue.Command(connection, """
                ALTER TABLE simlab_journal RENAME COLUMN batch TO wave; ALTER TABLE simlab_journal RENAME TO simlab_told;
                ALTER TABLE simlab_part RENAME COLUMN batch TO wave; ALTER TABLE simlab_part RENAME COLUMN activation TO life;
                ALTER TABLE simlab_checkpoint RENAME COLUMN batch TO wave; ALTER TABLE simlab_checkpoint RENAME COLUMN activation TO life;
                ALTER TABLE simlab_checkpoint RENAME COLUMN stored TO kept; ALTER TABLE simlab_run RENAME COLUMN recovery TO survived;
                """);
            return await back.ExecuteNonQueryAsync(Cancel);
        });
        await Assert.ThrowsAsync<ClusterException>(database.RequireSetUp);

        await database.Init();
        await database.RequireSetUp();
        Assert.Equal("early", Assert.Single(await new RunCatalogue(database).All()).Run);
    }

    [Fact]
    public async Task A_run_is_claimed_by_one_driver_and_its_order_arrives_as_it_was_given()
    {
        await using var postgres = await TestPostgres.Start();
        await using var database = ClusterDatabase.At(postgres.Connection);
        await database.Init();
        var (catalogue, order) = (new RunCatalogue(database), Order());
        await catalogue.Submit("once", order, Cancel);
        await catalogue.Submit("once", order, Cancel);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => catalogue.Claim($"silo-{i}", ModelBuild.Hash)));
        var claim = Assert.Single(claims, claim => claim is not null)!;
        Assert.Equal(order.ToJson(), claim.Order.ToJson());
        Assert.Equal(ScenarioText.Canonical(order.Scenario), ScenarioText.Canonical(claim.Order.Scenario));
        Assert.Null(await catalogue.Claim("another build", "0123"));
    }

    [Fact]
    public async Task A_driver_that_was_overtaken_writes_nothing()
    {
        await using var postgres = await TestPostgres.Start();
        await using var database = ClusterDatabase.At(postgres.Connection);
        await database.Init();
        var catalogue = new RunCatalogue(database);
        await catalogue.Submit("run", Order(), Cancel);
        var zombie = (await catalogue.Claim("zombie", ModelBuild.Hash))!;
        await catalogue.Release(zombie);
        var heir = (await catalogue.Claim("heir", ModelBuild.Hash))!;
        Assert.Equal((1, 2), (zombie.Attempt, heir.Attempt));

        var late = new DatabaseJournal(database, "run", zombie.Attempt);
        await Assert.ThrowsAsync<FencedOffException>(() => late.RecordPrints(Wave, [new(1, 2)]));
        await Assert.ThrowsAsync<FencedOffException>(() =>
            new DatabaseCheckpointStore(database)
                .Put(new("run", zombie.Attempt, "life", 0, SmallProvince.Plan.Start), "district 0", [1], [1], Cancel));
        await Assert.ThrowsAsync<FencedOffException>(() => catalogue.Hold(zombie, null, 0));
        await Assert.ThrowsAsync<FencedOffException>(() => catalogue.Finish(zombie, "hash"));
        Assert.Null(await late.Prints(Wave));

        await new DatabaseJournal(database, "run", heir.Attempt).RecordPrints(Wave, [new(3, 4)]);
        Assert.Equal([new(3, 4)], (await late.Prints(Wave))!);
        Assert.Equal("running", (await catalogue.Find("run"))!.State);
    }

    [Fact]
    public async Task What_is_told_twice_is_there_once_and_must_be_the_same()
    {
        await using var postgres = await TestPostgres.Start();
        await using var database = ClusterDatabase.At(postgres.Connection);
        await database.Init();
        var catalogue = new RunCatalogue(database);
        await catalogue.Submit("run", Order(), Cancel);
        var claim = (await catalogue.Claim("silo", ModelBuild.Hash))!;
        var journal = new DatabaseJournal(database, "run", claim.Attempt);
        await journal.RecordPrints(Wave, [new(1, 2)]);
        await journal.RecordPrints(Wave, [new(1, 2)]);
        await Assert.ThrowsAsync<ReplayDivergedException>(() => journal.RecordPrints(Wave, [new(1, 3)]));
        Assert.Equal([new(1, 2)], (await journal.Prints(Wave))!);
    }

    [Fact]
    public async Task What_cannot_be_reached_is_said_in_one_sentence_without_the_password()
    {
        var nobody = await Said.By("status", "--cluster", "Host=127.0.0.1;Port=1;Database=simlab;Username=simlab;Password=secret");
        Assert.Equal(ExitCode.WrongInput, nobody.Exit);
        Assert.StartsWith("The cluster database rejected the request:", nobody.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", nobody.Error, StringComparison.Ordinal);
        var nonsense = await Said.By("status", "--cluster", "nonsense");
        Assert.Contains("not one PostgreSQL understands", nonsense.Error, StringComparison.Ordinal);
    }

    private static RunOrder Order()
    {
        var scenario = ScenarioFile.Read(Repository.File("scenarios", "gansu-2023.yaml"), MeasureCatalog.Default);
        return new()
        {
            Scenario = scenario,
            PopulationHash = "p",
            Plan = SmallProvince.Plan,
            Memory = 1 << 20,
            Record = true,
            Executor = "Grains",
            Format = "Table",
            Required = ["new_above_scale"],
        };
    }
}
