namespace SimLab.App.Texts;

/// <summary>The input is invalid. The message is written for the user.</summary>
internal sealed class InputException(string message) : Exception(message);
