namespace SimLab.Model;

/// <summary>A term in a sentence that has a name of its own in each language.</summary>
/// <param name="Of">What it names.</param>
/// <param name="English">Its English name.</param>
/// <param name="Chinese">Its Chinese name, if it brings one along.</param>
public sealed record Term(Term.Kind Of, string English, string? Chinese = null)
{
    /// <summary>A name that a user gave, a unit, a source of a number, a kind of experiment, or a message of the YAML parser.</summary>
    public enum Kind { Name, Unit, Source, Experiment, Yaml }

    /// <summary>A name with its Chinese, if there is one.</summary>
    public static Term Name(string english, string? chinese) => new(Kind.Name, english, chinese);

    /// <summary>A unit, such as yuan.</summary>
    public static Term Unit(string unit) => new(Kind.Unit, unit);

    /// <summary>A source of a number.</summary>
    public static Term Source(string source) => new(Kind.Source, source);

    /// <summary>Why a text is not YAML, as its parser says it.</summary>
    public static Term Yaml(string message) => new(Kind.Yaml, message.TrimEnd('.'));

    /// <inheritdoc/>
    public override string ToString() => English;
}
