using System.Text.RegularExpressions;
using AutoPar.Generator.Tests.Analyzers;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoPar.Generator.Tests.RaceSuite;

/// <summary>
/// AP1xxx over labelled methods. The table, with the methods that are missed and the false alarms, is the test's output,
/// and stands in race-suite.<folder>.txt next to the test's assembly.
/// </summary>
public class RaceSuiteTests(ITestOutputHelper output)
{
    // What is reached. It only ever rises.
    [Theory]
    [InlineData("Cases", 0.99, 0.995)]
    [InlineData("HeldOut", 0.99, 0.995)]
    [InlineData("HeldOut2", 0.99, 0.995)]
    [InlineData("HeldOut3", 0.99, 0.995)]
    public async Task Recall_and_precision(string folder, double recall, double precision)
    {
        IReadOnlyList<Scores> files = await SuiteRun.OfFolderAsync(folder);
        var all = new Scores("all", [.. files.SelectMany(file => file.Outcomes)]);
        string table = Scores.Table(folder, files, all);
        output.WriteLine(table);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, $"race-suite.{folder}.txt"), table);

        Assert.True(all.Recall >= recall, table);
        Assert.True(all.Precision >= precision, table);
    }

    [Theory]
    [InlineData("Cases", 300)]
    [InlineData("HeldOut", 100)]
    [InlineData("HeldOut2", 220)]
    [InlineData("HeldOut3", 580)]
    public void Is_large_and_balanced(string folder, int atLeast)
    {
        LabelledMethod[] all = [.. Methods(folder)];
        int racy = all.Count(one => one.Label == Label.Racy);
        Assert.True(all.Length >= atLeast, $"{all.Length} methods");
        Assert.InRange((double)racy / all.Length, 0.4, 0.6);
    }

    [Theory]
    [InlineData("Cases")]
    [InlineData("HeldOut")]
    [InlineData("HeldOut2")]
    [InlineData("HeldOut3")]
    public void Labels_are_well_formed(string folder)
    {
        LabelledMethod[] all = [.. Methods(folder)];
        Assert.Empty(all.GroupBy(one => (one.File, one.Name)).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(all, one => Assert.Equal(one.Label is Label.Racy or Label.OrderDependent, one.Names.Count > 0));
        foreach (IGrouping<string, LabelledMethod> file in all.GroupBy(one => one.File))
        {
            string text = File.ReadAllText(Repository.File("tests", "Generator.Tests", "RaceSuite", folder, file.Key + ".cs"));
            string code = Regex.Replace(text, @"\[(Racy|OrderDependent)\(.*\)\]", "");
            Assert.All(file.Where(one => one.Names.Count > 0), one => Assert.True(one.IsNamedIn(code), one.Name));
        }
    }

    private static IEnumerable<LabelledMethod> Methods(string folder) => SuiteRun.Files(folder)
        .SelectMany(path => LabelledMethod.Of(CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path)));
}
