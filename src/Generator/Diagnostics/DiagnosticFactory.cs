using System.Globalization;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.Generator.Diagnostics;

/// <summary>Turns a <see cref="Refusal"/>, which is plain data, into a diagnostic.</summary>
internal static class DiagnosticFactory
{
    /// <param name="tree">
    /// The tree that holds the annotated method: a location in it obeys <c>#pragma</c> and .editorconfig. What lies in
    /// another file (an access in a called method) is found by its path in <paramref name="compilation"/>.
    /// </param>
    public static Diagnostic Create(Refusal refusal, SyntaxTree tree, Compilation compilation)
    {
        Location location = ToLocation(refusal.Location, tree, compilation);
        Location[] additional = refusal.Second is { } second ? [ToLocation(second, tree, compilation)] : [];
        return Diagnostic.Create(Descriptors.Get(refusal.RuleId), location, additional, DiagnosticArguments.Of(refusal), Arguments(refusal));
    }

    /// <summary>A diagnostic without a place.</summary>
    public static Diagnostic Create(Refusal refusal) =>
        Diagnostic.Create(Descriptors.Get(refusal.RuleId), Location.None, Arguments(refusal));

    /// <summary>The message alone, for rules that quote another rule.</summary>
    public static string Message(Refusal refusal) => string.Format(
        CultureInfo.InvariantCulture, Descriptors.Get(refusal.RuleId).MessageFormat.ToString(CultureInfo.InvariantCulture), Arguments(refusal));

    // A message never has more than four; a missing one must not make formatting throw.
    private static object[] Arguments(Refusal refusal) =>
        [.. refusal.Arguments.Items.Select(OneLine), .. Enumerable.Repeat("?", Math.Max(0, 4 - refusal.Arguments.Count))];

    /// <summary>A piece of source may have many lines; a message has one, of bearable length.</summary>
    private static string OneLine(string argument)
    {
        const int Longest = 300;
        string line = argument.IndexOf('\n') < 0 ? argument : string.Join(" ", argument.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line.Substring(0, Longest) + "…";
    }

    private static Location ToLocation(SourceLocation place, SyntaxTree tree, Compilation compilation)
    {
        SyntaxTree? holder = place.FilePath == tree.FilePath
            ? tree
            : compilation.SyntaxTrees.FirstOrDefault(candidate => candidate.FilePath == place.FilePath);
        var span = new TextSpan(place.Start, place.Length);
        return holder is not null && span.End <= holder.Length ? Location.Create(holder, span) : Location.None;
    }
}
