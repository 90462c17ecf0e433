using SimLab.Model;

namespace SimLab.App.Texts;

/// <summary>The input is invalid. The message is written for the user.</summary>
internal sealed class InputException(Sentence message) : SentenceException(message);
