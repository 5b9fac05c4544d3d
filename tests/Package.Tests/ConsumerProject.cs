namespace AutoPar.Package.Tests;

/// <summary>
/// A fresh console project whose only tie to AutoPar is a PackageReference. It restores from the packed feed alone, into
/// a packages folder of its own: neither a network nor an older package of the same version can play a part.
/// </summary>
internal sealed class ConsumerProject
{
    private readonly string _folder;

    /// <param name="properties">More of the project's properties.</param>
    /// <param name="sdkPackages">
    /// Packages that the SDK itself asks for with these properties; they're taken from where building this repository put them.
    /// </param>
    public ConsumerProject(
        PackageFixture package, string name, string program, string properties = "", string framework = "net10.0", params string[] sdkPackages)
    {
        _folder = Path.Combine(package.Root, name);
        Directory.CreateDirectory(_folder);
        Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>{(framework == "net10.0" ? "Exe" : "Library")}</OutputType>
                <TargetFramework>{framework}</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <AnalysisLevel>latest-all</AnalysisLevel>
                <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
                <NeutralLanguage>en</NeutralLanguage>
                <UseAppHost>false</UseAppHost>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="AutoPar" Version="*-*" />
              </ItemGroup>
            </Project>
            """);
        string extra = string.Concat(
            sdkPackages.SelectMany(id => Directory.GetDirectories(Path.Combine(package.RestoredPackages(), id))).Select((folder, index) => $"""<add key="sdk{index}" value="{folder}" />"""));
        Write("nuget.config", $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(package.Root, "packages")}" />
              </config>
              <packageSources>
                <clear />
                <add key="feed" value="{package.Feed}" />
                {extra}
              </packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
        Write("Program.cs", program);
    }

    /// <summary>Debug, so that no frame is inlined away from a stack trace.</summary>
    public Task<(int ExitCode, string Output)> BuildAsync(params string[] arguments) =>
        DotnetCli.RunAsync(_folder, ["build", "-c", "Debug", "-p:UseSharedCompilation=false", .. arguments]);

    public async Task<string> BuildAndRunAsync(params string[] arguments)
    {
        (int exitCode, string output) = await BuildAsync(arguments);
        Assert.True(exitCode == 0, output);
        Assert.Contains("0 Warning(s)", output);
        return await DotnetCli.SucceedAsync(_folder, Path.Combine("bin", "Debug", "net10.0", "Consumer.dll"));
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
