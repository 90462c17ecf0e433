using System.Runtime.InteropServices;
using SimLab.Model;

namespace SimLab.Engine.Execution;

/// <summary>
/// Model structs on their way between grains. Within a silo it is handed on as it is; only between silos does it become
/// bytes. Blittable structs, so all silos must run the same build on the same kind of machine.
/// </summary>
[Immutable]
public sealed class Block<T>(T[] all) where T : unmanaged
{
    public T[] All { get; } = all;
}
