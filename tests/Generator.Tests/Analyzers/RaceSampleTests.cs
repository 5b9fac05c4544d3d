using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>The sample on races shows every rule in hand-written code, at the method that says so, and nothing in the mended twins.</summary>
public class RaceSampleTests
{
    [Fact]
    public async Task Each_rule_is_shown_and_each_twin_is_silent()
    {
        CSharpCompilation compilation = AnalyzerRun.Compile(
            "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks; global using AutoPar;");
        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        compilation = compilation.AddSyntaxTrees(Directory.GetFiles(Repository.File("samples", "Races", "HandWritten"), "*.cs")
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path)));
        Assert.DoesNotContain(compilation.GetDiagnostics(), one => one.Severity == DiagnosticSeverity.Error);

        (string Id, MethodDeclarationSyntax Method)[] found = [.. (await AnalyzerRun.AnalyzeAsync(compilation))
            .Where(one => one.Id.StartsWith("AP1", StringComparison.Ordinal) && !one.IsSuppressed)
            .Select(one => (one.Id, one.Location.SourceTree!.GetRoot().FindNode(one.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>()!))];
        Assert.Empty(RaceRules.All.Select(rule => rule.Id).Except(found.Select(one => one.Id)));
        Assert.DoesNotContain(found, one => one.Method.Identifier.Text.EndsWith("Mended", StringComparison.Ordinal));
        Assert.All(
            compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
                .Where(method => method.GetLeadingTrivia().ToString().Contains("<summary>AP1", StringComparison.Ordinal)),
            method => Assert.Contains(found, one => one.Method == method && method.GetLeadingTrivia().ToString().Contains($"<summary>{one.Id}:", StringComparison.Ordinal)));
    }
}
