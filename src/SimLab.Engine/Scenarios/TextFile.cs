using System.Text;
using SimLab.Model;

namespace SimLab.Engine.Scenarios;

/// <summary>Reads a user's text file; reports errors in SimLab's own texts.</summary>
internal static class TextFile
{
    private const int LargestBytes = 1 << 20;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="namedAt">Position at which another file names this one; null: the user named it.</param>
    public static string Read(string file, Position? namedAt, Problems problems)
    {
        if (!File.Exists(file))
        {
            NoteMissing(file, namedAt, problems);
            problems.ThrowIfAny();
        }
        var bytes = Bytes(file, namedAt, problems);
        var whole = new Position(file, 0, 0);
        if (bytes.Length > LargestBytes)
            throw problems.Fatal(
                whole, $"is larger than 1 MB, and was not read. A scenario is a page of text; is this another kind of file?");
        try
        {
            return Plain(Utf8.GetString(bytes), file, problems);
        }
        catch (DecoderFallbackException mistake)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(mistake.Index, 0, bytes.Length)).Count((byte)'\n');
            throw problems.Fatal(new(file, line, 1), $"this is not UTF-8 text. Save the file as UTF-8 (not GBK or UTF-16) and try again.");
        }
    }

    /// <summary>The text without its byte order mark, checked for size and control characters.</summary>
    public static string Plain(string text, string file, Problems problems)
    {
        if (text.Length > LargestBytes)
            throw problems.Fatal(
                new(file, 0, 0), $"is larger than 1 MB, and was not read. A scenario is a page of text; is this another kind of file?");
        text = text.TrimStart('\uFEFF');
        RequireNoControlCharacters(text, file, problems);
        return text;
    }

    /// <param name="namedAt">Position at which another file names this one; null: the user named it.</param>
    public static void NoteMissing(string file, Position? namedAt, Problems problems)
    {
        var name = Position.Shown(file);
        Sentence what = (Directory.Exists(file), namedAt) switch
        {
            (true, null) => Sentence.Of($"is a directory. Name a file in it."),
            (true, _) => Sentence.Of($"{name} is a directory. Name a file in it."),
            (false, null) => Sentence.Of($"there is no such file.{Neighbour(file)}"),
            (false, _) => $"there is no file {name}.{Neighbour(file)}",
        };
        problems.Add(namedAt ?? new Position(file, 0, 0), what);
    }

    /// <summary>The file of that folder probably meant.</summary>
    public static Sentence? Neighbour(string file)
    {
        try
        {
            var folder = Path.GetDirectoryName(file)!;
            if (!Directory.Exists(folder)) return Sentence.Further(Sentence.Of($"There is no folder {Position.Shown(folder)} either."));
            return Sentence.Further(NearestWord.Closest(
                Path.GetFileName(file), Directory.EnumerateFiles(folder).Take(1000).Select(f => Path.GetFileName(f))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Why a file cannot be read.</summary>
    public static Sentence WhyUnread(Exception e) => e is UnauthorizedAccessException
        ? Sentence.Of($"you have no permission to read it") : SentenceException.Of(e);

    private static byte[] Bytes(string file, Position? namedAt, Problems problems)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[LargestBytes + 1];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw problems.Fatal(namedAt ?? new Position(file, 0, 0), $"{Position.Shown(file)} cannot be read: {WhyUnread(e)}.");
        }
    }

    // YamlDotNet treats NUL as the end of the file, and other control characters could alter a terminal.
    private static void RequireNoControlCharacters(string text, string file, Problems problems)
    {
        var line = 1;
        foreach (var c in text)
        {
            if (c == '\n') line++;
            else if (char.IsControl(c) && c is not ('\t' or '\r'))
                throw problems.Fatal(new(file, line, 1), $"the control character U+{(int)c:X4} stands here. Is this a text file?");
        }
    }
}
