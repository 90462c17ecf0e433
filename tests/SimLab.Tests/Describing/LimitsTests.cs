using SimLab.App.Describing;
using SimLab.Engine.Scenarios;
using Xunit;

namespace SimLab.Tests.Describing;

/// <summary>What the model leaves out is said in both languages, of an economy and of each clause.</summary>
[Fast]
public sealed class LimitsTests
{
    [Fact]
    public void Every_limit_has_both_languages_and_begins_with_its_point()
    {
        Assert.NotEmpty(Limits.All);
        Assert.All(Limits.All, limit =>
        {
            Assert.Matches(@"^\*\*[^*]+\*\*", limit.En);
            Assert.Matches(@"^\*\*[^*]+\*\*", limit.Zh);
            Assert.Contains(limit.Zh, sign => sign >= '\u4e00');
            Assert.DoesNotContain('*', Limits.Plain(limit.En));
        });
    }

    [Fact]
    public void The_page_has_every_limit_and_every_clause_with_something_left_out()
    {
        var page = Limits.Write(MeasureCatalog.Default);
        Assert.All(Limits.All, limit => Assert.True(page.Contains(limit.En, StringComparison.Ordinal)
            && page.Contains(limit.Zh, StringComparison.Ordinal)));
        Assert.Equal(17, Limits.Clauses(MeasureCatalog.Default).Count());
        Assert.All(Limits.Clauses(MeasureCatalog.Default), measure =>
            Assert.Contains($"{measure.Id} {measure.Clause.Heading}", page, StringComparison.Ordinal));
    }
}
