using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>
/// The examples of the rules' pages do what the pages say. With AUTOPAR_UPDATE_RULE_PAGES=1 the quoted messages are
/// replaced by the real ones instead.
/// </summary>
public class RulePageTests
{
    /// <summary>Rules that no method makes appear: their pages say why.</summary>
    private static readonly string[] s_withoutExample =
        [RuleIds.LanguageVersion, RuleIds.FloatOrder, RuleIds.LanesFloatOrder, RuleIds.InternalError];

    public static TheoryData<string> WithExample => [.. Descriptors.All.Select(one => one.Id).Except(s_withoutExample)];

    [Theory, MemberData(nameof(WithExample))]
    public async Task The_example_gives_the_messages_that_the_page_quotes(string id)
    {
        var page = new RulePage(id);
        string messages = string.Join('\n', (await AnalyzeAsync(page.Code("Example")!)).Select(Line).Distinct());
        Assert.Contains($" {id}: ", messages);
        if (Environment.GetEnvironmentVariable("AUTOPAR_UPDATE_RULE_PAGES") == "1")
        {
            page.ReplaceMessages(messages);
        }

        Assert.Equal(messages, page.Messages());
    }

    [Theory, MemberData(nameof(WithExample))]
    public async Task The_mended_example_is_free_of_the_rule(string id)
    {
        if (new RulePage(id).Code("Mended") is { } mended)
        {
            Assert.DoesNotContain(id, (await AnalyzerRun.AnalyzeAsync(RulePage.Compilable(mended))).Select(one => one.Id));
        }
    }

    public static TheoryData<string> Races => [.. RaceRules.All.Select(one => one.Id)];

    [Theory, MemberData(nameof(Races))]
    public void The_page_of_a_race_has_all_its_sections(string id)
    {
        var page = new RulePage(id);
        Assert.NotNull(page.Code("Example"));
        Assert.NotNull(page.Messages());
        Assert.NotNull(page.Code("Mended"));
        string[] headings = ["Cause", "Why", "Example", "Mended", "Code fix", "What still happens", "When to suppress", "Related"];
        Assert.All(headings, heading => Assert.False(string.IsNullOrWhiteSpace(page.Section(heading)), heading));
        Assert.Equal(headings, page.Headings.Intersect(headings));
    }

    [Theory, MemberData(nameof(Races))]
    public void The_index_says_of_a_code_fix_what_the_page_says(string id) => Assert.Contains(
        $" | {new RulePage(id).Row("Code fix")} |",
        File.ReadLines(Repository.File("docs", "rules", "README.md")).Single(line => line.StartsWith($"| [{id}]", StringComparison.Ordinal)));

    [Fact]
    public void Rules_without_an_example_have_none() =>
        Assert.All(s_withoutExample, id => Assert.Null(new RulePage(id).Code("Example")));

    // An example of a usage error may fail to compile otherwise, too: a sibling that it names doesn't exist.
    private static async Task<IEnumerable<Diagnostic>> AnalyzeAsync(string example)
    {
        (Compilation compilation, _) = AnalyzerRun.Generate(AnalyzerRun.Compile(RulePage.Compilable(example)));
        return await AnalyzerRun.AnalyzeAsync(compilation);
    }

    private static string Line(Diagnostic diagnostic) =>
        $"{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage()}";
}
