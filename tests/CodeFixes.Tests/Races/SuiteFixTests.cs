using AutoPar.CodeFixes.Races;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AutoPar.CodeFixes.Tests.Races;

/// <summary>
/// Applies each fix wherever it is offered in the race suite. The result compiles, what was to be mended is silent, and nothing
/// else is warned of than before.
/// </summary>
public class SuiteFixTests(ITestOutputHelper output)
{
    private static readonly CodeFixProvider[] s_all =
    [
        .. typeof(RaceCodeFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(RaceCodeFix)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<string> Fixes => [.. s_all.Select(fix => fix.GetType().Name)];

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task What_is_offered_compiles_and_mends(string name)
    {
        CodeFixProvider fix = s_all.Single(one => one.GetType().Name == name);
        var wrong = new List<string>();
        int count = 0;
        bool hasRule = false;
        foreach (SuiteProject before in await SuiteProject.AllAsync())
        {
            hasRule |= before.Warnings.SelectMany(file => file).Any(one => fix.FixableDiagnosticIds.Contains(one.Id));
            var offered = await before.OfferedAsync(fix);
            count += offered.Sum(one => one.Offered.Length);
            SuiteProject after = await before.FixedAsync(fix, offered);
            foreach ((Document document, IReadOnlyList<Diagnostic> mended) in offered.Select(one => (one.Document, one.Offered)))
            {
                IEnumerable<string> expected = Without(IsWarning(before.Warnings[document.Name]), mended.Select(SuiteProject.Key));
                wrong.AddRange(Without(IsWarning(after.Warnings[document.Name]), expected).Select(one => $"{document.Name}: {one}"));
            }

            wrong.AddRange(after.CompilerFindings.SelectMany(file => Without(file, before.CompilerFindings[file.Key]).Select(one => $"{file.Key}: {one}")));
        }

        output.WriteLine($"{name}: offered and applied {count} times, {wrong.Count} not clean");
        Assert.Equal(hasRule, count > 0);
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static IEnumerable<string> IsWarning(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(one => one.Severity >= DiagnosticSeverity.Warning).Select(SuiteProject.Key);

    /// <summary>The difference, each one counted.</summary>
    private static List<string> Without(IEnumerable<string> all, IEnumerable<string> known)
    {
        List<string> left = [.. all];
        foreach (string one in known)
        {
            left.Remove(one);
        }

        return left;
    }
}
