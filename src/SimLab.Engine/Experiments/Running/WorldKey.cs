using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SimLab.Engine.Execution;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Experiments.Running;

/// <summary>
/// Identifies an arm by everything that determines its worlds: half of a SHA-256, so equal keys mean equal arms.
/// </summary>
public readonly record struct ArmKey(ulong A, ulong B)
{
    /// <summary>Computes the key of an arm.</summary>
    /// <param name="frame">
    /// Address of what all arms of the experiment share, see <see cref="WorldFrame.Address"/>.
    /// </param>
    public static ArmKey Of(string frame, ArmPlan arm)
    {
        var figures = arm.Figures.IsEmpty ? "" : $"\n{RecipeFigures.Written(arm.Figures)}";
        var hash = SHA256.HashData(
            Encoding.UTF8.GetBytes($"{frame}\n{ScenarioText.OfArm(arm.Measures, arm.Later, arm.Behaviour!, arm.Macro!)}{figures}"));
        return new(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(8)));
    }
}

/// <summary>Identifies a world: an arm and a replicate.</summary>
public readonly record struct WorldKey(ArmKey Arm, int Replicate);
