using System.Composition;
using AutoPar.Generator.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.CodeFixes;

/// <summary>
/// "Convert to [Parallelize]" at the head of a sequential loop, where the compiler says that all loops of its method are safe
/// to run on threads and gain. Vectors are used as well where they gain.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ParallelizeRefactoring)), Shared]
public sealed class ParallelizeRefactoring : CodeRefactoringProvider
{
    private static readonly Annotation[] s_candidates = [new(true, true), new(true, false), new(false, true)];

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        CancellationToken cancellation = context.CancellationToken;
        if (await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || Method(root, context.Span) is not { } method
            || await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || !Annotation.IsKnown(model.Compilation)
            || model.GetDeclaredSymbol(method, cancellation) is not { } symbol
            || AttributeReader.Find(symbol, AttributeReader.Parallelize) is not null)
        {
            return;
        }

        bool hasLanes = AttributeReader.Find(symbol, AttributeReader.Vectorize) is not null;
        foreach (Annotation annotation in s_candidates.Where(one => !one.Vectorize || !hasLanes))
        {
            if (await IsServedAsync(context.Document, model, method, annotation, cancellation).ConfigureAwait(false))
            {
                context.RegisterRefactoring(CodeAction.Create(
                    $"Convert to {annotation.Title}",
                    token => AnnotatedAsync(context.Document, method, annotation, token),
                    nameof(ParallelizeRefactoring)));
                return;
            }
        }
    }

    /// <summary>The method of the for or foreach loop whose head the span is in. Loops in lambdas and local functions have none.</summary>
    private static MethodDeclarationSyntax? Method(SyntaxNode root, TextSpan span) => root.FindToken(span.Start).Parent?
        .AncestorsAndSelf()
        .TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .SkipWhile(node => !IsHead(node, span))
        .OfType<MethodDeclarationSyntax>().FirstOrDefault();

    private static bool IsHead(SyntaxNode node, TextSpan span) => node switch
    {
        ForStatementSyntax loop => TextSpan.FromBounds(loop.SpanStart, loop.CloseParenToken.Span.End).Contains(span),
        ForEachStatementSyntax loop => TextSpan.FromBounds(loop.SpanStart, loop.CloseParenToken.Span.End).Contains(span),
        _ => false,
    };

    /// <summary>The attribute is tried out in a copy of the compilation.</summary>
    private static async Task<bool> IsServedAsync(
        Document document, SemanticModel model, MethodDeclarationSyntax method, Annotation annotation, CancellationToken cancellation)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var mark = new SyntaxAnnotation();
        Edit(editor, method, annotation, mark);
        return await new Trial(model, editor.GetChangedRoot(), document.Project.AnalyzerOptions)
            .IsServedAsync(annotation, mark, cancellation).ConfigureAwait(false);
    }

    private static async Task<Document> AnnotatedAsync(Document document, MethodDeclarationSyntax method, Annotation annotation,
        CancellationToken cancellation)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        Edit(editor, method, annotation, new SyntaxAnnotation());
        return editor.GetChangedDocument();
    }

    private static void Edit(DocumentEditor editor, MethodDeclarationSyntax method, Annotation annotation, SyntaxAnnotation mark)
    {
        UsingDirective.Add(editor, editor.SemanticModel, method.SpanStart);
        PartialTypes.MakeAround(editor, method);
        editor.ReplaceNode(method, (current, generator) =>
        {
            var old = (MethodDeclarationSyntax)current;
            AttributeListSyntax list = annotation.List(generator, editor.SemanticModel.Compilation)
                .WithLeadingTrivia(old.GetLeadingTrivia())
                .WithTrailingTrivia(SyntaxFactory.EndOfLine(LineSyntax.NewLine(method)));
            MethodDeclarationSyntax rest = old.WithLeadingTrivia(SyntaxFactory.Whitespace(LineSyntax.Indentation(method)));
            return rest.WithAttributeLists(rest.AttributeLists.Insert(0, list)).WithAdditionalAnnotations(mark);
        });
    }
}
