using Gallery.Cases;
using Gallery.Measuring;
using Gallery.Output;
using Spectre.Console;

namespace Gallery;

/// <summary>Runs the chosen cases and reports.</summary>
internal static class GalleryRun
{
    /// <summary>Wide enough for the table where the output isn't a terminal.</summary>
    private const int PlainWidth = 240;

    /// <returns>The exit code: 1 when outputs differ.</returns>
    public static int Run(IReadOnlyList<GalleryCase> cases, bool quick, string? jsonPath, string? picturePath)
    {
        IAnsiConsole console = AnsiConsole.Console;
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = PlainWidth;
            console.Profile.Capabilities.Ansi = false;
            console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }

        CompilerLog log = CompilerLog.Read(Path.Combine(AppContext.BaseDirectory, "Gallery.sarif"));
        var runner = new Runner(quick);
        var results = new List<Measurement>();
        ProgressLine.Run(console, report =>
        {
            foreach (GalleryCase @case in cases)
            {
                report($"{results.Count + 1} of {cases.Count}: {@case.Name}");
                results.Add(runner.Run(@case, log.Of(@case.Kernel), out Array[] outputs));
                if (picturePath is not null && @case.Draw is { } draw)
                {
                    using FileStream file = File.Create(picturePath);
                    PngWriter.Write(file, draw(outputs));
                }
            }
        });

        ResultTable.Write(console, results);
        if (jsonPath is not null)
        {
            JsonReport.Write(jsonPath, results);
        }

        string[] failed = [.. results.Where(result => !result.Passed).Select(result => result.Name)];
        console.WriteLine(failed.Length == 0 ? "All outputs agree." : $"Outputs differ: {string.Join(", ", failed)}");
        return failed.Length == 0 ? 0 : 1;
    }
}
