using System.IO.Compression;
using System.Xml.Linq;

namespace AutoPar.Package.Tests;

public class PackageContentTests(PackageFixture package)
{
    [Fact]
    public void Holds_exactly_the_libraries_the_compiler_extensions_and_the_build_files()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackageFile);
        string[] expected =
        [
            "LICENSE",
            "README.md",
            "analyzers/dotnet/cs/AutoPar.CodeFixes.dll",
            "analyzers/dotnet/cs/AutoPar.Generator.dll",
            "build/AutoPar.props",
            "build/AutoPar.targets",
            "buildTransitive/AutoPar.props",
            "buildTransitive/AutoPar.targets",
            "lib/net10.0/AutoPar.Attributes.dll",
            "lib/net10.0/AutoPar.Attributes.xml",
            "lib/net10.0/AutoPar.Runtime.dll",
            "lib/net10.0/AutoPar.Runtime.xml",
            "lib/netstandard2.0/AutoPar.Attributes.dll",
            "lib/netstandard2.0/AutoPar.Attributes.xml",
        ];
        IEnumerable<string> actual = archive.Entries.Select(entry => entry.FullName)
            .Where(name => !IsContainerPart(name))
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Is_named_after_its_version_and_depends_on_nothing()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackageFile);
        using Stream stream = archive.GetEntry("AutoPar.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

        Assert.Equal("AutoPar", Value("id"));
        Assert.Equal($"AutoPar.{Value("version")}.nupkg", Path.GetFileName(package.PackageFile));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    // What every .nupkg has as a zip container.
    private static bool IsContainerPart(string name) =>
        name.EndsWith(".nuspec", StringComparison.Ordinal) || name.StartsWith("_rels/", StringComparison.Ordinal)
        || name.StartsWith("package/", StringComparison.Ordinal) || name == "[Content_Types].xml";
}
