using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>The words of a scenario for who pays.</summary>
public static class Payers
{
    /// <summary>Key of a measure.</summary>
    public const string Key = "financedBy";

    /// <summary>What may be written.</summary>
    public static readonly ImmutableArray<string> Words = [.. Enum.GetValues<Payer>().Select(Written)];

    /// <summary>As a file writes it.</summary>
    public static string Written(Payer payer) => payer.ToString().ToLowerInvariant();

    /// <summary>The payer a file names; null, with a problem, if it names none.</summary>
    internal static Payer? Read(string measure, Node? node, Problems problems)
    {
        if (node is null) return null;
        if (node is TextNode { Value: var word } && Words.IndexOf(word) is >= 0 and var payer) return (Payer)payer;
        problems.Add(node.Position, $"{measure}.{Key} is {Values.Found(node)}. Write one of {string.Join(", ", Words)}.");
        return null;
    }

    /// <summary>In a sentence.</summary>
    public static Sentence Said(Payer payer) => payer switch
    {
        Payer.Spending => Sentence.Of($"the province's other spending"),
        Payer.Debt => Sentence.Of($"bonds of the province"),
        Payer.Taxes => Sentence.Of($"taxes on households"),
        _ => $"the centre",
    };
}
