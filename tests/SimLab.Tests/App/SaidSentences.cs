using System.Reflection;
using System.Reflection.Emit;
using SimLab.App;
using SimLab.Engine;
using SimLab.Model;

namespace SimLab.Tests.App;

/// <summary>
/// The formats of all sentences of the program, read from the compiled methods: the compiler makes a sentence of an
/// interpolated string by a call of its constructor with the length of its literals and the number of its gaps, and then one
/// call for each of them.
/// </summary>
internal static class SaidSentences
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private static readonly Lazy<HashSet<string>> Read = new(() =>
        [.. new[] { typeof(Month).Assembly, typeof(ModelBuild).Assembly, typeof(Cli).Assembly }.SelectMany(Of)]);

    /// <summary>Formats such as "There is no option {0} for {1}."</summary>
    public static IReadOnlySet<string> Formats => Read.Value;

    private static IEnumerable<string> Of(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance
            | BindingFlags.DeclaredOnly).OfType<MethodBase>()
        where method.GetMethodBody() is not null
        from format in Of(method)
        select format;

    private static IEnumerable<string> Of(MethodBase method)
    {
        var open = new Stack<(Sentence Sentence, int Letters, int Gaps)>();
        var (text, first, second) = ("", 0, 0);
        foreach (var (code, operand) in Instructions(method))
        {
            if (code == OpCodes.Ldstr) text = method.Module.ResolveString((int)operand!.Value);
            else if (Number(code, operand) is { } number) (first, second) = (second, number);
            else if (code.OperandType == OperandType.InlineMethod && Called(method, (int)operand!.Value) is { } called
                && called.DeclaringType == typeof(Sentence))
            {
                if (called.IsConstructor) open.Push((new(first, second), first, second));
                else if (called.Name is nameof(Sentence.AppendLiteral) or nameof(Sentence.AppendFormatted))
                {
                    var (sentence, letters, gaps) = open.Pop();
                    if (called.Name == nameof(Sentence.AppendLiteral)) sentence.AppendLiteral(text);
                    else sentence.AppendFormatted("");
                    open.Push(called.Name == nameof(Sentence.AppendLiteral)
                        ? (sentence, letters - text.Length, gaps) : (sentence, letters, gaps - 1));
                }
                while (open.TryPeek(out var at) && at is { Letters: 0, Gaps: 0 }) yield return open.Pop().Sentence.Format;
            }
        }
        if (open.Count > 0) throw new InvalidOperationException($"{method.DeclaringType}.{method.Name} leaves a sentence half said.");
    }

    private static MethodBase? Called(MethodBase from, int token)
    {
        var types = from.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        return from.Module.ResolveMethod(token, types, from is MethodInfo { IsGenericMethod: true } ? from.GetGenericArguments() : null);
    }

    private static int? Number(OpCode code, long? operand) => code.Name switch
    {
        "ldc.i4.m1" => -1,
        "ldc.i4" or "ldc.i4.s" => (int)operand!.Value,
        ['l', 'd', 'c', '.', 'i', '4', '.', var digit] when char.IsDigit(digit) => digit - '0',
        _ => null,
    };

    private static IEnumerable<(OpCode Code, long? Operand)> Instructions(MethodBase method)
    {
        var bytes = method.GetMethodBody()!.GetILAsByteArray()!;
        for (var at = 0; at < bytes.Length;)
        {
            var code = Codes[bytes[at] == 0xFE ? (short)(0xFE00 | bytes[at + 1]) : bytes[at]];
            at += code.Size;
            var size = code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(bytes, at),
                _ => 4,
            };
            yield return (code, size switch { 1 => (sbyte)bytes[at], 4 => BitConverter.ToInt32(bytes, at), _ => null });
            at += size;
        }
    }
}
