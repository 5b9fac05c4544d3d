using System.Globalization;
using Gallery.Measuring;
using Spectre.Console;

namespace Gallery.Output;

/// <summary>The table, and below it what the compiler said about what it refused.</summary>
internal static class ResultTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<Measurement> measurements)
    {
        var table = new Table().Border(console.Profile.Out.IsTerminal ? TableBorder.Rounded : TableBorder.Ascii);
        foreach (string column in (string[])["kernel", "computes", "size"])
        {
            table.AddColumn(new TableColumn(column).NoWrap());
        }

        foreach (string column in (string[])["sequential", "vectorized", "parallel", "outputs"])
        {
            table.AddColumn(new TableColumn(column).NoWrap().RightAligned());
        }

        table.AddColumn(new TableColumn("verdict").NoWrap());
        foreach (Measurement m in measurements)
        {
            table.AddRow(
                new Markup(Markup.Escape(m.Name)),
                new Markup(Markup.Escape(m.Formula)),
                new Markup(m.Size),
                new Markup(Milliseconds(m.SequentialMilliseconds)),
                Form(m.VectorizedMilliseconds, m, m.Verdict.IsVectorized),
                Form(m.ParallelMilliseconds, m, m.Verdict.IsParallelized),
                new Markup(m.Passed ? Outputs(m) : $"[red]{Outputs(m)}[/]"),
                new Markup($"threads {Word(m.Verdict.Threads, m.Verdict.IsParallelized)}, lanes {Word(m.Verdict.Lanes, m.Verdict.IsVectorized)}"));
        }

        console.Write(table);
        foreach (Measurement m in measurements)
        {
            foreach (string message in m.Verdict.Messages.Where(message => !message.StartsWith("AP3", StringComparison.Ordinal)))
            {
                console.WriteLine($"{m.Name}: {message}");
            }
        }
    }

    private static Markup Form(double milliseconds, Measurement m, bool done)
    {
        string text = $"{Milliseconds(milliseconds)} {(m.SequentialMilliseconds / milliseconds).ToString("0.0", CultureInfo.InvariantCulture),5}×";
        return new Markup(done ? $"[green]{text}[/]" : $"[grey]{text}[/]");
    }

    private static string Outputs(Measurement m) =>
        !m.SameBitsOnAnyThreads ? "bits depend on threads"
        : Math.Max(m.VectorizedDifference, m.ParallelDifference) is var difference && difference == 0 ? "identical bits"
        : double.IsInfinity(difference) ? "differ"
        : difference.ToString("0.0e-0", CultureInfo.InvariantCulture);

    private static string Word(string? ruleId, bool done) => done ? "yes" : ruleId ?? "?";

    private static string Milliseconds(double value) =>
        value.ToString(value < 10 ? "0.000" : "0.0", CultureInfo.InvariantCulture) + " ms";
}
