using System.Collections.Immutable;
using System.Reflection;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Engine.Recording;

/// <summary>Names used in the tables of a run folder.</summary>
public static class Names
{
    /// <summary>Region and industry of public cost that arose in a market and belongs to no single firm.</summary>
    public const string Unassigned = "Unassigned";

    internal static readonly string[] Industries = Enum.GetNames<Industry>();
    internal static readonly string[] Strata = Enum.GetNames<Stratum>();
    internal static readonly string[] Events = Enum.GetNames<EventKind>();
    internal static readonly string[] Forms = Enum.GetNames<FormKind>();

    private const string CostPrefix = "cost_";

    private static readonly string[] Titles = Enum.GetNames<Title>();
    private static readonly string[] Tenders = Enum.GetNames<TenderKind>();
    private static readonly string[][] Fields = FieldNames();

    /// <summary>Column of an indicator in series.parquet: high_tech, sme_loans_owed …</summary>
    public static string ColumnOf(Indicator indicator) => Spelling.Snake(indicator.ToString());

    /// <summary>Column of the public cost of a measure in series.parquet: cost_gansu-2023/09.</summary>
    public static string CostColumn(MeasureId measure) => CostPrefix + measure;

    /// <summary>The measure whose public cost the column holds; null: it holds something else.</summary>
    public static MeasureId? MeasureOf(string costColumn) =>
        costColumn.StartsWith(CostPrefix, StringComparison.Ordinal) && MeasureId.TryParse(costColumn[CostPrefix.Length..], out var id)
            ? id : null;

    /// <summary>A month in the tables: 202303.</summary>
    public static int Number(Month month) => month.Year * 100 + month.OfYear;

    /// <summary>The month of a number in the tables.</summary>
    public static Month MonthOf(int number) => Month.Of(number / 100, number % 100);

    internal static string FieldOf(FormKind form, int field) => Fields[(int)form][field];

    internal static IReadOnlyList<string> FieldsOf(FormKind form) => Fields[(int)form];

    /// <summary>The title, tender or measure an event concerns; blank where there is none.</summary>
    internal static string Which(in FirmEvent firmEvent, MeasureIndex measures) => firmEvent.Kind switch
    {
        EventKind.TitleEarned or EventKind.TitleLost or EventKind.TitleRefused => Titles[firmEvent.Which],
        EventKind.BidWon => Tenders[firmEvent.Which],
        EventKind.SupportRefused or EventKind.SupportReceived => measures.Ids[firmEvent.Which].ToString(),
        _ => "",
    };

    // Every form states its own kind and columns, so a new form needs no line here.
    private static string[][] FieldNames()
    {
        var names = new string[Forms.Length][];
        foreach (var form in typeof(IForm).Assembly.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IForm))))
        {
            var kind = (FormKind)form.GetProperty(nameof(IForm.Kind), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
            var columns = typeof(FormColumns).GetMethod(nameof(FormColumns.Names))!.MakeGenericMethod(form);
            names[(int)kind] = [.. (ImmutableArray<string>)columns.Invoke(null, null)!];
        }
        return names;
    }
}
