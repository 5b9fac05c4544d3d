using System.Runtime.CompilerServices;
using AutoPar.Generator.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Tests;

/// <summary>The kernels without their attributes: the refactoring offers those that verdicts.txt says are served, and no others.</summary>
public class KernelRefactoringTests(ITestOutputHelper output)
{
    private static readonly string s_folder = Folder();

    private static readonly Lazy<Project> s_project = new(Load);

    public static TheoryData<string> Files => [.. Directory.GetFiles(s_folder, "G*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Offers_what_the_verdicts_allow(string file)
    {
        Document document = s_project.Value.Documents.Single(one => one.Name == file);
        Dictionary<string, string?[]> verdicts = Verdicts();
        var wrong = new List<string>();
        int offered = 0;
        foreach (MethodDeclarationSyntax method in (await document.GetSyntaxRootAsync())!.DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            if (verdicts.TryGetValue(method.Identifier.Text, out string?[]? expected)
                && method.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).FirstOrDefault(node => node is ForStatementSyntax or ForEachStatementSyntax) is { } loop)
            {
                var actions = new List<CodeAction>();
                await new ParallelizeRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, loop.GetFirstToken().Span, actions.Add, CancellationToken.None));
                string? title = actions.SingleOrDefault()?.Title;
                offered += title is null ? 0 : 1;
                if (!expected.Contains(title))
                {
                    wrong.Add($"{method.Identifier.Text}: {title ?? "nothing"} for {string.Join(" or ", expected.Select(one => one ?? "nothing"))}");
                }
            }
        }

        output.WriteLine($"{file}: offered for {offered} methods");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    /// <summary>For the kernels whose attributes have no options: which of them serve all loops without a warning.</summary>
    private static Dictionary<string, string?[]> Verdicts()
    {
        var plain = new HashSet<string>();
        foreach (string path in Directory.GetFiles(s_folder, "G*.cs"))
        {
            foreach (MethodDeclarationSyntax method in CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                AttributeSyntax[] own = [.. method.AttributeLists.SelectMany(list => list.Attributes).Where(IsOurs)];
                if (own.Length == 2 && own.All(one => one.ArgumentList is null))
                {
                    plain.Add(method.Identifier.Text);
                }
            }
        }

        return File.ReadLines(Path.Combine(s_folder, "verdicts.txt"))
            .Select(line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(cells => cells.Length == 3 && plain.Contains(cells[0]))
            .ToDictionary(cells => cells[0], cells => (IsDone(cells[1]), IsDone(cells[2])) switch
            {
                (true, true) => ["Convert to [Parallelize] and [Vectorize]"],
                (true, false) => ["Convert to [Parallelize]"],

                // Threads may gain by what they would not gain by beside lanes.
                (false, true) when cells[1] == "2012" => ["Convert to [Vectorize]", "Convert to [Parallelize]"],
                (false, true) => ["Convert to [Vectorize]"],
                _ => new string?[] { null },
            });
    }

    private static bool IsDone(string cell) => cell.Split('+').All(one => one == "done");

    private static bool IsOurs(AttributeSyntax attribute) => attribute.Name.ToString() is "Parallelize" or "Vectorize";

    private static Project Load()
    {
        CSharpCompilation compilation = AnalyzerRun.Compile("");
        ProjectId id = ProjectId.CreateNewId();
        Solution solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Create(), "Kernels", "Kernels", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: compilation.SyntaxTrees[0].Options, metadataReferences: compilation.References));
        solution = solution.AddDocument(DocumentId.CreateNewId(id), "Usings.cs", """
            global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
            global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
            """);
        foreach (string path in Directory.GetFiles(s_folder, "*.cs"))
        {
            SyntaxNode root = CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot();
            root = root.RemoveNodes(root.DescendantNodes().OfType<AttributeListSyntax>().Where(list => list.Attributes.All(IsOurs)), SyntaxRemoveOptions.KeepExteriorTrivia)!;
            root = root.RemoveNodes(root.DescendantNodes().OfType<AttributeSyntax>().Where(IsOurs), SyntaxRemoveOptions.KeepExteriorTrivia)!;
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), root.ToFullString(), filePath: path);
        }

        return solution.GetProject(id)!;
    }

    private static string Folder([CallerFilePath] string self = "") => Path.Combine(Path.GetDirectoryName(self)!, "..", "Kernels");
}
