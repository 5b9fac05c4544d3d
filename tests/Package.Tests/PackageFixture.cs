using System.Text.Json;

[assembly: AssemblyFixture(typeof(AutoPar.Package.Tests.PackageFixture))]

namespace AutoPar.Package.Tests;

/// <summary>
/// The package, packed once from this tree into a folder of its own. Its build shares no output folder with the build
/// that runs the tests, so the two can't disturb each other.
/// </summary>
public sealed class PackageFixture : IAsyncLifetime
{
    /// <summary>A fresh folder outside the tree, so that no Directory.Build.props of ours is in effect.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("autopar-package-").FullName;

    public string Feed => Path.Combine(Root, "feed");

    public string PackageFile => Assert.Single(Directory.GetFiles(Feed));

    public async ValueTask InitializeAsync() => await DotnetCli.SucceedAsync(
        RepositoryRoot(), "pack", "src/Package", "-c", "Release", "-o", Feed,
        "--artifacts-path", Path.Combine(Root, "artifacts"), "-p:UseSharedCompilation=false");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Where packing restored the packages that it needs: the user's packages folder, wherever that is.</summary>
    internal string RestoredPackages()
    {
        string assets = Directory.GetFiles(Path.Combine(Root, "artifacts", "obj"), "project.assets.json", SearchOption.AllDirectories)[0];
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(assets));
        return document.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
    }

    internal static string RepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AutoPar.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"no AutoPar.sln above {AppContext.BaseDirectory}");
    }
}
