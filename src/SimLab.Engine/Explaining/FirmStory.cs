using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SimLab.Engine.Explaining;

/// <summary>The life of one enterprise in one world of a run, month by month. Its JSON keys are a contract. Money in yuan, of one firm whatever its weight.</summary>
public sealed record FirmStory
{
    public required int Enterprise { get; init; }
    public required int Replicate { get; init; }

    /// <summary>"policy" or "baseline".</summary>
    public required string Arm { get; init; }
    public required string ArmName { get; init; }
    public required FirmCard Firm { get; init; }

    /// <summary>Hash of the world, in the recording and lived again.</summary>
    public required string WorldHash { get; init; }

    /// <summary>At month zero; null: a place in which a firm is founded later.</summary>
    public required FirmState? Start { get; init; }

    /// <summary>Months in which anything happened.</summary>
    public required IReadOnlyList<StoryMonth> Months { get; init; }

    /// <summary>At year ends and at the end, while it is in business.</summary>
    public required IReadOnlyList<FirmState> Years { get; init; }

    /// <summary>Null: the policy was run alone.</summary>
    public required BesideBaseline? Beside { get; init; }

    public string ToJson() => ExplainJson.Of(this);
}

/// <summary>What is the same about an enterprise in every world.</summary>
/// <param name="Weight">How many such firms it stands for.</param>
/// <param name="Chain">The industrial chain it belongs to; null: none.</param>
/// <param name="Tier">Where it stands in it.</param>
/// <param name="Customer">Number of the firm it sells to along the chain; null: it leads the chain or is in none.</param>
/// <param name="Suppliers">Enterprises whose customer it is.</param>
/// <param name="RndPropensity">R&amp;D it is inclined to, share of sales; 0: a firm that does none.</param>
public sealed record FirmCard(
    int Weight, string Region, string RegionZh, string Industry, string Stratum, string? Chain, string? Tier, int? Customer, int Suppliers,
    bool LeadsChain, bool StateOwned, bool StrategicField, double RndPropensity);

/// <summary>A firm at the end of a month. Sales, R&amp;D and profit are of the year so far, in December of the whole year.</summary>
public sealed record FirmState(
    string Month, string Size, int Staff, int RndStaff, double Sales, double Rnd, double Cash, double Loan, double LoanRate, double Owed,
    AgedClaims OwedByPublic, AgedClaims OwedByCustomer, double OwesSuppliers, double FixedAssets, double NetAssets, double Awareness, double DigitalLevel, double QualityLevel, int InventionPatents, int OtherIp, bool AboveScale, IReadOnlyList<HeldTitle> Titles);

/// <summary>Unpaid invoices by age, yuan: not due; overdue up to three months, three to twelve, and longer.</summary>
public sealed record AgedClaims(double NotDue, double LateTo3Months, double Late3To12Months, double LateOverAYear);

public sealed record HeldTitle(string Title, string Until);

public sealed record StoryMonth(string Month, IReadOnlyList<StoryEntry> Entries);

/// <summary>One thing that happened.</summary>
/// <param name="What">A word for programs: title_earned, loan_granted, measure, …</param>
/// <param name="Text">The same for a person.</param>
public sealed record StoryEntry(string What, string Text)
{
    public string? Title { get; init; }
    public int? Clause { get; init; }
    public string? Measure { get; init; }
    public string? Form { get; init; }
    public string? Field { get; init; }
    public double? Before { get; init; }
    public double? After { get; init; }
    public double? Amount { get; init; }

    /// <summary>Interest a year, share.</summary>
    public double? Rate { get; init; }

    /// <summary>Conditions of the title that are not met, on the books at the end of the month.</summary>
    public IReadOnlyList<string>? Conditions { get; init; }
}

/// <summary>The same firm under the other arm, with the same luck.</summary>
/// <param name="FirstMonth">First month at whose end the two differ; null: never.</param>
/// <param name="FirstDifferences">In what they differed then.</param>
/// <param name="AtEnd">In what they differ at the end of the run.</param>
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
