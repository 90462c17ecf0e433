using Xunit;

namespace SimLab.Tests;

/// <summary>
/// Tests that have the machine to themselves: a garbage collection that another test causes shows up as a few thousand bytes of
/// this thread.
/// </summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
// x
