using System.CommandLine;
using System.CommandLine.Help;

namespace SimLab.App.Texts;

/// <summary>The input is wrong. The message is all a user needs.</summary>
internal sealed class InputException(string message) : Exception(message);
