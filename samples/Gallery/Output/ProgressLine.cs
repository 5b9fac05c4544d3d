using Spectre.Console;

namespace Gallery.Output;

/// <summary>Tells what is being run: one line that changes on a terminal, a line for each case elsewhere.</summary>
internal static class ProgressLine
{
    public static void Run(IAnsiConsole console, Action<Action<string>> work)
    {
        if (console.Profile.Out.IsTerminal)
        {
            console.Status().Start("…", context => work(text => context.Status(Markup.Escape(text))));
        }
        else
        {
            work(console.WriteLine);
        }
    }
}
