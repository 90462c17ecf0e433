namespace SimLab.Engine.Execution;

/// <summary>
/// Model structs in a message between grains. Within a silo the block is passed by reference; between silos it is
/// serialised as raw bytes. The structs are blittable, so all silos must run the same build on the same kind of
/// machine.
/// </summary>
[Immutable]
public sealed class Block<T>(T[] all) where T : unmanaged
{
    /// <summary>The array itself, not a copy; it must not be changed.</summary>
    public T[] All { get; } = all;
}
