using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace AutoPar.CodeFixes;

/// <summary>
/// A code fix that edits the document of its diagnostic. Fixing all of a document's diagnostics makes the same edits in
/// one pass, so that edits of nested declarations don't collide.
/// </summary>
public abstract class EditingCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) =>
            await ApplyAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await FindAsync(context.Document, root, model, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } fix)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        fix.Title,
                        cancellation => ApplyAsync(context.Document, [diagnostic], cancellation),
                        equivalenceKey: GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>The fix for a diagnostic, found without changing anything; null when no edit mends it.</summary>
    private protected abstract Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation);

    /// <summary>The fix that is offered.</summary>
    private protected virtual Task<Fix?> FindAsync(Document document, SyntaxNode root, SemanticModel model, Diagnostic diagnostic,
        CancellationToken cancellation) =>
        Task.FromResult(Find(root, model, diagnostic, cancellation));

    private async Task<Document> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var edited = new HashSet<SyntaxNode>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            // Two diagnostics may ask for one and the same edit.
            if (await FindAsync(document, editor.OriginalRoot, editor.SemanticModel, diagnostic, cancellation).ConfigureAwait(false) is { } fix
                && edited.Add(fix.Target))
            {
                fix.Edit(editor);
            }
        }

        return editor.GetChangedDocument();
    }

    /// <param name="Target">What the edit is about: it's made once, however many diagnostics ask for it.</param>
    private protected sealed record Fix(string Title, SyntaxNode Target, Action<DocumentEditor> Edit)
    {
        /// <summary>Attributes that the edit puts on the method it marks: the fix is offered if the compiler takes over its loops.</summary>
        public (Annotation Annotation, SyntaxAnnotation Mark)? Annotated { get; init; }
    }
}
