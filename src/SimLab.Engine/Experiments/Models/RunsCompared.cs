using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Recording;
using SimLab.Engine.Statistics;
using SimLab.Model;

namespace SimLab.Engine.Experiments.Models;

/// <summary>What differs between two recorded runs.</summary>
/// <param name="Sentences">In plain words, the largest changes among them.</param>
/// <param name="Table">Every number that moved.</param>
public sealed record RunsMoved(ImmutableArray<Sentence> Sentences, FindingsTable Table);

/// <summary>
/// Compares two recorded runs of the same months and random keys, by two builds or with two sets of parameters: which
/// numbers moved, and by how much, by replicate.
/// </summary>
public static class RunsCompared
{
    private const int Named = 5;

    /// <summary>Compares the runs of two folders.</summary>
    /// <param name="first">Folder of a run, and its name for readers.</param>
    /// <exception cref="RunFolderException">
    /// A folder holds no complete run, or the two do not share random keys.
    /// </exception>
    public static async Task<RunsMoved> Of((string Path, string Name) first, (string Path, string Name) second)
    {
        var (one, other) = (await Open(first.Path), await Open(second.Path));
        RequireAlike(one, other);
        if (one.Manifest.ResultHash == other.Manifest.ResultHash)
            return new([$"Nothing moved: both runs have the same result, hash {one.Manifest.ResultHash[..16]}, to the last bit.",
                .. Builds(one, other)], Empty());

        var (a, b) = (await RunTotals.Of(one), await RunTotals.Of(other));
        var table = Empty();
        var moved = new List<(string Column, PairedDifference Difference, double Before)>();
        foreach (var column in a.Columns.Where(b.Values.ContainsKey))
        {
            var pairs = Math.Min(a.Values[column].Length, b.Values[column].Length);
            double?[] Known(RunTotals run) => [.. run.Values[column].Take(pairs).Select(v => (double?)v)];
            if (PairedDifference.Of(Known(b), Known(a)) is not { IsNone: false } difference) continue;
            var before = a.Values[column].Take(pairs).Average();
            moved.Add((column, difference, before));
            table.Add(column, RunTotals.UnitOf(column), RunTotals.SpanOf(column), before, b.Values[column].Take(pairs).Average(),
                difference.Mean, difference.Interval?.Low ?? double.NaN, difference.Interval?.High ?? double.NaN,
                before == 0 ? double.NaN : difference.Mean / Math.Abs(before), difference.IsClear ? "yes" : "not clear of chance", pairs);
        }
        return new([.. Sentences(first.Name, second.Name, a, b, moved), .. Builds(one, other)], table);
    }

    private static FindingsTable Empty() => new("moved", "What moved: second less first with the same luck, mean with its 95 % interval",
    [
        TableColumn.Text("outcome", "Outcome"), TableColumn.Text("unit", "Unit"), TableColumn.Text("span", "When"),
            new("first", "First", TableColumn.OfRow), new("second", "Second", TableColumn.OfRow),
        new("difference", "Moved by", TableColumn.ChangeOfRow), new("low", "from", TableColumn.ChangeOfRow),
            new("high", "to", TableColumn.ChangeOfRow),
        new("relative", "Of first", "share"), TableColumn.Text("clear", "Clear"), new("pairs", "Pairs") { IsDetail = true },
    ]);

    private static async Task<RunReader> Open(string path)
    {
        try
        {
            return await RunReader.Open(path);
        }
        catch (KeyNotFoundException e)
        {
            throw new RunFolderException(
                path, $"was written by another SimLab, with other files than this one reads. Run its scenario again with a build of this "
                + $"year.", e);
        }
    }

    // Only runs with the same random keys and months compare replicate by replicate.
    private static void RequireAlike(RunReader one, RunReader other)
    {
        (string What, string First, string Second)[] frame =
        [
            ("start", one.Manifest.Start, other.Manifest.Start),
            ("months", Text(one.Manifest.Months), Text(other.Manifest.Months)),
            ("seed", one.Manifest.Seed.ToString(CultureInfo.InvariantCulture), other.Manifest.Seed.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach (var (what, first, second) in frame.Where(f => f.First != f.Second))
            throw new RunFolderException(
                other.Path, $"its {what} is {second}, that of {one.Path} {first}: they do not share months and luck, so a difference "
                + $"would say nothing. Run both with the same {what}.");
    }

    private static IEnumerable<Sentence> Sentences(
        string first, string second, RunTotals a, RunTotals b, List<(string Column, PairedDifference Difference, double Before)> moved)
    {
        var common = a.Columns.Count(b.Values.ContainsKey);
        yield return moved.Count == 0
            ? Sentence.Of($"None of the {common} numbers of the series moved, though the runs' hashes differ: they differ within regions, "
                + $"firms or events only.")
            : $"{moved.Count} of {common} numbers moved from \"{first}\" to \"{second}\", {moved.Count(m => m.Difference.IsClear)} of "
                + $"them clear of chance.";
        foreach (var (column, difference, before) in Largest(moved).Take(Named))
        {
            var (low, high) = (difference.Interval?.Low ?? double.NaN, difference.Interval?.High ?? double.NaN);
            var change = TableText.ChangeOf(difference.Mean, low, high, RunTotals.UnitOf(column));
            var (name, relative) = (Term.Name(column, RunTotals.ChineseOf(column)), Relative(difference, before));
            yield return RunTotals.IsFlow(column)
                ? Sentence.Of($"{name} over the run moved by {change}, {relative} %.")
                : $"{name} in the last month moved by {change}, {relative} %.";
        }
        foreach (var (name, lacks) in ((string, IEnumerable<string>)[])[
            (first, a.Columns.Except(b.Columns)), (second, b.Columns.Except(a.Columns))])
            if (lacks.Any()) yield return $"Only in \"{name}\": {lacks}.";
    }

    private static IEnumerable<(string Column, PairedDifference Difference, double Before)> Largest(
        IEnumerable<(string Column, PairedDifference Difference, double Before)> moved) =>
        moved.Where(m => m.Difference.IsClear && m.Before != 0).OrderByDescending(m => Math.Abs(m.Difference.Mean / m.Before));

    private static string Relative(PairedDifference difference, double before) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * difference.Mean / Math.Abs(before):+0.##;-0.##}");

    private static IEnumerable<Sentence> Builds(RunReader one, RunReader other)
    {
        var (first, second) = (one.Manifest, other.Manifest);
        if (first.ModelBuild != second.ModelBuild) yield return $"Two builds: {Short(first.ModelBuild)} and {Short(second.ModelBuild)}.";
        if (first.Population != second.Population)
            yield return $"The populations differ, so part of what moved may be the firms and not the model.";
        if (first.Replicates != second.Replicates)
            yield return $"One run has {first.Replicates} replicates and the other {second.Replicates}; those both have are compared.";
    }

    private static string Short(string build) => build[..Math.Min(16, build.Length)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
