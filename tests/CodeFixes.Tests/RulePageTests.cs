using System.Runtime.CompilerServices;
using AutoPar.Generator.Analyzers;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AutoPar.CodeFixes.Tests;

public class RulePageTests
{
    private static readonly HashSet<string> s_fixable =
    [
        .. typeof(EditingCodeFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(EditingCodeFix)) && !type.IsAbstract)
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds),
    ];

    public static TheoryData<string> Ids => [.. new AutoParAnalyzer().SupportedDiagnostics.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_no_code_fix_if_and_only_if_there_is_none(string id)
    {
        string row = File.ReadLines(Page(id)).Single(line => line.StartsWith("| Code fix |", StringComparison.Ordinal));
        Assert.Equal(s_fixable.Contains(id), row != "| Code fix | no |");
    }

    private static string Page(string id, [CallerFilePath] string self = "") =>
        Path.Combine(Path.GetDirectoryName(self)!, "..", "..", "docs", "rules", id + ".md");
}
