using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SimLab.Tests")]
