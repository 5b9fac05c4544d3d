using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.EndToEnd;

/// <summary>A guard that always says no would make the remark about its loop untrue.</summary>
public class GuardTests
{
    [Fact]
    public void Every_guard_can_say_yes()
    {
        MethodDeclarationSyntax[] guards = [.. Corpus.Compiled.Generated
            .SelectMany(tree => tree.GetRoot().DescendantNodes())
            .OfType<MethodDeclarationSyntax>()
            .Where(method => method.Identifier.ValueText.EndsWith("Guard", StringComparison.Ordinal))];
        Assert.NotEmpty(guards);
        Assert.Empty(guards.Where(guard => !CanSayYes(guard)).Select(guard => guard.Identifier.ValueText));
    }

    [Theory]
    [InlineData("return false;", false)]
    [InlineData("if (!(n > 0)) { return false; } return false;", false)]
    [InlineData("return n > 0 && false;", false)]
    [InlineData("if (!(n > 0)) { return false; } return n < 9;", true)]
    [InlineData("return true;", true)]
    public void A_constant_guard_is_found(string body, bool canSayYes) => Assert.Equal(
        canSayYes, CanSayYes((MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"static bool LoopGuard(int n) {{ {body} }}")!));

    private static bool CanSayYes(MethodDeclarationSyntax guard) => guard.DescendantNodes()
        .OfType<ReturnStatementSyntax>()
        .Any(statement => !statement.DescendantNodesAndSelf().Any(node => node.IsKind(SyntaxKind.FalseLiteralExpression)));
}
