using System.Collections.Immutable;
using AutoPar.Generator.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.CodeFixes.Tests;

/// <summary>
/// Applies a fix to the first diagnostic, and to all of them at once. The result must compile and be free of the rule.
/// </summary>
internal static class CodeFixVerifier
{
    /// <param name="fixedOne">After fixing the first diagnostic.</param>
    /// <param name="fixedAll">After fixing all; the same when there is only one.</param>
    public static async Task VerifyAsync(CodeFixProvider fix, string ruleId, string source, string fixedOne, string? fixedAll = null)
    {
        Document document = CreateDocument(source);
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(document, ruleId);
        Assert.NotEmpty(diagnostics);

        CodeAction action = Assert.Single(await ActionsAsync(fix, document, diagnostics[0]));
        string one = await TextAsync(document, action);
        Assert.True(fixedOne == one, one);

        var context = new FixAllContext(
            document, fix, FixAllScope.Document, action.EquivalenceKey, [ruleId], new FixedDiagnostics(diagnostics), CancellationToken.None);
        CodeAction? all = await fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(all);
        string result = await TextAsync(document, all);
        Assert.True((fixedAll ?? fixedOne) == result, result);

        (Compilation compilation, ImmutableArray<Diagnostic> errors) = AnalyzerRun.Generate(AnalyzerRun.Compile(result));
        Assert.DoesNotContain(errors, one => one.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(ruleId, (await AnalyzerRun.AnalyzeAsync(compilation)).Select(one => one.Id));
    }

    /// <summary>The rule is reported, and the fix offers nothing for it.</summary>
    public static async Task VerifyNothingAsync(CodeFixProvider fix, string ruleId, string source)
    {
        Document document = CreateDocument(source);
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(document, ruleId);
        Assert.NotEmpty(diagnostics);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            Assert.Empty(await ActionsAsync(fix, document, diagnostic));
        }
    }

    public static Document CreateDocument(string source)
    {
        CSharpCompilation compilation = AnalyzerRun.Compile(source);
        var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), "Test", "Test", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: compilation.SyntaxTrees[0].Options, metadataReferences: compilation.References));
        return workspace.AddDocument(DocumentInfo.Create(
            DocumentId.CreateNewId(project.Id), "Test.cs", filePath: "Test.cs",
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(source), VersionStamp.Create()))));
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Document document, string ruleId)
    {
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        (Compilation generated, _) = AnalyzerRun.Generate(compilation);
        return [.. (await AnalyzerRun.AnalyzeAsync(generated)).Where(one => one.Id == ruleId)];
    }

    private static async Task<List<CodeAction>> ActionsAsync(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        Assert.Contains(diagnostic.Id, fix.FixableDiagnosticIds);
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    public static async Task<string> TextAsync(Document document, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Document changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync()).ToString();
    }

    private sealed class FixedDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
