using System.Runtime.CompilerServices;

// The command line words its mistakes as the scenario reader does (Words, Position), and knows its limits.
[assembly: InternalsVisibleTo("simlab")]
// Tests write a chronicle by hand.
[assembly: InternalsVisibleTo("SimLab.Tests")]
