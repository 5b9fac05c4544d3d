using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.Generator.Tests.RaceSuite;

/// <summary>What is true of a method of the suite.</summary>
internal enum Label
{
    Racy,
    Safe,
    CannotKnow,
    OrderDependent,
}

/// <summary>A method of the suite with its label, and the names that a message about it must contain one of.</summary>
internal sealed record LabelledMethod(string File, string Name, int Line, TextSpan Span, Label Label, IReadOnlyList<string> Names)
{
    /// <summary>Whether the text has one of the names as a word.</summary>
    public bool IsNamedIn(string message) => Names.Any(name => Regex.IsMatch(message, $@"(?<!\w){Regex.Escape(name)}(?!\w)"));

    public static IEnumerable<LabelledMethod> Of(SyntaxTree tree) =>
        from method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        from attribute in method.AttributeLists.SelectMany(list => list.Attributes)
        where Enum.IsDefined(typeof(Label), attribute.Name.ToString())
        select new LabelledMethod(
            Path.GetFileNameWithoutExtension(tree.FilePath),
            method.Identifier.Text,
            method.Identifier.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
            method.Span,
            Enum.Parse<Label>(attribute.Name.ToString()),
            [.. attribute.ArgumentList?.Arguments.Select(one => ((LiteralExpressionSyntax)one.Expression).Token.ValueText) ?? []]);
}
