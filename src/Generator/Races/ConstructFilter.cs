using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Races;

/// <summary>A look at the names alone: code without one of them starts nothing parallel itself.</summary>
internal static class ConstructFilter
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "Parallel", "ParallelEnumerable", "AsParallel", "Task", "Thread", "ThreadPool", "Timer", "StartNew", "Run", "ContinueWith",
        "For", "ForEach", "Invoke", "QueueUserWorkItem",
    };

    public static bool MayStartThreads(SyntaxNode code) => code.DescendantNodes(node => node is not (TypeSyntax and not NameSyntax))
        .Any(node => node is IdentifierNameSyntax name && s_names.Contains(name.Identifier.ValueText) && !IsType(name)
            || node is ImplicitObjectCreationExpressionSyntax);

    // The return type of an async method starts nothing.
    private static bool IsType(IdentifierNameSyntax name) => name.Parent is MethodDeclarationSyntax or LocalFunctionStatementSyntax or ParameterSyntax or TypeArgumentListSyntax;
}
