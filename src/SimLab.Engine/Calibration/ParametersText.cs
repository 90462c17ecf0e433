using System.Globalization;
using System.Text;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>
/// Writes a calibration as files: a layer for scenarios to extend, with fit and intervals beside every value, and the
/// posterior draws, the input of forecasts. The same calibration on the same build writes the same bytes.
/// </summary>
public static class ParametersText
{
    private const string ParametersEnding = ".parameters.yaml", PosteriorEnding = ".posterior.csv";

    /// <summary>Paths of a calibration's files, beside its own file or in another folder.</summary>
    public static (string Parameters, string Posterior) Files(string calibration, string? folder = null)
    {
        var stem = Path.Combine(folder ?? Path.GetDirectoryName(calibration)!, Path.GetFileNameWithoutExtension(calibration));
        return (stem + ParametersEnding, stem + PosteriorEnding);
    }

    /// <summary>Path of the store of finished batches until the calibration ends.</summary>
    public static string Kept(string parameters) => parameters[..^ParametersEnding.Length] + ".worlds.bin";

    /// <summary>Text of the layer.</summary>
    /// <param name="result">Result of the calibration.</param>
    /// <param name="populationHash">Hash of the population file.</param>
    /// <param name="command">Command that reproduces it.</param>
    public static string Layer(CalibrationResult result, string populationHash, string command)
    {
        var order = result.Order;
        var text = new StringBuilder();
        text.Append("# yaml-language-server: $schema=../../../scenario.schema.json\n")
            .Append("# Generated; do not edit. What it says is what the calibration found; other values belong into a scenario of their "
                + "own.\n#\n")
            .Append(CultureInfo.InvariantCulture, $"#   made by      {command}\n")
            .Append(CultureInfo.InvariantCulture, $"#   seed         {order.Seed}\n")
            .Append(CultureInfo.InvariantCulture, $"#   data         sha256 {order.FactsHash} (calibration and facts)\n")
            .Append(CultureInfo.InvariantCulture, $"#   population   sha256 {populationHash}\n")
            .Append(CultureInfo.InvariantCulture, $"#   model build  {ModelBuild.Hash}\n")
            .Append(CultureInfo.InvariantCulture,
                $"#   worlds       {order.Size.Draws} draws, {result.Rounds} rounds, {result.Posterior.Particles.Count} points kept, all "
                + $"within {result.Posterior.Tolerance:0.00} standard errors of the facts (root mean square)\n")
            .Append(CultureInfo.InvariantCulture,
                $"#   fit          {result.Distance:0.00} standard errors (root mean square of {order.Fitted.Length} facts); the "
                + $"register before it {result.DistanceBefore:0.00}\n#\n");
        Facts(text, result);
        text.Append("#\n# Beside each value: the interval that holds 50 % and 90 % of the posterior, the range it was given, and what "
            + "the facts say of it.\n\n")
            .Append(CultureInfo.InvariantCulture, $"name: {ScenarioYaml.Quoted($"Fitted: {order.Name}")}\n");
        Section(text, result, "behaviour", isMacro: false);
        Section(text, result, "macro", isMacro: true);
        return text.ToString();
    }

    /// <summary>One draw per row, one parameter per column; numbers round-trip to the same bits.</summary>
    public static string Posterior(CalibrationResult result)
    {
        var text = new StringBuilder().AppendJoin(',', result.Order.Parameters.Select(p => p.Name)).Append('\n');
        foreach (var draw in result.Draws) text.AppendJoin(',', draw.Select(NearestWord.Number)).Append('\n');
        return text.ToString();
    }

    /// <summary>Reads posterior draws: draw × parameter.</summary>
    /// <exception cref="ScenarioException">The file is not a posterior of this calibration.</exception>
    public static double[][] ReadPosterior(string file, CalibrationOrder order)
    {
        var problems = new Problems();
        var lines = TextFile.Read(file, null, problems).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var header = string.Join(',', order.Parameters.Select(p => p.Name));
        if (lines[0] != header)
            throw problems.Fatal(
                new(file, 1, 1),
                $"the columns are {NearestWord.Quoted(lines[0])}, not the parameters of the calibration. Run simlab calibrate "
                + $"{Position.Shown(order.File)} again.");
        var draws = lines.Skip(1).Select((line, i) => Row(line, i + 2)).ToArray();
        if (draws.Length == 0) throw problems.Fatal(new(file, 1, 1), $"there is no draw in it. Run the calibration again.");
        return draws;

        double[] Row(string line, int number)
        {
            double[] row = [
                .. line.Split(',')
                .Select(cell =>
                double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN)];
            if (row.Length == order.Parameters.Length && row.All(double.IsFinite)) return row;
            throw problems.Fatal(new(file, number, 1), $"{order.Parameters.Length} numbers are wanted, found {NearestWord.Quoted(line)}.");
        }
    }

    private static void Facts(StringBuilder text, CalibrationResult result)
    {
        text.Append(CultureInfo.InvariantCulture,
            $"# {"fact",-28}{"month",-9}{"observed",12}{"± error",10}{"register",12}{"fitted",12}   off by (standard errors)\n");
        foreach (var fit in result.Fits)
            text.Append(CultureInfo.InvariantCulture,
                $"# {fit.Fact.Id,-28}{fit.Fact.At,-9}{Short(fit.Fact.Observed),12}{Short(fit.Fact.Error),10}"
                + $"{Short(fit.Documented),12}{Short(fit.Fit),12}   {fit.Miss:+0.0;-0.0;0.0}\n");
    }

    private static void Section(StringBuilder text, CalibrationResult result, string key, bool isMacro)
    {
        var parameters = result.Order.Parameters.Index().Where(p => p.Item.IsMacro == isMacro).ToArray();
        if (parameters.Length == 0) return;
        var fitted = result.Order.At(result.Best);
        text.Append(CultureInfo.InvariantCulture, $"\n{key}:\n");
        foreach (var group in parameters.GroupBy(p => p.Item.Parameter.Name))
        {
            var value = group.First().Item.Parameter.In(isMacro ? fitted.Macro : fitted.Behaviour);
            if (value is YearPath path)
            {
                foreach (var (number, parameter) in group) text.Append(
                    CultureInfo.InvariantCulture, $"  # {parameter.Year}: {FitComment(result, number)}\n");
                text.Append(CultureInfo.InvariantCulture,
                    $"  {group.Key}: {{ {string.Join(", ", path.ByYear.Select(y => $"{y.Key}: {NearestWord.Number(y.Value)}"))} }}\n");
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"  # {FitComment(result, group.First().Index)}\n  {group.Key}: {NearestWord.Number((double)value)}\n");
            }
        }
    }

    private static string FitComment(CalibrationResult result, int number)
    {
        var summary = result.Parameters[number];
        var prior = result.Order.Parameters[number].Prior;
        double[] values = [.. result.Posterior.Particles.Select(p => prior.At(p.Unit[number]))],
            weights = [.. result.Posterior.Particles.Select(p => p.Weight)];
        return string.Create(CultureInfo.InvariantCulture,
            $"50 % [{Short(Weighted.Quantile(values, weights, 0.25))}, {Short(Weighted.Quantile(values, weights, 0.75))}], 90 % "
                + $"[{Short(summary.P05)}, {Short(summary.P95)}], range [{Short(prior.Low)}, {Short(prior.High)}]. {Learnt(summary)}");
    }

    /// <summary>A sentence on the information in the facts about the parameter.</summary>
    public static Sentence Learnt(ParameterPosterior summary) => summary.IsPrior
        ? Sentence.Of($"Not identified: the posterior is the prior.")
        : $"The facts take away {Math.Max(0, 100 * summary.Contraction):0} % of the prior's variance.";

    private static string Short(double? value) =>
        value is { } v ? v.ToString(Math.Abs(v) >= 1000 ? "0" : Math.Abs(v) >= 10 ? "0.#" : "0.####", CultureInfo.InvariantCulture) : "–";
}
