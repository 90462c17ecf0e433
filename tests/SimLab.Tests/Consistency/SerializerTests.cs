using System.Reflection;
using SimLab.App;
using SimLab.Engine.Execution.Grains;
using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>Types that silos send each other or keep in checkpoints: what has no number is lost on the way, silently.</summary>
[Fast]
public sealed class SerializerTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Type[] Types = [.. typeof(GrainExecutor).Assembly.GetTypes(), .. typeof(Cli).Assembly.GetTypes()];

    private static readonly Type[] Sent = [.. Types.Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))];

    public static TheoryData<string> Names { get; } = [.. Sent.Select(type => type.FullName!)];

    [Theory, MemberData(nameof(Names))]
    public void Numbers_of_members_begin_at_0_and_leave_no_gap(string name)
    {
        var numbers = Members(name).Select(NumberOf).OfType<uint>().Order().ToArray();
        Assert.Equal(Enumerable.Range(0, numbers.Length).Select(i => (uint)i), numbers);
    }

    [Theory, MemberData(nameof(Names))]
    public void Everything_a_sent_type_remembers_has_a_number(string name)
    {
        var fields = Members(name).OfType<FieldInfo>();
        Assert.Empty(fields.Where(field => NumberOf(field) is null && NumberOf(PropertyOver(field)) is null).Select(field => field.Name));
    }

    [Fact]
    public void No_two_types_share_an_alias()
    {
        var aliases = Types.Select(type => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias).OfType<string>().ToList();
        Assert.Equal(aliases.Distinct(), aliases);
    }

    private static MemberInfo[] Members(string name) => Sent.Single(type => type.FullName == name).GetMembers(Own);

    private static uint? NumberOf(MemberInfo? member) => member?.GetCustomAttribute<IdAttribute>()?.Id;

    // "<Month>k__BackingField" belongs to the property Month.
    private static PropertyInfo? PropertyOver(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.DeclaringType!.GetProperty(field.Name[1..].Split('>')[0], Own) : null;
}
