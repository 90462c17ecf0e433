using System.Security.Cryptography;
using System.Text;
using SimLab.Model;

namespace SimLab.Engine;

/// <summary>Identifies the build of the model that produced a result.</summary>
public static class ModelBuild
{
    /// <summary>
    /// SHA-256 over the module version ids of SimLab.Model and SimLab.Engine. The compiler derives them from everything
    /// that goes into an assembly (builds are deterministic), so the same source built the same way has the same hash.
    /// </summary>
    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(
        $"{typeof(Month).Module.ModuleVersionId:N}\n{typeof(ModelBuild).Module.ModuleVersionId:N}\n")));
}
