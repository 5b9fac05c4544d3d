using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>Questions about the user's own text of a statement that isn't lowered.</summary>
internal static class OpaqueText
{
    /// <summary>Whether the statement is a declaration of <paramref name="name"/>: the kernel must not declare it again.</summary>
    public static bool Declares(string text, string name) =>
        SyntaxFactory.ParseStatement(text) is LocalDeclarationStatementSyntax declaration
        && declaration.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name.TrimStart('@'));
}
