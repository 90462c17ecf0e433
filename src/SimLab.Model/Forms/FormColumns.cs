using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;

namespace SimLab.Model.Forms;

/// <summary>Marks a field of a form that the ledger does not show.</summary>
/// <param name="reason">Why the ledger can omit it.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class NotInLedgerAttribute(string reason) : Attribute
{
    /// <summary>Why the ledger can omit the field.</summary>
    public string Reason { get; } = reason;
}

/// <summary>
/// The ledger columns of each kind of form, derived from the form itself: its fields in declaration order, then
/// <see cref="IForm.PublicCost"/> and <see cref="IForm.Support"/>. The ledger therefore shows every change by a
/// measure, and a new field needs no line here. A <see cref="long"/> is money in fen and shown in yuan; yes is 1, no is
/// 0.
/// </summary>
public static class FormColumns
{
    private delegate double Reader<TForm>(in TForm form, int column);

    /// <summary>Column names of a form, as in the column "field" of ledger.parquet, such as costOfHaste.</summary>
    public static ImmutableArray<string> Names<TForm>() where TForm : struct, IForm => Of<TForm>.Names;

    /// <summary>Value of the form in a column, an index into <see cref="Names"/>.</summary>
    public static double Value<TForm>(in TForm form, int column) where TForm : struct, IForm => Of<TForm>.Read(form, column);

    private static class Of<TForm> where TForm : struct, IForm
    {
        private static readonly MemberInfo[] Members =
        [
            .. typeof(TForm).GetFields(BindingFlags.Public | BindingFlags.Instance)
                .Where(field => field.GetCustomAttribute<NotInLedgerAttribute>() is null)
                .OrderBy(field => field.MetadataToken),
            typeof(TForm).GetProperty(nameof(IForm.PublicCost))!,
            typeof(TForm).GetProperty(nameof(IForm.Support))!,
        ];

        public static readonly ImmutableArray<string> Names =
            [.. Members.Select(member => char.ToLowerInvariant(member.Name[0]) + member.Name[1..])];

        public static readonly Reader<TForm> Read = Compiled();

        // Compiled once per kind of form: FieldInfo.GetValue would box the form for every column of every firm in a
        // traced world.
        private static Reader<TForm> Compiled()
        {
            var form = Expression.Parameter(typeof(TForm).MakeByRefType(), "form");
            var column = Expression.Parameter(typeof(int), "column");
            var outside = Expression.Throw(
                Expression.New(typeof(ArgumentOutOfRangeException).GetConstructor([typeof(string)])!, Expression.Constant("column")),
                typeof(double));
            var cases = Members.Select((member, index) => Expression.SwitchCase(Number(form, member), Expression.Constant(index)));
            return Expression.Lambda<Reader<TForm>>(Expression.Switch(column, outside, [.. cases]), form, column).Compile();
        }
    }

    private static Expression Number(Expression form, MemberInfo member)
    {
        var value = Expression.MakeMemberAccess(form, member);
        if (value.Type == typeof(double)) return value;
        if (value.Type == typeof(int)) return Expression.Convert(value, typeof(double));
        if (value.Type == typeof(long)) return Expression.Call(typeof(Fen).GetMethod(nameof(Fen.ToYuan))!, value);
        if (value.Type == typeof(bool)) return Expression.Condition(value, Expression.Constant(1.0), Expression.Constant(0.0));
        throw new InvalidOperationException(
            $"Bug in SimLab: {member.DeclaringType!.Name}.{member.Name} is a {value.Type.Name}, which the ledger cannot show. "
            + "Make it a double, int, long or bool, or say [NotInLedger(\"why\")].");
    }
}
