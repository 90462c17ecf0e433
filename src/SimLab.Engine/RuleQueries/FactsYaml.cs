using System.Text;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SimLab.Engine.RuleQueries;

/// <summary>
/// Reads facts from a YAML file: a list of maps, a map with <c>firms:</c>, or a single map. Reads event by event, so
/// that firms before an error are still judged; rejects anchors, aliases and tags, since a few lines can expand to
/// gigabytes.
/// </summary>
internal sealed class FactsYaml
{
    private const int Deepest = 8;
    private readonly Parser _parser;
    private readonly RowBuilder _builder;
    private readonly FactsProblems _problems;

    private FactsYaml(string text, RowBuilder builder, FactsProblems problems)
    {
        _parser = new Parser(new StringReader(text));
        _builder = builder;
        _problems = problems;
    }

    /// <summary>An error after which reading cannot continue.</summary>
    private sealed class BrokenException(Mark at, Sentence message) : SentenceException(message)
    {
        public Mark At { get; } = at;
    }

    public static void Read(string file, RowBuilder builder, FactsProblems problems)
    {
        var bytes = File.ReadAllBytes(file);
        string text;
        try
        {
            text = CsvEncoding.Utf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException mistake)
        {
            var row = 1 + bytes.AsSpan(0, Math.Clamp(mistake.Index, 0, bytes.Length)).Count((byte)'\n');
            problems.Add(row, 0, $"this is not UTF-8 text. Save the file as UTF-8, or write the facts as CSV, which may be GBK.");
            return;
        }
        if (Control(text) is { } found)
        {
            problems.Add(found.Row, found.Column, $"the control character U+{(int)found.Character:X4} stands here. Is this a text file?");
            return;
        }
        new FactsYaml(text, builder, problems).Document();
    }

    // YamlDotNet treats NUL as the end of the file, and other control characters could alter a terminal.
    private static (int Row, int Column, char Character)? Control(string text)
    {
        int row = 1, column = 0;
        foreach (var c in text)
        {
            column++;
            if (c == '\n') (row, column) = (row + 1, 0);
            else if (char.IsControl(c) && c is not ('\t' or '\r')) return (row, column, c);
        }
        return null;
    }

    private void Document()
    {
        try
        {
            _parser.Consume<StreamStart>();
            if (_parser.TryConsume<StreamEnd>(out _)) return;
            _parser.Consume<DocumentStart>();
            Root();
            _parser.Consume<DocumentEnd>();
            if (_parser.Current is { } next and not StreamEnd) throw new BrokenException(
                next.Start, $"a second document begins here, and was not read. One file holds one.");
        }
        catch (BrokenException broken)
        {
            Note(broken.At, broken.Sentence);
        }
        catch (YamlException broken)
        {
            Note(broken.Start, $"this is not YAML, and nothing from here on was read: {Term.Yaml(broken.Message)}.");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet throws these for a key inside unclosed brackets and for half a surrogate pair.
            Note(_parser.Current?.End ?? default, $"this is not YAML from here on. Is a bracket or a quote not closed?");
        }
    }

    private void Root()
    {
        switch (Take())
        {
            case SequenceStart:
                Firms();
                break;
            case MappingStart when _parser.Accept<Scalar>(out var key) && key.Value == "firms":
                Take();
                if (Take() is not SequenceStart) throw new BrokenException(
                    key.End, $"firms is not a list. Write each firm and year below it, beginning with \"- name: …\".");
                Firms();
                while (!_parser.TryConsume<MappingEnd>(out _)) LeaveOut();
                break;
            case MappingStart map:
                Firm(map);
                break;
            case Scalar { Value: "" }:
                break;
            case var other:
                throw new BrokenException(other.Start, $"facts are a list of firms: \"- name: …\", \"  year: 2023\" and so on.");
        }
    }

    private void LeaveOut()
    {
        var key = Take();
        Note(key.Start,
            key is Scalar word ? Sentence.Of($"{NearestWord.Quoted(word.Value)} beside firms is left out.")
                : $"a word is wanted before the colon.");
        if (key is not Scalar) Skip(key, 2);
        Skip(Take(), 2);
    }

    private void Firms()
    {
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var next = Take();
            if (next is MappingStart map) Firm(map);
            else
            {
                Note(next.Start, $"a firm is written as keys and values: \"- name: …\", \"  year: 2023\" and so on.");
                Skip(next, 2);
            }
        }
    }

    private void Firm(MappingStart map)
    {
        _builder.Begin((int)map.Start.Line);
        var seen = new HashSet<Fact>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Take();
            if (key is not Scalar word)
            {
                Spoil(key.Start, $"a word is wanted before the colon.");
                Skip(key, 3);
                Skip(Take(), 3);
            }
            else if (FactKeys.Find(word.Value) is not { } fact)
            {
                Note(word.Start, FactsCsv.Unknown(word.Value, $"key"));
                Skip(Take(), 3);
            }
            else
            {
                if (!seen.Add(fact)) Spoil(word.Start, $"{fact} stands here a second time. Keep one.");
                Value(fact);
            }
        }
        _builder.End();
    }

    private void Value(Fact fact)
    {
        switch (Take())
        {
            case Scalar { Value: "~" or "null", IsPlainImplicit: true }:
                break;
            case Scalar { Value: "" }:
                break;
            case Scalar scalar when fact.ListOf > 0 || fact.Kind == FactKind.Set:
                _builder.Set(fact, scalar.Value.Split(';', '；').Select(part => At(scalar, part)).ToArray());
                break;
            case Scalar scalar:
                _builder.Set(fact, [At(scalar, scalar.Value)]);
                break;
            case SequenceStart:
                _builder.Set(fact, Items(fact).ToArray());
                break;
            case var other:
                Spoil(
                    other.Start,
                    $"{fact} is a group of keys; {(fact.ListOf > 0 ? Sentence.Of($"a list") : $"one value")} is wanted ({fact.Meaning}).");
                Skip(other, 4);
                break;
        }
    }

    private List<FactCell> Items(Fact fact)
    {
        var items = new List<FactCell>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var item = Take();
            if (item is Scalar scalar) items.Add(At(scalar, scalar.Value));
            else
            {
                Spoil(item.Start, $"{fact} has a list or a group of keys in its list; plain values are wanted.");
                Skip(item, 5);
            }
        }
        return items;
    }

    private void Skip(ParsingEvent from, int depth)
    {
        if (depth > Deepest) throw new BrokenException(
            from.Start, $"this is nested more than {Deepest} levels deep, and nothing from here on was read.");
        if (from is MappingStart)
            while (!_parser.TryConsume<MappingEnd>(out _)) Skip(Take(), depth + 1);
        else if (from is SequenceStart)
            while (!_parser.TryConsume<SequenceEnd>(out _)) Skip(Take(), depth + 1);
    }

    private ParsingEvent Take()
    {
        var next = _parser.Consume<ParsingEvent>();
        if (next is AnchorAlias || next is NodeEvent { Anchor.IsEmpty: false })
            throw new BrokenException(
                next.Start, $"anchors (&) and aliases (*) are not allowed. Write the value out, or quote it if it is a text. Nothing from "
                + $"here on was read.");
        if (next is NodeEvent { Tag.IsEmpty: false })
            throw new BrokenException(
                next.Start, $"tags (!) are not allowed. Quote the value if it is a text. Nothing from here on was read.");
        return next;
    }

    private static FactCell At(Scalar scalar, string text) => new((int)scalar.Start.Line, (int)scalar.Start.Column, text);

    private void Note(Mark at, Sentence message) => _problems.Add(Math.Max(1, (int)at.Line), Math.Max(1, (int)at.Column), message);

    private void Spoil(Mark at, Sentence message) => _builder.Spoil(Math.Max(1, (int)at.Line), Math.Max(1, (int)at.Column), message);
}
