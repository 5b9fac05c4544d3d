using AutoPar.Generator;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.EndToEnd;

/// <summary>What the user is told of each kernel, against Corpus/verdicts.txt.</summary>
public class VerdictTests
{
    [Fact]
    public void Every_kernel_gets_its_verdict()
    {
        Dictionary<string, Verdict> expected = Table();
        var wrong = new List<string>();
        foreach ((string name, Verdict found, string because) in Found())
        {
            if (!expected.Remove(name, out Verdict? verdict))
            {
                wrong.Add($"{name} has no line in verdicts.txt");
            }
            else if (verdict != found)
            {
                wrong.Add($"{name}: expected {verdict.Threads} and {verdict.Lanes}, found {found.Threads} and {found.Lanes}\n        {because}");
            }
        }

        wrong.AddRange(expected.Keys.Select(name => $"{name}: no such kernel"));
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n{string.Join("\n", wrong)}");
    }

    /// <summary>What the user is told of each kernel, with the findings' texts.</summary>
    internal static IEnumerable<(string Name, Verdict Verdict, string Because)> Found()
    {
        foreach ((string name, MethodPlan plan) in Plans())
        {
            Refusal[] findings = [.. plan.Method.Refusals, .. plan.Findings];
            string[] ids = [.. findings.Select(finding => finding.RuleId)];
            string races = string.Concat(ids.Where(id => id.StartsWith("AP1", StringComparison.Ordinal)).Distinct().Select(id => "!" + id[2..]));
            yield return (name, new(Outcome(ids, "AP20", "AP30") + races, Outcome(ids, "AP25", "AP35")), string.Join(" ", findings.Select(Text)));
        }
    }

    internal static IEnumerable<(string Name, MethodPlan Plan)> Plans()
    {
        CSharpCompilation compilation = KernelCompiler.Compilation(Corpus.Trees());
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (MethodDeclarationSyntax syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                if (syntax.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Parallelize" or "Vectorize"))
                {
                    yield return (syntax.Identifier.ValueText, MethodCompiler.Default.Compile(model.GetDeclaredSymbol(syntax)!, syntax, model, default).Plan);
                }
            }
        }
    }

    /// <summary>The findings for one attribute, in the table's words.</summary>
    private static string Outcome(string[] ids, string refused, string remark)
    {
        IEnumerable<string> found = ids
            .Where(id => id.StartsWith(refused, StringComparison.Ordinal) || id.StartsWith(remark, StringComparison.Ordinal)
                || id.StartsWith("AP0", StringComparison.Ordinal) || id.StartsWith("AP9", StringComparison.Ordinal))
            .Select(id => id is "AP3001" or "AP3501" ? "done" : id[2..]);
        string text = string.Join("+", found);
        return text.Length == 0 ? "-" : text;
    }

    private static string Text(Refusal finding) => $"{finding.RuleId}({finding.Location.Line}: {string.Join("; ", finding.Arguments)})";

    private static Dictionary<string, Verdict> Table() => File.ReadAllLines(Path.Combine(Corpus.Folder, "verdicts.txt"))
        .Select(line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 0)
        .ToDictionary(words => words[0], words => new Verdict(words[1], words[2]));
}

/// <summary>What the user is told of a kernel, for threads (races included) and for lanes, in the table's words.</summary>
internal sealed record Verdict(string Threads, string Lanes);
