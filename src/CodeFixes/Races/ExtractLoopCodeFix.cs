using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace AutoPar.CodeFixes.Races;

/// <summary>
/// A sum, product or extremum that the iterations share: the loop becomes a plain one in a method under <c>[Parallelize]</c>,
/// which takes the variable and returns it. Offered where the compiler takes that loop over.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ExtractLoopCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.RaceOnScalar, RuleIds.RaceOnField];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        Candidates(root, model, diagnostic, cancellation).FirstOrDefault();

    private protected override IEnumerable<Fix> Candidates(SyntaxNode root, SemanticModel model, Diagnostic diagnostic,
        CancellationToken cancellation)
    {
        if (!Annotation.IsKnown(model.Compilation)
            || SharedPlace.Of(root, model, diagnostic, cancellation) is not { Code: MemberDeclarationSyntax { Parent: TypeDeclarationSyntax } } shared
            || Reduction.Of(shared) is not { } reduction
            || Reduction.AllOf(reduction) is not { } all
            || all.Any(one => one.IsArray)
            || all.Select(one => one.Name).Distinct().Count() < all.Count
            || Captures.Of(reduction.Loop.Call, [.. all.Select(one => one.Shared.Symbol)], model, cancellation) is not { } captures
            || captures.Variables.Any(variable => all.Any(one => one.Name == variable.Symbol.Name))
            || PlainLoop.Of(reduction.Loop, model, (old, current) => Renamed(old, current, all)) is not { } loop)
        {
            return [];
        }

        return new Annotation[] { new(true, true), new(true, false) }.Select(annotation =>
        {
            var mark = new SyntaxAnnotation();
            return new Fix($"Extract the loop to a method under {annotation.Title}", reduction.Loop.Call,
                editor => Edit(editor, all, captures, loop, annotation, mark))
            {
                Annotated = (annotation, mark),
            };
        });
    }

    private static SyntaxNode Renamed(SyntaxNode old, SyntaxNode current, IReadOnlyList<Reduction> all) =>
        old is IdentifierNameSyntax or MemberAccessExpressionSyntax
        && all.FirstOrDefault(one => one.Shared.ReferencesIn(one.Loop.Body).Any(reference => SharedPlace.Whole(reference) == old)) is { } reduction
            ? SyntaxFactory.IdentifierName(reduction.Name).WithTriviaFrom(current)
            : current;

    private static void Edit(DocumentEditor editor, IReadOnlyList<Reduction> all, Captures captures, StatementSyntax loop, Annotation annotation,
        SyntaxAnnotation mark)
    {
        SharedPlace shared = all[0].Shared;
        var code = (MemberDeclarationSyntax)shared.Code;
        string basis = shared.Code is MethodDeclarationSyntax method ? method.Identifier.ValueText : "";
        string name = FreshNames.Next(editor, code.Parent!, basis + "Loop");
        string places = Tuple(all.Select(one => one.Updates[0].Target.WithoutTrivia().ToString()));
        string arguments =
            string.Join(", ", captures.Variables.Select(variable => variable.Symbol.Name)
                .Concat(all.Select(one => one.Updates[0].Target.WithoutTrivia().ToString())));
        all[0].Loop.Replace(editor, SyntaxFactory.ParseStatement($"{places} = {name}({arguments});"));

        UsingDirective.Add(editor, editor.SemanticModel, code.SpanStart);
        PartialTypes.MakeAround(editor, code);
        string newLine = LineSyntax.NewLine(code);
        string indentation = LineSyntax.Indentation(code);
        MemberDeclarationSyntax extracted = SyntaxFactory.ParseMemberDeclaration(Text(name, all, captures, loop, newLine))!;
        editor.InsertAfter(code, ((MethodDeclarationSyntax)extracted)
            .WithAttributeLists([annotation.List(editor.Generator, shared.Model.Compilation).WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine))])
            .WithLeadingTrivia(SyntaxFactory.EndOfLine(newLine), SyntaxFactory.Whitespace(indentation))
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine))
            .WithAdditionalAnnotations(Formatter.Annotation, mark));
    }

    private static string Text(string name, IReadOnlyList<Reduction> all, Captures captures, StatementSyntax loop, string newLine)
    {
        string[] own = [.. all.Select(one => $"{Captures.TypeOf(one.Shared.Symbol, one.Updates[0].Target, one.Shared.Model)} {one.Name}")];
        string type = all.Count == 1 ? own[0].Substring(0, own[0].LastIndexOf(' ')) : Tuple(own);
        string parameters = string.Join(", ", captures.Variables.Select(variable => $"{variable.Type} {variable.Symbol.Name}").Concat(own));
        string body = $"{loop.ToFullString()}{newLine}{newLine}return {Tuple(all.Select(one => one.Name))};";
        return $"private {(captures.UsesThis ? "" : "static ")}{type} {name}({parameters}){newLine}{{{newLine}{body}{newLine}}}";
    }

    private static string Tuple(IEnumerable<string> parts) => parts.ToList() is [var only] ? only : $"({string.Join(", ", parts)})";
}
