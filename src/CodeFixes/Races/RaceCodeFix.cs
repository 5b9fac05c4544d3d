using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace AutoPar.CodeFixes.Races;

/// <summary>A fix of a race warning. It is offered if the analyzer, run on what the edit makes, no longer warns.</summary>
public abstract class RaceCodeFix : EditingCodeFix
{
    /// <summary>What could be offered, the best first.</summary>
    private protected virtual IEnumerable<Fix> Candidates(SyntaxNode root, SemanticModel model, Diagnostic diagnostic,
        CancellationToken cancellation) =>
        Find(root, model, diagnostic, cancellation) is { } fix ? [fix] : [];

    private protected sealed override async Task<Fix?> FindAsync(Document document, SyntaxNode root, SemanticModel model, Diagnostic diagnostic,
        CancellationToken cancellation)
    {
        foreach (Fix fix in Candidates(root, model, diagnostic, cancellation))
        {
            DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
            fix.Edit(editor);
            var trial = new Trial(model, editor.GetChangedRoot(), document.Project.AnalyzerOptions);
            if ((fix.Annotated is not { } annotated
                || await trial.IsServedAsync(annotated.Annotation, annotated.Mark, cancellation).ConfigureAwait(false))
                && await trial.MendsAsync(diagnostic, cancellation).ConfigureAwait(false))
            {
                return fix;
            }
        }

        return null;
    }
}
