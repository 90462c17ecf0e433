using System.Collections.Immutable;
using SimLab.Engine;
using SimLab.Engine.Recording;
using SimLab.Engine.RuleQueries;
using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.App.Lab.Runs;

/// <summary>
/// An enterprise of a run at the end of a month. Money in yuan of one firm, regardless of its weight.
/// </summary>
/// <param name="Id">Its number in the run.</param>
/// <param name="Weight">Number of firms that it represents.</param>
/// <param name="Size">Statistical size class, by its accounts at that time.</param>
/// <param name="Sales">Sales of the calendar year to date, yuan.</param>
/// <param name="Rnd">R&amp;D expenditure of the calendar year to date, yuan.</param>
/// <param name="Titles">One bit per title held.</param>
/// <param name="OwnId">The user's own id of the firm; empty: a synthetic firm.</param>
public sealed record FirmRow(
    int Id, int Weight, Region Region, Industry Industry, SizeClass Size, double Sales, double Rnd, double Loan, int Staff,
    int Titles, string OwnId)
{
    /// <summary>Whether it holds the title.</summary>
    public bool Holds(Title title) => (Titles >> (int)title & 1) != 0;

    /// <summary>The firms in business at the end of the month in the first replicate of the arm.</summary>
    public static async Task<ImmutableArray<FirmRow>> Read(RunReader run, Month month, string arm)
    {
        var rows = ImmutableArray.CreateBuilder<FirmRow>();
        await foreach (var part in run.Read(RunFolder.Enterprises))
        {
            var (months, arms, replicates) = (
                await part.Numbers<int>("month"), await part.Texts("arm"), await part.Numbers<int>("replicate"));
            int[] wanted = [
                .. Enumerable.Range(0, part.Rows).Where(i => months[i] == Names.Number(month) && arms[i] == arm && replicates[i] == 0)];
            if (wanted.Length > 0) await Read(part, run.Province, month, wanted, rows);
        }
        return rows.DrainToImmutable();
    }

    private static async Task Read(TablePart part, Province province, Month month, int[] wanted, ImmutableArray<FirmRow>.Builder rows)
    {
        var (ids, weights, staff) = (
            await part.Numbers<int>("enterprise"), await part.Numbers<int>("weight"), await part.Numbers<int>("staff"));
        var (regions, industries, own) = (await part.Texts("region"), await part.Texts("industry"), await part.Texts("own_id"));
        // At the end of December the accounts have turned over: the year is the last one.
        var year = month.EndsYear ? "last_year" : "this_year";
        var (sales, lastSales, rnd) = (
            await part.Numbers<double>($"sales_{year}"), await part.Numbers<double>("sales_last_year"),
            await part.Numbers<double>($"rnd_{year}"));
        var (loan, payable, net) = (
            await part.Numbers<double>("loan"), await part.Numbers<double>("payable"), await part.Numbers<double>("net_assets"));
        var titles = new List<bool[]>();
        foreach (var title in Enum.GetNames<Title>()) titles.Add(await part.Numbers<bool>(Spelling.Snake(title)));
        foreach (var i in wanted)
        {
            var industry = Enum.Parse<Industry>(industries[i]);
            rows.Add(new(
                ids[i], weights[i], province.Find(regions[i])!.Value, industry,
                SizeClasses.Of(industry, staff[i], Fen.FromYuan(lastSales[i]), Fen.FromYuan(net[i] + loan[i] + payable[i])),
                sales[i], rnd[i], loan[i], staff[i], titles.Select((holds, bit) => holds[i] ? 1 << bit : 0).Sum(), own[i]));
        }
    }
}
