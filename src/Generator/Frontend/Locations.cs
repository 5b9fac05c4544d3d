using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <summary>From Roslyn's locations to <see cref="SourceLocation"/>.</summary>
internal static class Locations
{
    public static SourceLocation Of(IOperation operation) => Of(operation.Syntax.GetLocation());

    public static SourceLocation Of(SyntaxNode node) => Of(node.GetLocation());

    public static SourceLocation Of(SyntaxToken token) => Of(token.GetLocation());

    public static SourceLocation Of(Location location)
    {
        if (location.SourceTree is null)
        {
            return SourceLocation.None;
        }

        location = SpecializedSource.Original(location);
        FileLinePositionSpan span = location.GetLineSpan();
        return new SourceLocation(
            span.Path,
            location.SourceSpan.Start,
            location.SourceSpan.Length,
            span.StartLinePosition.Line,
            span.StartLinePosition.Character,
            span.EndLinePosition.Line,
            span.EndLinePosition.Character);
    }
}
