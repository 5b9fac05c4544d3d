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
        Dictionary<string, (string Threads, string Lanes)> expected = Table();
        var wrong = new List<string>();
        foreach ((string name, MethodPlan plan) in Plans())
        {
            if (!expected.Remove(name, out (string Threads, string Lanes) verdict))
            {
                wrong.Add($"{name} has no line in verdicts.txt");
                continue;
            }

            string[] ids = [.. plan.Method.Refusals.Concat(plan.Findings).Select(finding => finding.RuleId)];
            string threads = Outcome(ids, "AP20", "AP30"), lanes = Outcome(ids, "AP25", "AP35");
            string races = string.Concat(ids.Where(id => id.StartsWith("AP1", StringComparison.Ordinal)).Distinct().Select(id => "!" + id[2..]));
            if (!Fits(verdict.Threads, threads, races) || !Fits(verdict.Lanes, lanes, null))
            {
                string because = string.Join(" ", plan.Method.Refusals.Concat(plan.Findings).Select(finding => Text(finding)));
                wrong.Add($"{name}: expected {verdict.Threads} and {verdict.Lanes}, found {threads}{races} and {lanes}\n        {because}");
            }
        }

        wrong.AddRange(expected.Keys.Select(name => $"{name}: no such kernel"));
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n{string.Join("\n", wrong)}");
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
                    yield return (syntax.Identifier.ValueText, MethodCompiler.Compile(model.GetDeclaredSymbol(syntax)!, syntax, model, default));
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

    private static bool Fits(string expected, string found, string? races)
    {
        if (expected == "*")
        {
            return true;
        }

        foreach (string alternative in expected.Split('|'))
        {
            string[] parts = alternative.Split('!');
            if (parts[0] == found && (races is null || races == string.Concat(parts.Skip(1).Select(race => "!" + race))))
            {
                return true;
            }
        }

        return false;
    }

    private static string Text(Refusal finding) => $"{finding.RuleId}({finding.Location.Line}: {string.Join("; ", finding.Arguments)})";

    private static Dictionary<string, (string, string)> Table() => File.ReadAllLines(Path.Combine(Corpus.Folder, "verdicts.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => words[0], words => (words[1], words[2]));
}
