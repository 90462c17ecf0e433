using System.Diagnostics;
using System.Globalization;
using SimLab.App.Export.Tables;
using SimLab.Engine.Recording;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Presenting;

/// <summary>The planners' workbook, opened by LibreOffice and saved again sheet by sheet as CSV.</summary>
[Slow]
public sealed class LibreOfficeTests(ExportedRun run) : IClassFixture<ExportedRun>
{
    // Every sheet into a file of its own: the twelfth token of the filter; UTF-8, comma, quote; the eighth keeps
    // cells as they are and not as shown.
    private const string AllSheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    private static readonly string[] Places = [
        "/usr/bin/soffice", "/usr/bin/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];

    [Fact]
    public async Task It_opens_and_every_cell_has_the_value_that_was_written()
    {
        var office = Places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(
            office is null, "No LibreOffice on this machine. Install it with: apt-get install --no-install-recommends libreoffice-calc");
        var (book, folder) = (run.Free("planners.xlsx"), run.Free("planners"));
        Assert.Equal(0, (await Said.By("export", run.Path, "--xlsx", book)).Exit);
        await Convert(office!, book, folder);
        foreach (var macroState in new PlannerWorkbook(await ShownRun.Read(await RunReader.Open(run.Path))).Sheets())
        {
            var rows = Rows(
                await File.ReadAllTextAsync(
                Path.Combine(folder, $"planners-{macroState.Name}.csv"), TestContext.Current.CancellationToken));
            Assert.Equal(macroState.Columns, rows[0]);
            Assert.Equal(macroState.Rows.Count, rows.Count - 1);
            foreach (var (written, opened) in macroState.Rows.Zip(rows.Skip(1)))
                for (var column = 0; column < macroState.Columns.Length; column++) Same(macroState, written[column], opened[column]);
        }
    }

    private async Task Convert(string office, string book, string folder)
    {
        var start = new ProcessStartInfo(office) { RedirectStandardError = true, RedirectStandardOutput = true };
        string[] arguments = [
            $"-env:UserInstallation={new Uri(run.Free("office-profile")).AbsoluteUri}", "--headless", "--convert-to", AllSheets,
            "--outdir", folder, book];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)
            + await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
    }

    private static void Same(Sheet macroState, object? written, string opened)
    {
        switch (written)
        {
            case null:
                Assert.Equal("", opened);
                break;
            case string text:
                Assert.Equal(text, opened);
                break;
            case IFormattable number:
                // LibreOffice writes fifteen digits.
                var (told, read) = (
                    double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
                    double.Parse(opened, CultureInfo.InvariantCulture));
                Assert.True(Math.Abs(told - read) <= 1e-14 * Math.Abs(told), $"{macroState.Name}: {told:R} was opened as {opened}");
                break;
            default:
                Assert.Fail($"{macroState.Name} holds a {written.GetType().Name}");
                break;
        }
    }

    // RFC 4180.
    private static List<string[]> Rows(string csv)
    {
        var (rows, row, cell) = (new List<string[]>(), new List<string>(), new System.Text.StringBuilder());
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            if (quoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"') cell.Append(csv[i++]);
            else if (csv[i] == '"') quoted = !quoted;
            else if (!quoted && csv[i] is ',' or '\n' && !quoted)
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (csv[i] != '\n') continue;
                rows.Add([.. row]);
                row.Clear();
            }
            else if (csv[i] != '\r' || quoted) cell.Append(csv[i]);
        }
        return rows;
    }
}
