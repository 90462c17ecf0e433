using System.Collections.Immutable;
using System.Globalization;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>
/// Reads a scenario's changes during the run, such as
/// <c>2023-07: { CultivateSpecialisedSmes: { provincialReward: 600000 } }</c>, and the point at which a branch diverges
/// from its parent.
/// </summary>
internal sealed class ChangesReader(Values values, MeasureCatalog catalog, Problems problems)
{
    private const int AddressLength = 64;

    public ImmutableArray<Change> Read(MapNode changes, ImmutableArray<Measure> measures, (Month First, Month Last)? run)
    {
        var read = ImmutableArray.CreateBuilder<Change>();
        var months = changes.Entries.Select(e => (e.Key, e.Value, Month: MonthOf(e.Key, run))).Where(e => e.Month is not null)
            .OrderBy(e => e.Month);
        foreach (var (key, node, month) in months)
        {
            var map = values.Map($"changes.{key.Value}", node);
            if (map.Entries.IsEmpty) problems.Add(
                key.Position, $"nothing changes in {key.Value}. Name the measure and its levers, or remove the month.");
            List<Change> together = [.. map.Entries.Select(e => One(month!.Value, e.Key, e.Value, measures)).OfType<Change>()];
            read.AddRange(together);
            measures = Change.Phases(measures, [.. together]) is [.., var last] ? last.Measures : measures;
        }
        return read.ToImmutable();
    }

    public BranchPoint? Branch(Node? node, (Month First, Month Last)? run)
    {
        if (node is null) return null;
        var map = values.Map("branch", node);
        foreach (var (key, _) in map.Entries.Where(e => e.Key.Value is not ("of" or "at")))
            problems.Add(key.Position, $"there is no key {NearestWord.Quoted(key.Value)} in branch. The keys are: of, at.");
        foreach (var wanted in new[] { "of", "at" }.Where(key => map[key] is null))
            problems.Add(
                node.Position,
                $"branch has no {wanted}. It names the content address of the run it left, and the first month that differs: {{ of: "
                + $"a329…, at: 2023-07 }}.");
        var of = map["of"] is { } address ? values.Text("branch.of", address) : null;
        if (of is not null && (of.Length != AddressLength || !of.All(char.IsAsciiHexDigitLower)))
            problems.Add(
                map["of"]!.Position,
                $"branch.of is {NearestWord.Quoted(of)}. A content address is {AddressLength} digits and letters a to f, as "
                + $"manifest.json of the run has it.");
        Month? at = map["at"] is { } month ? values.Month("branch.at", month) : null;
        if (run is { } r && (at < r.First || at > r.Last)) problems.Add(
            map["at"]!.Position, $"branch.at is {at}, outside the run, {r.First} to {r.Last}.");
        return of is null || at is null ? null : new(of, at.Value);
    }

    private Month? MonthOf(TextNode key, (Month First, Month Last)? run)
    {
        if (values.Month("changes", key) is not { } month) return null;
        if (run is not { } r || month > r.First && month <= r.Last) return month;
        problems.Add(key.Position, month == r.First
            ? Sentence.Of($"changes in {month}: the run begins in that month. Write them under measures.")
            : $"changes in {month}: the run goes from {r.First} to {r.Last}. Name a month after its first.");
        return null;
    }

    private Change? One(Month month, TextNode name, Node node, ImmutableArray<Measure> measures)
    {
        if (catalog.Find(name.Value) is not { } known)
        {
            problems.Add(name.Position, catalog.WhyNot(name.Value));
            return null;
        }
        var there = measures.FirstOrDefault(m => m.GetType() == known.Type);
        if (node is TextNode { Value: "off" })
        {
            if (there is null) problems.Add(node.Position, $"{known.Key} is to end in {month}, and is not there. Remove the line.");
            return there is null ? null : new Change(month, known.Id) { Ends = true };
        }
        if (node is not (MapNode or TextNode { Value: "" }))
        {
            problems.Add(
                node.Position,
                $"{known.Key} is {Values.Found(node)}. Write the levers that change below it, {{}} to let it begin as its document has "
                + $"it, or off.");
            return null;
        }
        if (there?.Until < month)
        {
            problems.Add(
                name.Position, $"{known.Key} ended in {there.Until}, before {month}. Let it last longer with until, under measures.");
            return null;
        }
        var map = values.Map(known.Key, node);
        var levers = Levers(known, map, month);
        if (there is null) return new(month, known.Id) { Begins = Begun(known, levers, month) };
        if (map.Entries.IsEmpty) problems.Add(
            name.Position, $"{known.Key} is there already in {month}, and no lever of it changes. Name the levers, or write off.");
        return levers.Length == 0 ? null : new(month, known.Id) { Levers = levers };
    }

    private ImmutableArray<ChangedLever> Levers(CataloguedMeasure known, MapNode map, Month month)
    {
        var turned = ImmutableArray.CreateBuilder<ChangedLever>();
        foreach (var (name, node) in map.Entries)
        {
            if (name.Value is Payers.Key)
                problems.Add(name.Position, $"{known.Key}.{name.Value} cannot change on the way. Write it under measures.");
            else if (name.Value is "from" or "until")
                problems.Add(
                    name.Position,
                    $"{known.Key}.{name.Value} cannot change on the way: it changes from {month} on. Write off in the month it ends.");
            else if (known.Lever(name.Value) is not { } lever)
                problems.Add(
                    name.Position,
                    $"there is no lever {NearestWord.Quoted(name.Value)} in "
                    + $"{known.Key}.{NearestWord.Instead(name.Value, $"levers", [.. known.Levers.Select(l => l.Name)])}");
            else if (values.Parameter(lever, known.Key, node) is { } value)
                turned.Add(new(lever.Name, Convert.ToDouble(value, CultureInfo.InvariantCulture)));
        }
        return turned.ToImmutable();
    }

    private static Measure Begun(CataloguedMeasure known, ImmutableArray<ChangedLever> levers, Month month)
    {
        var written = known.AsWritten() with { From = month };
        return Change.Phases([written], [new(month, known.Id) { Levers = levers }])[0].Measures[0];
    }
}
