using System.Collections.Immutable;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Recognition;

/// <summary>
/// What the program knows of a title: its names, the batches it is awarded in, its indicators, what it is worth to a firm,
/// and the rule that judges it. Each is one class in one file here, and nothing registers it: firms, offices, tables, pages
/// and commands find it.
/// </summary>
public abstract class TitleDefinition
{
    /// <summary>The title.</summary>
    public abstract Title Title { get; }

    /// <summary>English name.</summary>
    public abstract string English { get; }

    /// <summary>Chinese name.</summary>
    public abstract string Chinese { get; }

    /// <summary>Chinese words for it in a file of facts.</summary>
    public abstract ImmutableArray<string> Spellings { get; }

    /// <summary>
    /// Month of the year (1–12) in which applications are taken in a province that sets none (<see cref="Applications"/>). That there is
    /// a yearly batch is known, its month is assumed; where offices take several batches a year, they are one here.
    /// </summary>
    public abstract int ApplicationMonth { get; }

    /// <summary>
    /// The month of applications as a province sets it, under <c>law</c> and the title's name: <c>specialisedApplications</c>.
    /// </summary>
    public LocalRule Applications => field ??= new(
        $"{char.ToLowerInvariant($"{Title}"[0])}{$"{Title}"[1..]}Applications", $"Month of applications: {English}", $"{Chinese}申报月份",
        _ => 12)
    { IsMonthOfYear = true, Least = _ => 1, National = _ => ApplicationMonth };

    /// <summary>Whether applications are taken in the month, by the law of a province.</summary>
    public bool IsAppliedForIn(Month month, LocalLaw law) => law.At(Applications, month) == month.OfYear;

    /// <summary>Months from application to award, 1 to <see cref="TitleCatalog.LongestWait"/>.</summary>
    public virtual int MonthsToAward => 1;

    /// <summary>First month of the title; null: it is older than any run.</summary>
    public virtual Month? Begins => null;

    /// <summary>The title that applicants must hold; null: none.</summary>
    public virtual Title? Requires => null;

    /// <summary>Renewed by a re-check (复核) of the running title; otherwise firms apply anew.</summary>
    public virtual bool IsRechecked => false;

    /// <summary>Firms build up what it asks for; the light titles are not worth such work.</summary>
    public virtual bool IsWorkedFor => false;

    /// <summary>First month after the given one in which applications are taken.</summary>
    public Month NextBatch(Month after) => Month.Of(after.Year + (after.OfYear < ApplicationMonth ? 0 : 1), ApplicationMonth);

    /// <summary>Counts its holders.</summary>
    public abstract Indicator Holders { get; }

    /// <summary>Counts firms that earn it for the first time; null: not counted.</summary>
    public virtual Indicator? FirstEarned => null;

    /// <summary>Counts applications; null: not counted.</summary>
    public virtual Indicator? Files => null;

    /// <summary>Address of the decision to apply.</summary>
    public abstract DrawId Application { get; }

    /// <summary>The rule, with all dated versions.</summary>
    public abstract Rule Rule { get; }

    /// <summary>Last month of validity of a title awarded in the month: three years, unless the title says otherwise.</summary>
    public virtual Month LastMonth(Month awarded) => awarded + 35;

    /// <summary>Scale of costs and prestige; 1: as the high-tech title.</summary>
    public abstract double Weight(BehaviouralParameters behaviour);

    /// <summary>Scale of prestige alone.</summary>
    public virtual double PrestigeWeight(BehaviouralParameters behaviour) => Weight(behaviour);

    /// <summary>Judges the title and records each condition in <paramref name="findings"/>; true: earned for certain.</summary>
    public abstract bool Judge(in FirmFacts facts, ref Findings findings);
}
