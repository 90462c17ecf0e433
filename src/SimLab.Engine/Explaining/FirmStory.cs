using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Explaining;

/// <summary>
/// The history of one enterprise in one world of a run, month by month. Its JSON keys are a contract. Money in yuan, of
/// one firm whatever its weight.
/// </summary>
public sealed record FirmStory
{
    /// <summary>Position of the enterprise in the population, from 0.</summary>
    public required int Enterprise { get; init; }
    /// <summary>Number of the replicate, from 0.</summary>
    public required int Replicate { get; init; }

    /// <summary>"policy" or "baseline".</summary>
    public required string Arm { get; init; }
    /// <summary>Name of the arm's scenario.</summary>
    public required string ArmName { get; init; }
    /// <summary>The same in Chinese; null: it has none.</summary>
    public string? ArmNameZh { get; init; }
    /// <summary>Attributes of the enterprise that no world changes.</summary>
    public required FirmCard Firm { get; init; }

    /// <summary>Hash of the world, equal in the recording and the replay.</summary>
    public required string WorldHash { get; init; }

    /// <summary>State at month zero; null: a slot in which a firm is founded later.</summary>
    public required FirmState? Start { get; init; }

    /// <summary>Months with at least one entry.</summary>
    public required IReadOnlyList<StoryMonth> Months { get; init; }

    /// <summary>States at year ends and at the end of the run, while the firm is in business.</summary>
    public required IReadOnlyList<FirmState> Years { get; init; }

    /// <summary>Comparison with the baseline; null: the policy ran alone.</summary>
    public required BesideBaseline? Beside { get; init; }

    /// <summary>The story as indented JSON with camelCase keys.</summary>
    public string ToJson() => ExplainJson.Of(this);
}

/// <summary>Attributes of an enterprise that are the same in every world.</summary>
/// <param name="Weight">Number of firms it stands for.</param>
/// <param name="Chain">Its industrial chain; null: none.</param>
/// <param name="Tier">Its tier in the chain.</param>
/// <param name="Customer">Firm it sells to along the chain; null: it leads the chain or is in none.</param>
/// <param name="Suppliers">Number of enterprises whose customer it is.</param>
/// <param name="RndPropensity">R&amp;D propensity, share of sales; 0: a firm without R&amp;D.</param>
public sealed record FirmCard(
    int Weight, string Region, string RegionZh, string Industry, string Stratum, string? Chain, string? Tier, int? Customer, int Suppliers,
    bool LeadsChain, bool StateOwned, bool StrategicField, double RndPropensity);

/// <summary>A firm at the end of a month. Sales and R&amp;D: the year to date, in December the whole year.</summary>
public sealed record FirmState(
    string Month, string Size, int Staff, int RndStaff, double Sales, double Rnd, double Cash, double Loan, double LoanRate, double Owed,
    AgedClaims OwedByPublic, AgedClaims OwedByCustomer, double OwesSuppliers, double FixedAssets, double NetAssets,
        double Awareness, double DigitalLevel, double QualityLevel, int InventionPatents, int OtherIp, bool AboveScale,
        IReadOnlyList<HeldTitle> Titles);

/// <summary>Unpaid invoices by age, yuan: not due; overdue up to three months, three to twelve, and longer.</summary>
public sealed record AgedClaims(double NotDue, double LateTo3Months, double Late3To12Months, double LateOverAYear);

/// <summary>A title the firm holds, and the last month it is valid.</summary>
public sealed record HeldTitle(string Title, string Until);

/// <summary>The entries of one month.</summary>
public sealed record StoryMonth(string Month, IReadOnlyList<StoryEntry> Entries);

/// <summary>One event, application or applied measure.</summary>
/// <param name="What">Key for programs: title_earned, loan_granted, measure, …</param>
/// <param name="Said">The same for people.</param>
public sealed record StoryEntry(string What, [property: JsonIgnore] Sentence Said)
{
    /// <summary>The same for people, in English.</summary>
    public string Text => Said.ToString();
    /// <summary>Id of the title; null: the entry concerns none.</summary>
    public string? Title { get; init; }
    /// <summary>The measure; null: the entry concerns none.</summary>
    [JsonIgnore]
    public MeasureId? Of { get; init; }
    /// <summary>Document and clause of the measure, such as gansu-2023/09; null: the entry concerns none.</summary>
    public string? Id => Of?.ToString();
    /// <summary>Number of the clause in its document; null: the entry concerns none.</summary>
    public int? Clause => Of?.Clause;
    /// <summary>Name of the measure; null: the entry concerns none.</summary>
    public string? Measure { get; init; }
    /// <summary>Name of the form that a measure changed.</summary>
    public string? Form { get; init; }
    /// <summary>Name of the form's field that a measure changed.</summary>
    public string? Field { get; init; }
    /// <summary>Value of the field before the measure.</summary>
    public double? Before { get; init; }
    /// <summary>Value of the field after the measure.</summary>
    public double? After { get; init; }
    /// <summary>Amount in yuan; of researchers: people.</summary>
    public double? Amount { get; init; }

    /// <summary>Annual interest rate, share.</summary>
    public double? Rate { get; init; }

    /// <summary>Unmet conditions of the title, on the books at the end of the month.</summary>
    [JsonIgnore]
    public IReadOnlyList<Sentence>? NotMet { get; init; }
    /// <summary>Unmet conditions in English.</summary>
    public IReadOnlyList<string>? Conditions => NotMet is { } lines ? [.. lines.Select(line => line.ToString())] : null;
}

/// <summary>The same firm under the other arm, with common random numbers.</summary>
/// <param name="FirstMonth">First month at whose end the two differ; null: never.</param>
/// <param name="FirstDifferences">Facts that differed then.</param>
/// <param name="AtEnd">Facts that differ at the end of the run.</param>
public sealed record BesideBaseline(string? FirstMonth, IReadOnlyList<Differing> FirstDifferences, IReadOnlyList<Differing> AtEnd);

/// <summary>A fact of the firm that differs; yes is 1 and no is 0.</summary>
public sealed record Differing(string Fact, string Unit, double Policy, double Baseline);

internal static class ExplainJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of<T>(T document) => JsonSerializer.Serialize(document, Format) + "\n";
}
