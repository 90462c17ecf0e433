using System.Reflection;
using SimLab.Tests.Browser;
using SimLab.Tests.Presenting;
using Xunit;
using Xunit.v3;

namespace SimLab.Tests;

/// <summary>Every test class says how fast it is.</summary>
[Fast]
public sealed class SpeedTests
{
    private static readonly Type[] SlowFixtures = [typeof(LabBrowser), typeof(RecordedYear), typeof(ExportedRun)];

    private static readonly Type[] Classes = [.. typeof(SpeedTests).Assembly.GetTypes().Where(type => type.GetMethods().Any(IsTest))];

    [Fact]
    public void Every_class_is_fast_or_slow()
    {
        var silent = Classes.Where(type => Is<FastAttribute>(type) == Is<SlowAttribute>(type)).Select(type => type.FullName);
        Assert.True(!silent.Any(),
            $"Put [Fast] above a class that ends within a second without process, browser, database or silo, [Slow] above any other: "
            + $"{string.Join(", ", silent)}");
    }

    [Fact]
    public void What_asks_for_a_lab_a_browser_or_a_recorded_year_is_slow()
    {
        var hasty = Classes.Where(type =>
            Is<FastAttribute>(type) && type.GetConstructors()
            .Any(made => made.GetParameters().Any(fixture => SlowFixtures.Contains(fixture.ParameterType))));
        Assert.Empty(hasty);
    }

    private static bool IsTest(MethodInfo method) => method.GetCustomAttributes().Any(attribute => attribute is IFactAttribute);

    private static bool Is<T>(Type type) where T : Attribute => type.IsDefined(typeof(T));
}
