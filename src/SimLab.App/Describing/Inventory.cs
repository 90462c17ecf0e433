using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Steps;
using SimLab.Model.Forms;
using SimLab.Model.Markets;
using SimLab.Model.Messages;

namespace SimLab.App.Describing;

/// <summary>Generated tables: state variables, forms, markets, measures, and the schedule of the month.</summary>
internal static partial class Inventory
{
    /// <summary>Fields and properties that a type declares, each with its comment.</summary>
    public static string State(Type type)
    {
        var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(member => member is FieldInfo || (member is PropertyInfo property && property.SetMethod is not null))
            .OrderBy(member => member.MetadataToken);
        return Page.Table(
            ["Variable", "Type", "Meaning"], members.Select(member => new[] { Page.Code(member.Name), TypeOf(member), Meaning(member) }));
    }

    /// <summary>Table of an enum's values, each with its comment.</summary>
    public static string Values(Type type) => Page.Table(["Value", "Meaning"], Enum.GetNames(type)
        .Where(name => type != typeof(Standing) || name != nameof(Standing.None))
        .Select(name => new[] { Page.Code(name), Meaning(type.GetField(name)!) }));

    public static string Forms()
    {
        var forms = typeof(IForm).Assembly.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IForm)))
            .OrderBy(type => type.Name, StringComparer.Ordinal);
        return Page.Table(["Form", "What it is", "Fields", "Measures that act on it (clause)"], forms.Select(form => new[]
        {
            Page.Code(form.Name), Comments.Of(form),
                Page.Codes(form.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => field.Name)),
            string.Join(", ",
                MeasureCatalog.Default.Measures.Where(measure => measure.Forms.Any(acted => acted.Form == form))
                .Select(measure => $"{measure.Name} ({measure.Clause.Number})")),
        }));
    }

    public static string Markets() => Page.Table(["Order", "Market or office", "What it does"], Market.All()
        .Select((market, index) => new[] { Registers.Whole(index + 1), Page.Code(market.GetType().Name), Comments.Of(market.GetType()) }));

    public static string Measures() =>
        Page.Table(["Clause", "Measure", "What it does", "Forms"], MeasureCatalog.Default.Measures.Select(measure => new[]
    {
        Registers.Whole(measure.Clause.Number), $"`{measure.Name}` {measure.Clause.Heading}", Comments.Of(measure.Type),
        string.Join(", ", measure.Forms.OrderBy(acted => acted.Form.Name, StringComparer.Ordinal)
            .Select(acted => Page.Code(acted.Form.Name) + (acted.Claimed ? " (claimed)" : ""))),
    }));

    public static string Levers() => Page.Table(["Clause", "Lever", "Value", "Unit", "Range", "Source", "Effect"],
        from measure in MeasureCatalog.Default.Measures
        from lever in measure.OwnLevers
        select new[]
        {
            Registers.Whole(measure.Clause.Number), $"`{measure.Name}.{lever.Property.Name}`", Registers.Value(lever), lever.Unit,
            $"{Registers.Plain(lever.Min)} to {Registers.Plain(lever.Max)}", lever.Source,
            GradeTexts.InTable(measure.Name, lever),
        });

    /// <summary>The steps of a firm's month, in the order in which <see cref="EnterpriseMonth"/> calls them.</summary>
    public static string Month()
    {
        var code = Sources.Text(Sources.FileOf(typeof(EnterpriseMonth)));
        var body = code[code.IndexOf("void StepAlive(", StringComparison.Ordinal)..];
        var steps = new StringBuilder();
        var number = 0;
        foreach (Match step in Step().Matches(body[..body.IndexOf("\n    }", StringComparison.Ordinal)]))
        {
            var (when, name) = (When(step.Groups[1].Value), step.Groups[2].Value);
            var type = typeof(EnterpriseMonth).Assembly.GetTypes().Single(type => type.Name == name && type.IsSubclassOf(typeof(object)));
            steps.Append(CultureInfo.InvariantCulture, $"{++number}. {when}`{name}.{step.Groups[3].Value}`. {Comments.Of(type)}\n");
        }
        return number > 0 ? steps.ToString() : throw new DescribingException("The order of the month was not found in EnterpriseMonth.");
    }

    public static string Events() => Page.Codes(Enum.GetNames<EventKind>()) + ".";

    // A short comment behind a field continues its name; a sentence above it stands alone.
    private static string Meaning(MemberInfo member)
    {
        var (name, said) = (Comments.InWords(member.Name), Comments.Of(member));
        return said.Length == 0 ? name : said.EndsWith('.') ? said : $"{name}: {said}";
    }

    private static string TypeOf(MemberInfo member)
    {
        var type = member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;
        if (type.IsArray) return $"{NameOf(type.GetElementType()!)} list";
        return NameOf(type);
    }

    private static string NameOf(Type type) => Type.GetTypeCode(type.IsEnum ? typeof(object) : type) switch
    {
        TypeCode.Int64 or TypeCode.Int32 or TypeCode.UInt16 or TypeCode.Byte or TypeCode.UInt32 => "whole",
        TypeCode.Double or TypeCode.Single => "real",
        TypeCode.Boolean => "yes or no",
        _ => Page.Code(type.Name),
    };

    private static string When(string condition) => condition switch
    {
        "" => "",
        "context.Month.EndsQuarter" => "At the end of a quarter: ",
        "context.Month.EndsYear" => "In December: ",
        _ when OfYear().Match(condition) is { Success: true } month =>
            $"In {MonthName(month.Groups[1].Value)}: ",
        _ => $"If `{condition}`: ",
    };

    private static string MonthName(string number) =>
        CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(int.Parse(number, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^\s+(?:if \((.+?)\) )?(\w+)\.(\w+)\(ref context", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex(@"^context\.Month\.OfYear == (\d+)$")]
    private static partial Regex OfYear();
}
