using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>A published figure that the model should reproduce.</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Measures">What it is in the model.</param>
/// <param name="At">The month at whose end it is read.</param>
/// <param name="Observed">In the moment's unit.</param>
/// <param name="Error">Standard error: how far the published figure may be from what the moment means, same unit.</param>
/// <param name="Reason">Why the error is so large.</param>
/// <param name="Known">The month since which one could know it.</param>
/// <param name="MayFit">A calibration may fit it; else it is only compared, because the model is known to mean something else by it.</param>
public sealed record KnownFact(
    string Id, Moment Measures, Month At, double Observed, double Error, string Reason, string Source, Confidence Tag, Month Known, bool MayFit)
{
    public string Unit => Measures.Unit;
}
