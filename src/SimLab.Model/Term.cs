namespace SimLab.Model;

/// <summary>A term in a sentence that has a name of its own in each language.</summary>
/// <param name="Of">What it names.</param>
/// <param name="English">Its English name.</param>
/// <param name="Chinese">Its Chinese name, if it brings one along.</param>
public sealed record Term(Term.Kind Of, string English, string? Chinese = null)
{
    /// <summary>
    /// A name that a user gave, a unit, a source of a number, a kind of experiment, a message of the YAML parser, a condition of
    /// a title, a form, or a field of a form.
    /// </summary>
    public enum Kind { Name, Unit, Source, Experiment, Yaml, Condition, Form, Field }

    /// <summary>A name with its Chinese, if there is one.</summary>
    public static Term Name(string english, string? chinese) => new(Kind.Name, english, chinese);

    /// <summary>A unit, such as yuan.</summary>
    public static Term Unit(string unit) => new(Kind.Unit, unit);

    /// <summary>A source of a number.</summary>
    public static Term Source(string source) => new(Kind.Source, source);

    /// <summary>Why a text is not YAML, as its parser says it.</summary>
    public static Term Yaml(string message) => new(Kind.Yaml, message.TrimEnd('.'));

    /// <summary>A condition of a title by its id, such as rnd_share.</summary>
    public static Term Condition(string id) => new(Kind.Condition, id);

    /// <summary>A form in words, such as "service visit".</summary>
    public static Term Form(string words) => new(Kind.Form, words);

    /// <summary>A field of a form in words, such as "public cost".</summary>
    public static Term Field(string words) => new(Kind.Field, words);

    /// <inheritdoc/>
    public override string ToString() => English;
}
