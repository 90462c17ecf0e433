using System.Collections.Immutable;
using System.Reflection;
using SimLab.Model;
using SimLab.Model.Forms;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>The ledger shows what is on a form; nothing is kept by hand beside it.</summary>
[Fast]
public sealed class FormColumnsTests
{
    private const BindingFlags Any =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Type[] Forms =
        [.. typeof(IForm).Assembly.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IForm)))];

    public static TheoryData<string> Names { get; } = [.. Forms.Select(form => form.Name)];

    [Fact]
    public void Every_kind_of_form_is_one_struct_of_that_name() =>
        Assert.Equal(
            Enum.GetNames<FormKind>().Order(StringComparer.Ordinal),
            Forms.Select(form => form.GetProperty(nameof(IForm.Kind))!.GetValue(null)!.ToString()!).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Names))]
    public void A_column_says_what_the_field_of_its_name_says(string name)
    {
        var check = typeof(FormColumnsTests).GetMethod(nameof(Check), BindingFlags.NonPublic | BindingFlags.Static)!;
        check.MakeGenericMethod(Forms.Single(form => form.Name == name)).Invoke(null, null);
    }

    [Fact]
    public void Cost_of_haste_is_shown() => Assert.Contains("costOfHaste", FormColumns.Names<TaxReturn>());

    [Fact]
    public void A_column_that_a_form_does_not_have_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FormColumns.Value(new Bid(), FormColumns.Names<Bid>().Length));

    [Fact]
    public void A_field_the_ledger_leaves_out_says_why() =>
        Assert.All(LeftOut(), field => Assert.True(field.GetCustomAttribute<NotInLedgerAttribute>()!.Reason.Length > 20, field.ToString()));

    [Fact]
    public void What_a_measure_writes_is_shown()
    {
        var written = typeof(Measure).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Measure).Namespace)
            .SelectMany(type => type.GetMethods(Any))
            .SelectMany(FieldsWrittenBy)
            .Where(field => field.GetCustomAttribute<NotInLedgerAttribute>() is not null)
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}");
        Assert.Empty(written);
    }

    // A number of its own in every field that is shown; each must come back under the field's name.
    private static void Check<TForm>() where TForm : struct, IForm
    {
        object form = default(TForm);
        var expected = new Dictionary<string, double>();
        var number = 0;
        foreach (var field in typeof(TForm).GetFields(BindingFlags.Public | BindingFlags.Instance).Except(LeftOut()))
        {
            number++;
            var yesOrNo = field.FieldType == typeof(bool);
            field.SetValue(form, yesOrNo ? true : Convert.ChangeType(number, field.FieldType, null));
            expected.Add(Camel(field.Name), yesOrNo ? 1 : field.FieldType == typeof(long) ? Fen.ToYuan(number) : number);
        }
        typeof(TForm).GetProperty(nameof(IForm.PublicCost))!.SetValue(form, 700L);
        typeof(TForm).GetProperty(nameof(IForm.Support))!.SetValue(form, 900L);
        expected.Add("publicCost", 7);
        expected.Add("support", 9);
        var filled = (TForm)form;
        Assert.Equal(expected, FormColumns.Names<TForm>().Index().ToDictionary(c => c.Item, c => FormColumns.Value(filled, c.Index)));
    }

    private static ImmutableArray<FieldInfo> LeftOut() =>
        [.. Forms.SelectMany(form => form.GetFields()).Where(field => field.IsDefined(typeof(NotInLedgerAttribute)))];

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    // Every byte that could be a store is tried; one that is none names no field of ours.
    private static IEnumerable<FieldInfo> FieldsWrittenBy(MethodInfo method)
    {
        const byte Store = 0x7D;
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code) yield break;
        for (var i = 0; i + 4 < code.Length; i++)
        {
            if (code[i] != Store || BitConverter.ToInt32(code, i + 1) is var token && token >>> 24 != 0x04) continue;
            FieldInfo? field = null;
            try
            {
                field = method.Module.ResolveField(token);
            }
            catch (ArgumentException)
            {
                // not a field after all
            }
            if (field is not null) yield return field;
        }
    }
}
