using System.CommandLine;
using System.CommandLine.Parsing;
using SimLab.Model;

namespace SimLab.App.Console;

/// <summary>An option under its former name: hidden from the help, still read, and answered with a notice.</summary>
internal interface IFormerOption
{
    /// <summary>The option under its current name.</summary>
    Option Today { get; }

    /// <summary>The notice "--worlds is now called --replicates: …", for those who type the former name.</summary>
    Sentence Line { get; }
}

/// <inheritdoc cref="IFormerOption"/>
internal sealed class FormerOption<T> : Option<T>, IFormerOption
{
    private readonly Option<T> _today;

    /// <param name="name">The former name.</param>
    /// <param name="today">The current option; it receives the value given under the former name.</param>
    /// <param name="why">The reason for the new name.</param>
    public FormerOption(string name, Option<T> today, Sentence why) : base(name)
    {
        (_today, Line) = (today, $"{name} is now called {today.Name}: {why}");
        (Hidden, HelpName, Description, CustomParser) = (true, today.HelpName, today.Description, today.CustomParser);
        today.DefaultValueFactory = result => Given(result)!;
    }

    /// <inheritdoc/>
    public Option Today => _today;

    /// <inheritdoc/>
    public Sentence Line { get; }

    private T? Given(ArgumentResult result)
    {
        try
        {
            return result.GetValue(this);
        }
        catch (InvalidOperationException)
        {
            return default;                                // the value cannot be read; this option has already recorded the error
        }
    }
}

/// <summary>The former options on a command line.</summary>
internal static class FormerOptions
{
    /// <summary>A notice for each former option that was typed.</summary>
    public static IEnumerable<Sentence> Lines(ParseResult parsed) => Typed(parsed).Select(option => option.Line);

    /// <summary>An error for each former option typed together with its new name.</summary>
    public static IEnumerable<Sentence> Twice(ParseResult parsed) =>
        from former in Typed(parsed)
        where parsed.GetResult(former.Today) is { Implicit: false }
        let name = ((Option)former).Name
        select Sentence.Of(
            $"{name} is the former name of {former.Today.Name}, and both are given. Give {former.Today.Name} alone.");

    private static IEnumerable<IFormerOption> Typed(ParseResult parsed) =>
        parsed.CommandResult.Children.OfType<OptionResult>().Where(given => !given.Implicit).Select(given => given.Option)
            .OfType<IFormerOption>();
}
