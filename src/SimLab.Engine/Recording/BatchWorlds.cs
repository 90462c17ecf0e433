using SimLab.Engine.Execution;

namespace SimLab.Engine.Recording;

/// <summary>Maps the position of a world in its batch to its arm and replicate in the run.</summary>
internal static class BatchWorlds
{
    public static int ArmOf(this WorldBatch batch, int world) => world / batch.Replicates;

    public static int ReplicateOf(this WorldBatch batch, int world) => batch.FirstReplicate + world % batch.Replicates;
}
