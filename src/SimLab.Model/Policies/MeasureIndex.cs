using System.Collections.Frozen;
using System.Collections.Immutable;
using SimLab.Model.Forms;

namespace SimLab.Model.Policies;

/// <summary>
/// Numbers the measures of a run from 0, without gaps: costs, budgets, claims and ledger lines go by the number while a
/// run is simulated. Outside, a measure goes by its <see cref="MeasureId"/>: a number means nothing without its index.
/// The first document comes first and the others by id, so that a document more renumbers none of the first.
/// </summary>
public sealed class MeasureIndex
{
    /// <summary>Most measures of a run: messages carry the number in a byte.</summary>
    public const int Most = byte.MaxValue + 1;
    /// <summary>Most measures of a run that firms claim: an enterprise remembers each claim of the year in one bit.</summary>
    public const int MostClaimed = 32;

    private readonly FrozenDictionary<MeasureId, int> _numbers;
    private readonly uint[] _claims;

    /// <exception cref="InvalidOperationException">There are too many; the message says how many are allowed.</exception>
    public MeasureIndex(IEnumerable<Measure> measures)
    {
        var sorted = measures.Select(measure => (measure.Clause.Id, Claimed: IsClaimed(measure.GetType()))).DistinctBy(m => m.Id)
            .OrderBy(m => m.Id.FirmEffect.Space != 0).ThenBy(m => m.Id).ToList();
        Ids = [.. sorted.Select(m => m.Id)];
        if (Ids.Length > Most)
            throw new InvalidOperationException(
                $"There are {Ids.Length} measures, and a run can tell {Most} apart. Leave some out of the catalogue.");
        _numbers = Ids.Index().ToFrozenDictionary(m => m.Item, m => m.Index);
        _claims = ClaimBits([.. sorted.Select(m => m.Claimed)]);
    }

    /// <summary>The measures, by number.</summary>
    public ImmutableArray<MeasureId> Ids { get; }

    /// <summary>Number of measures.</summary>
    public int Count => Ids.Length;

    /// <summary>Number of a measure.</summary>
    /// <exception cref="InvalidOperationException">It is not of the run.</exception>
    public int Of(MeasureId id) => Find(id)
        ?? throw new InvalidOperationException($"Bug in SimLab: the measure {id} is not among those of the run: {string.Join(", ", Ids)}.");

    /// <summary>Number of a measure; null: it is not of the run.</summary>
    public int? Find(MeasureId id) => _numbers.TryGetValue(id, out var number) ? number : null;

    /// <summary>
    /// Bit of a measure in <see cref="Enterprises.Enterprise.ClaimedThisYear"/>; 0: firms do not claim it.
    /// </summary>
    public uint ClaimBit(int number) => _claims[number];

    /// <summary>Whether firms must know of and claim the measure.</summary>
    public static bool IsClaimed(Type measure) =>
        measure.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IClaimedOn<>));

    // A measure takes the bit one above its number where there is one, else the lowest bit left.
    private static uint[] ClaimBits(bool[] claimed)
    {
        if (claimed.Count(is32 => is32) is > MostClaimed and var many)
            throw new InvalidOperationException(
                $"Firms can claim {many} of the measures, and a run can tell {MostClaimed} claims apart. Leave some of these measures "
                + "out of the catalogue.");
        var bits = new uint[claimed.Length];
        var taken = 0u;
        for (var number = 0; number < Math.Min(claimed.Length, MostClaimed - 1); number++)
            if (claimed[number]) taken |= bits[number] = 1u << (number + 1);
        for (var number = MostClaimed - 1; number < claimed.Length; number++)
            if (claimed[number]) taken |= bits[number] = ~taken & (taken + 1);
        return bits;
    }
}
