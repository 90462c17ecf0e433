using SimLab.Engine.Execution;

namespace SimLab.Engine.Recording;

/// <summary>From the position of a world in its wave back to what it is in the run.</summary>
internal static class WaveWorlds
{
    public static int ArmOf(this Wave wave, int world) => world / wave.Replicates;

    public static int ReplicateOf(this Wave wave, int world) => wave.FirstReplicate + world % wave.Replicates;
}
