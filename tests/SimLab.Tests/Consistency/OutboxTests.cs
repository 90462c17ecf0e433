using System.Reflection;
using SimLab.Model.Messages;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>What a month leaves in the outbox of a district would be sent twice.</summary>
[Fast]
public sealed class OutboxTests
{
    [Fact]
    public void Clearing_the_outbox_empties_everything_in_it()
    {
        var outbox = new Outbox(worlds: 1, GansuPopulation.Province, measures: 3);
        foreach (var property in typeof(Outbox).GetProperties())
            Fill(outbox, property);
        Assert.All(typeof(Outbox).GetProperties(), property => Assert.NotEqual(0, Held(outbox, property)));

        outbox.Clear();

        Assert.All(typeof(Outbox).GetProperties(), property => Assert.True(Held(outbox, property) == 0, $"{property.Name} is not cleared"));
    }

    private static void Fill(Outbox outbox, PropertyInfo property)
    {
        switch (property.GetValue(outbox))
        {
            case Tally tally:
                tally.Cells.AsSpan().Fill(1);
                break;
            case int:
                property.SetValue(outbox, 1);
                break;
            case { } buffer when IsPile(property):
                buffer.GetType().GetMethod(nameof(ReusableBuffer<>.Add))!
                    .Invoke(buffer, [Activator.CreateInstance(property.PropertyType.GenericTypeArguments[0])]);
                break;
            default:
                Assert.Fail($"{property.Name} is a {property.PropertyType.Name}. Say here how it is filled and seen to be empty.");
                break;
        }
    }

    private static long Held(Outbox outbox, PropertyInfo property) => property.GetValue(outbox) switch
    {
        Tally tally => tally.Cells.LongCount(cell => cell != 0),
        int count => count,
        var buffer => (int)buffer!.GetType().GetProperty(nameof(ReusableBuffer<>.Count))!.GetValue(buffer)!,
    };

    private static bool IsPile(PropertyInfo property) =>
        property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ReusableBuffer<>);
}
