using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AutoPar.Generator.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Tests.Races;

/// <summary>A folder of the race suite as a project, what is found in it, and what a fix makes of it.</summary>
internal sealed record SuiteProject(Project Project, ILookup<string, Diagnostic> Warnings, ILookup<string, string> CompilerFindings)
{
    // It takes minutes; AUTOPAR_ALL_FIXES=1 has it, too.
    private const string Largest = "HeldOut3";

    private static readonly Lazy<Task<SuiteProject[]>> s_all = new(() => Task.WhenAll(Directory.GetDirectories(Folder())
        .Where(folder => Environment.GetEnvironmentVariable("AUTOPAR_ALL_FIXES") == "1" || Path.GetFileName(folder) != Largest)
        .Order(StringComparer.Ordinal).Select(LoadAsync)));

    /// <summary>The folders. The files are analyzed once, for all fixes.</summary>
    public static Task<SuiteProject[]> AllAsync() => s_all.Value;

    /// <summary>What the fix offers to mend, by document.</summary>
    public async Task<IReadOnlyList<(Document Document, ImmutableArray<Diagnostic> Offered)>> OfferedAsync(CodeFixProvider fix)
    {
        var all = new List<(Document, ImmutableArray<Diagnostic>)>();
        foreach (Document document in Project.Documents)
        {
            var offered = new List<Diagnostic>();
            foreach (Diagnostic diagnostic in Warnings[document.Name].Where(one => fix.FixableDiagnosticIds.Contains(one.Id)))
            {
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (_, _) => offered.Add(diagnostic), CancellationToken.None));
            }

            if (offered.Count > 0)
            {
                all.Add((document, [.. offered]));
            }
        }

        return all;
    }

    /// <summary>The documents with all that is offered applied, alone with what they need to compile.</summary>
    public async Task<SuiteProject> FixedAsync(CodeFixProvider fix, IReadOnlyList<(Document Document, ImmutableArray<Diagnostic> Offered)> all)
    {
        Solution solution = Project.Solution;
        foreach ((Document document, ImmutableArray<Diagnostic> offered) in all)
        {
            var context = new FixAllContext(
                document, fix, FixAllScope.Document, fix.GetType().Name, fix.FixableDiagnosticIds, new Known(offered), CancellationToken.None);
            CodeAction action = (await fix.GetFixAllProvider()!.GetFixAsync(context))!;
            ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
            Document result = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
            solution = solution.WithDocumentText(document.Id, await result.GetTextAsync());
        }

        HashSet<string> kept = [.. all.Select(one => one.Document.Name), "Usings.cs", "Labels.cs"];
        return await AnalyzedAsync(solution.RemoveDocuments([.. Project.Documents.Where(one => !kept.Contains(one.Name)).Select(one => one.Id)]).GetProject(Project.Id)!);
    }

    /// <summary>
    /// A warning by the method it is in and what it is about, the first name in quotes: edits move lines, a witness may be another
    /// one, and the accesses are quoted as they now are.
    /// </summary>
    public static string Key(Diagnostic diagnostic)
    {
        MemberDeclarationSyntax? member = diagnostic.Location.SourceTree!.GetRoot().FindToken(diagnostic.Location.SourceSpan.Start).Parent!
            .AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault();
        string name = member is MethodDeclarationSyntax method ? method.Identifier.Text + method.ParameterList : member?.Kind().ToString() ?? "";
        return $"{name} {diagnostic.Id} {Regex.Match(diagnostic.GetMessage(), "'[^']*'").Value}";
    }

    private static string Folder([CallerFilePath] string self = "") => Path.Combine(Path.GetDirectoryName(self)!, "..", "..", "Generator.Tests", "RaceSuite");

    private static async Task<SuiteProject> LoadAsync(string folder)
    {
        string name = Path.GetFileName(folder);
        CSharpCompilation compilation = AnalyzerRun.Compile("");
        ProjectId id = ProjectId.CreateNewId();
        Solution solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Create(), name, name, LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: compilation.SyntaxTrees[0].Options, metadataReferences: compilation.References));
        solution = solution.AddDocument(DocumentId.CreateNewId(id), "Usings.cs", """
            global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
            global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
            """, filePath: "Usings.cs");
        foreach (string path in Directory.GetFiles(folder, "*.cs").Append(Path.Combine(Folder(), "Labels.cs")))
        {
            string file = Path.GetFileName(path);
            solution = solution.AddDocument(DocumentId.CreateNewId(id), file, File.ReadAllText(path), filePath: file);
        }

        return await AnalyzedAsync(solution.GetProject(id)!);
    }

    private static async Task<SuiteProject> AnalyzedAsync(Project project)
    {
        (Compilation compilation, _) = AnalyzerRun.Generate((CSharpCompilation)(await project.GetCompilationAsync())!, check: false);
        return new SuiteProject(
            project,
            (await AnalyzerRun.AnalyzeAsync(compilation)).Where(one => one.Id.StartsWith("AP", StringComparison.Ordinal)).ToLookup(FileName),
            compilation.GetDiagnostics().Where(one => one.Severity >= DiagnosticSeverity.Warning && one.Location.IsInSource).ToLookup(FileName, Key));
    }

    private static string FileName(Diagnostic diagnostic) => Path.GetFileName(diagnostic.Location.SourceTree?.FilePath ?? "");

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
