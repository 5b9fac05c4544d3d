using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>
/// Every annotated method gets, for each of its attributes and each of its outermost loops, exactly one AP2xxx or AP3xxx.
/// The methods are the kernels that all test layers share.
/// </summary>
public class OneFindingTests
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    public static TheoryData<string> Files => [.. Directory.GetFiles(Repository.File("tests", "Kernels"), "*.cs").Select(file => Path.GetFileName(file)!).Order()];

    [Theory, MemberData(nameof(Files))]
    public async Task Of_each_attribute_and_loop(string file)
    {
        (Compilation compilation, ImmutableArray<Diagnostic> all) = await s_findings.Value;
        SyntaxTree tree = compilation.SyntaxTrees.Single(one => Path.GetFileName(one.FilePath) == file);
        ImmutableArray<Diagnostic> found = [.. all.Where(one => one.Location.SourceTree == tree)];

        // What stops a whole method is an error of its own; the kernels have none.
        Assert.DoesNotContain(found, one => one.Id is "AP0001" or "AP0002" or "AP0004" or "AP0005");
        Assert.All(found, one => Assert.True(one.Properties.Count >= Placeholders(one), $"an argument is missing: {one}"));
        foreach (MethodDeclarationSyntax method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            int loops = OutermostLoops(method).Count();
            Check(method, "Parallelize", loops, found, "AP20", "AP30");
            Check(method, "Vectorize", loops, found, "AP25", "AP35");
        }
    }

    private static int Placeholders(Diagnostic diagnostic) =>
        Enumerable.Range(0, 5).Count(i => diagnostic.Descriptor.MessageFormat.ToString().Contains($"{{{i}}}", StringComparison.Ordinal));

    private static void Check(MethodDeclarationSyntax method, string attribute, int loops, ImmutableArray<Diagnostic> found, string refusal, string remark)
    {
        bool isAnnotated = method.AttributeLists.SelectMany(list => list.Attributes).Any(one => one.Name.ToString() == attribute);
        if (!isAnnotated || loops == 0)
        {
            return;
        }

        string[] of = [.. found
            .Where(one => method.Span.Contains(one.Location.SourceSpan) && (one.Id.StartsWith(refusal, StringComparison.Ordinal) || one.Id.StartsWith(remark, StringComparison.Ordinal)))
            .Select(one => $"{one.Id}: {one.GetMessage()}")];
        Assert.True(of.Length == loops, $"{method.Identifier} has {loops} loops and {of.Length} findings for [{attribute}]:\n{string.Join('\n', of)}");
    }

    private static IEnumerable<SyntaxNode> OutermostLoops(MethodDeclarationSyntax method) => method
        .DescendantNodes(node => !IsLoop(node) && node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
        .Where(IsLoop);

    private static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    // All files of the folder are one compilation: kernels share helpers.
    private static readonly Lazy<Task<(Compilation Compilation, ImmutableArray<Diagnostic> Findings)>> s_findings = new(async () =>
    {
        CSharpCompilation compilation = AnalyzerRun.Compile(ImplicitUsings);
        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        (Compilation generated, _) = AnalyzerRun.Generate(
            compilation.AddSyntaxTrees(Directory.GetFiles(Repository.File("tests", "Kernels"), "*.cs")
                .Select(path => CSharpSyntaxTree.ParseText(System.IO.File.ReadAllText(path), options, path))),
            check: false);
        return (generated, await AnalyzerRun.AnalyzeAsync(generated));
    });
}
