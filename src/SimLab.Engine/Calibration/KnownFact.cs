using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>A published figure that the model should reproduce.</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Measures">The model's counterpart.</param>
/// <param name="At">Month at whose end it is read.</param>
/// <param name="Observed">Published value, in the moment's unit.</param>
/// <param name="Error">
/// Standard error: how far the published figure may be from the moment's meaning, same unit.
/// </param>
/// <param name="Reason">Reason for the size of the error.</param>
/// <param name="Known">Month of publication.</param>
/// <param name="MayFit">
/// A calibration may fit it; else it is only compared, because its definition differs from the model's.
/// </param>
public sealed record KnownFact(
    string Id, Moment Measures, Month At, double Observed, double Error, string Reason, string Source, Confidence Tag, Month Known,
        bool MayFit)
{
    /// <summary>Unit of the moment.</summary>
    public string Unit => Measures.Unit;
}
