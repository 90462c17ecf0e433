namespace SimLab.Model.Chance;

/// <summary>
/// Address of a time-invariant firm effect among the random draws: its value depends on nothing else that exists.
/// </summary>
/// <param name="Space">0: effects of the model itself and of the measures of <c>gansu-2023</c>, the first document.
/// Another document: a hash of its id.</param>
/// <param name="Number">Clause of the measure; effects of the model itself count from <see cref="FirstOfModel"/>.</param>
public readonly record struct FirmEffectId(uint Space, uint Number)
{
    /// <summary>Lowest number of an effect of the model itself; clauses of the first document stay below.</summary>
    public const int FirstOfModel = 100;

    /// <summary>An effect of the model itself.</summary>
    public static FirmEffectId OfModel(int number) => new(0, (uint)number);
}
