using Xunit;

namespace SimLab.Tests;

/// <summary>
/// Tests that have the machine to themselves. A garbage collection that another test causes shows up as a few thousand bytes of this
/// thread; and a silo that waits for a processor puts off its verdict on others, so that a hung one is not taken for dead in time.
/// </summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
