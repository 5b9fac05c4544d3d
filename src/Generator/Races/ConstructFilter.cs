using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Races;

/// <summary>
/// Which code is worth a look. By names alone: code without one of them starts nothing parallel itself. Code that hands a
/// lambda to a method of the compilation may start it there.
/// </summary>
internal sealed class ConstructFilter
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "Parallel", "ParallelEnumerable", "AsParallel", "Task", "Thread", "ThreadPool", "Timer", "Elapsed", "StartNew", "ContinueWith",
            "QueueUserWorkItem",
    };

    // Members of Task and Thread that start nothing.
    private static readonly HashSet<string> s_harmless = new(StringComparer.Ordinal)
    {
        "Delay", "CompletedTask", "FromResult", "Yield", "FromException", "FromCanceled", "Sleep", "CurrentThread",
    };

    private readonly ConcurrentDictionary<SyntaxNode, bool> _known = new();

    public bool MayStartThreads(SyntaxNode code, SemanticModel model, CancellationToken cancellation)
    {
        bool hasLambda = false;
        foreach (SyntaxNode node in code.DescendantNodes())
        {
            switch (node)
            {
                case IdentifierNameSyntax name when s_names.Contains(name.Identifier.ValueText) && !IsType(name):
                case ImplicitObjectCreationExpressionSyntax
                {
                    Parent: EqualsValueClauseSyntax
                    {
                        Parent.Parent: VariableDeclarationSyntax
                        {
                            Type: IdentifierNameSyntax { Identifier.ValueText: "Thread" or "Task" or "Timer" },
                        },
                    },
                }:
                    return true;
                case ArgumentSyntax { Expression: AnonymousFunctionExpressionSyntax }:
                    hasLambda = true;
                    break;
                case LocalFunctionStatementSyntax { Modifiers: var modifiers } when modifiers.Any(modifier => modifier.ValueText == "async"):
                    return true;
            }
        }

        return hasLambda && code.DescendantNodes().OfType<ArgumentSyntax>().Where(argument =>
            argument.Expression is AnonymousFunctionExpressionSyntax)
            .Any(argument => argument.Parent?.Parent is InvocationExpressionSyntax call && StartsThreads(call, model, cancellation));
    }

    private bool StartsThreads(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { OriginalDefinition.DeclaringSyntaxReferences: [var reference] }
        && _known.GetOrAdd(reference.GetSyntax(cancellation), syntax => syntax.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => s_names.Contains(name.Identifier.ValueText) && !IsType(name)));

    // The return type of an async method starts nothing.
    private static bool IsType(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member }
            ? s_harmless.Contains(member)
            : name.Parent is MethodDeclarationSyntax or LocalFunctionStatementSyntax or ParameterSyntax or TypeArgumentListSyntax;
}
