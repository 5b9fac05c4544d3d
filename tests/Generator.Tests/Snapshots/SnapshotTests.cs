using System.Runtime.CompilerServices;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Snapshots;

/// <summary>
/// What is generated for each <c>*.input.cs</c>, all stages, against the <c>*.generated.txt</c> beside it. With the
/// environment variable AUTOPAR_UPDATE_SNAPSHOTS=1 the texts are written anew, for a look at the difference in git.
/// </summary>
public class SnapshotTests
{
    public static TheoryData<string> Inputs => [.. Directory.GetFiles(Folder(), "*.input.cs").Select(file => Path.GetFileName(file)!.Replace(".input.cs", "")).Order()];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Generated(string name)
    {
        string text = Stages.Of(File.ReadAllText(Path.Combine(Folder(), name + ".input.cs")));
        string snapshot = Path.Combine(Folder(), name + ".generated.txt");
        if (Environment.GetEnvironmentVariable("AUTOPAR_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(snapshot, text);
        }

        Assert.Equal(File.ReadAllText(snapshot).ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void There_are_inputs() => Assert.NotEmpty(Inputs);

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
