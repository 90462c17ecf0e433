namespace SimLab.Model;

/// <summary>An error worded for the user. <see cref="Exception.Message"/> has its English.</summary>
public abstract class SentenceException(Sentence sentence, Exception? cause = null) : Exception(sentence.ToString(), cause)
{
    /// <summary>The error, for any language.</summary>
    public Sentence Sentence { get; } = sentence;

    /// <summary>What an exception says: its sentence, else its message as it is.</summary>
    public static Sentence Of(Exception exception) =>
        exception is SentenceException said ? said.Sentence : Sentence.Verbatim(exception.Message.TrimEnd('.'));
}
