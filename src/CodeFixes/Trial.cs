using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AutoPar.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.CodeFixes;

/// <summary>
/// An edit of a file, compiled and analyzed before it is offered. Only the edited member is bound and looked at, and members
/// that the edit puts after it.
/// </summary>
internal sealed class Trial
{
    private readonly SemanticModel _before;
    private readonly SyntaxTree _tree;
    private readonly Compilation _after;
    private readonly AnalyzerOptions _options;

    public Trial(SemanticModel before, SyntaxNode changed, AnalyzerOptions options)
    {
        _before = before;
        _tree = before.SyntaxTree.WithRootAndOptions(changed, before.SyntaxTree.Options);
        _after = before.Compilation.ReplaceSyntaxTree(before.SyntaxTree, _tree);
        _options = options;
    }

    /// <summary>The compiler takes over the loops of the method that was marked.</summary>
    public async Task<bool> IsServedAsync(Annotation annotation, SyntaxAnnotation mark, CancellationToken cancellation)
    {
        SyntaxNode root = await _tree.GetRootAsync(cancellation).ConfigureAwait(false);
        return annotation.IsServed((MethodDeclarationSyntax)root.GetAnnotatedNodes(mark).Single(), _after.GetSemanticModel(_tree), cancellation);
    }

    /// <summary>The edit compiles as well as the code did before, the warning is gone, and no other one is there instead.</summary>
    public async Task<bool> MendsAsync(Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode root = await _before.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        (TextSpan before, TextSpan after) = Spans(root, await _tree.GetRootAsync(cancellation).ConfigureAwait(false), diagnostic.Location.SourceSpan);
        Diagnostic[] compiled = [.. Told(_after.GetSemanticModel(_tree).GetDiagnostics(after, cancellation))];
        Diagnostic[] found = [.. await AnalyzeAsync(_after, _tree, after, cancellation).ConfigureAwait(false)];
        return (compiled.Length == 0 || Without(compiled, Told(_before.GetDiagnostics(before, cancellation))).Count == 0)
            && !found.Any(one => Key(one) == Key(diagnostic))
            && (!found.Any(IsWarning)
                || Without(found.Where(IsWarning), await AnalyzeAsync(_before.Compilation, _before.SyntaxTree, before, cancellation)
                    .ConfigureAwait(false)).Count == 0);
    }

    /// <summary>A diagnostic by its words without numbers: lines move, and a witness may be another one.</summary>
    private static string Key(Diagnostic diagnostic) => $"{diagnostic.Id} {Regex.Replace(diagnostic.GetMessage(), @"\d+", "#")}";

    private static bool IsWarning(Diagnostic diagnostic) => diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false };

    private static IEnumerable<Diagnostic> Told(ImmutableArray<Diagnostic> diagnostics) => diagnostics.Where(IsWarning);

    private static List<string> Without(IEnumerable<Diagnostic> all, IEnumerable<Diagnostic> known)
    {
        List<string> left = [.. all.Select(Key)];
        foreach (Diagnostic one in known)
        {
            left.Remove(Key(one));
        }

        return left;
    }

    private async Task<IEnumerable<Diagnostic>> AnalyzeAsync(Compilation compilation, SyntaxTree tree, TextSpan span, CancellationToken cancellation)
    {
        var run = new CompilationWithAnalyzers(compilation, [new AutoParAnalyzer()], new CompilationWithAnalyzersOptions(
            _options, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        return await run.GetAnalyzerSemanticDiagnosticsAsync(run.Compilation.GetSemanticModel(tree), span, cancellation).ConfigureAwait(false);
    }

    /// <summary>The member around a position before the edit, and the same with those put after it.</summary>
    private static (TextSpan Before, TextSpan After) Spans(SyntaxNode before, SyntaxNode after, TextSpan position)
    {
        List<MemberDeclarationSyntax> old = Members(before);
        List<MemberDeclarationSyntax> now = Members(after);
        int index = old.FindIndex(member => member.Span.Contains(position));
        return index < 0
            ? (before.FullSpan, after.FullSpan)
            : (old[index].FullSpan, TextSpan.FromBounds(now[index].FullSpan.Start, now[index + Math.Max(0, now.Count - old.Count)].FullSpan.End));
    }

    private static List<MemberDeclarationSyntax> Members(SyntaxNode root) =>
        [.. root.DescendantNodes(node => node is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax))
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is not (BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or GlobalStatementSyntax))];
}
