using System.Reflection;
using AutoPar.Generator.Analyzers;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>Every rule has all that belongs to a rule.</summary>
public class RuleHygieneTests
{
    public static TheoryData<string> Ids => [.. typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(constant => (string)constant.GetRawConstantValue()!)];

    [Theory, MemberData(nameof(Ids))]
    public void Has_one_descriptor_with_its_help_link_and_the_severity_of_its_range(string id)
    {
        DiagnosticDescriptor descriptor = Assert.Single(Descriptors.All, one => one.Id == id);
        Assert.Equal($"https://github.com/autopar/autopar/blob/main/docs/rules/{id}.md", descriptor.HelpLinkUri);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.Contains(descriptor.DefaultSeverity, Severities(id));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Is_reported_by_the_analyzer(string id) =>
        Assert.Contains(new AutoParAnalyzer().SupportedDiagnostics, descriptor => descriptor.Id == id);

    [Theory, MemberData(nameof(Ids))]
    public void Has_a_line_in_the_release_notes(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Get(id);
        string[] lines = [.. new[] { "Shipped", "Unshipped" }.SelectMany(
            release => File.ReadAllLines(Repository.File("src", "Generator", $"AnalyzerReleases.{release}.md")))];
        Assert.Contains($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}", lines);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Has_a_page_that_is_listed_in_the_index(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Get(id);
        string page = File.ReadAllText(Repository.File("docs", "rules", id + ".md"));
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page);
        Assert.Contains($"| Severity | {descriptor.DefaultSeverity} |", page);
        Assert.Contains($"| Category | {descriptor.Category} |", page);
        Assert.Contains($"[{id}]({id}.md) | {descriptor.DefaultSeverity} | {descriptor.Title}", File.ReadAllText(Repository.File("docs", "rules", "README.md")));
    }

    [Fact]
    public void No_page_lacks_a_rule() => Assert.All(
        Directory.GetFiles(Repository.File("docs", "rules"), "AP*.md"),
        page => Assert.Contains(Path.GetFileNameWithoutExtension(page), Ids.Select(row => row.Data)));

    private static DiagnosticSeverity[] Severities(string id) => id switch
    {
        RuleIds.NeverIntercepted or RuleIds.OrderUnderLock or RuleIds.MayRace
            or RuleIds.BlockingInBody or RuleIds.WholeBodyLocked or RuleIds.FalseSharing => [DiagnosticSeverity.Info],
        RuleIds.InternalError => [DiagnosticSeverity.Warning],
        _ => id[2] switch
        {
            '0' => [DiagnosticSeverity.Error, DiagnosticSeverity.Warning],
            '1' or '2' => [DiagnosticSeverity.Warning],
            '3' => [DiagnosticSeverity.Info],
            _ => [],
        },
    };
}
