using System.CommandLine;
using System.CommandLine.Parsing;

namespace SimLab.App.Console;

/// <summary>An option under the name it had before: not in the help, still read, and answered with a line.</summary>
internal interface IFormerOption
{
    /// <summary>The option as it is called now.</summary>
    Option Today { get; }

    /// <summary>"--worlds is now called --replicates: …", for who still types the former name.</summary>
    string Line { get; }
}

/// <inheritdoc cref="IFormerOption"/>
internal sealed class FormerOption<T> : Option<T>, IFormerOption
{
    private readonly Option<T> _today;

    /// <param name="name">As it was called.</param>
    /// <param name="today">The option as it is called now; it takes the value that is given under the former name.</param>
    /// <param name="why">What the new name says better.</param>
    public FormerOption(string name, Option<T> today, string why) : base(name)
    {
        (_today, Line) = (today, $"{name} is now called {today.Name}: {why}");
        (Hidden, HelpName, Description, CustomParser) = (true, today.HelpName, today.Description, today.CustomParser);
        today.DefaultValueFactory = result => Given(result)!;
    }

    /// <inheritdoc/>
    public Option Today => _today;

    /// <inheritdoc/>
    public string Line { get; }

    private T? Given(ArgumentResult result)
    {
        try
        {
            return result.GetValue(this);
        }
        catch (InvalidOperationException)
        {
            return default;                                // it cannot be read, which is a mistake of this option, noted by now
        }
    }
}

/// <summary>The former options on a command line.</summary>
internal static class FormerOptions
{
    /// <summary>A line for each that was typed.</summary>
    public static IEnumerable<string> Lines(ParseResult parsed) => Typed(parsed).Select(option => option.Line);

    /// <summary>A line for each that was typed beside its new name.</summary>
    public static IEnumerable<string> Twice(ParseResult parsed) =>
        from former in Typed(parsed)
        where parsed.GetResult(former.Today) is { Implicit: false }
        select $"{((Option)former).Name} is the former name of {former.Today.Name}, and both are given. Give {former.Today.Name} alone.";

    private static IEnumerable<IFormerOption> Typed(ParseResult parsed) =>
        parsed.CommandResult.Children.OfType<OptionResult>().Where(given => !given.Implicit).Select(given => given.Option).OfType<IFormerOption>();
}
