using System.Runtime.CompilerServices;

// The command line words its diagnostics as the scenario reader does (Words, Position), and uses its limits.
[assembly: InternalsVisibleTo("simlab")]
// Tests build run series by hand.
[assembly: InternalsVisibleTo("SimLab.Tests")]
