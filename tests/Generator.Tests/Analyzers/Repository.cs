namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>Finds files of the source tree from a test.</summary>
internal static class Repository
{
    public static string File(params string[] parts)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "AutoPar.sln")))
            {
                return Path.Combine([folder.FullName, .. parts]);
            }
        }

        throw new DirectoryNotFoundException($"no AutoPar.sln above {AppContext.BaseDirectory}");
    }
}
