using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace AutoPar.Peers;

/// <summary>The kernels in Numba, in a Python process of their own: nanoseconds a call.</summary>
internal static class NumbaPeer
{
    /// <summary>Empty, with the reason, when no Python here has Numba. AUTOPAR_PYTHON names another interpreter.</summary>
    public static Dictionary<(string Kernel, string Type, int Length), (double One, double All)> Run(IEnumerable<int> lengths, out string description)
    {
        var times = new Dictionary<(string, string, int), (double, double)>();
        string script = Path.Combine(AppContext.BaseDirectory, "peers.py");
        description = "numba: skipped, no Python with Numba was found";
        foreach (string python in (string[])[Environment.GetEnvironmentVariable("AUTOPAR_PYTHON") ?? "python3", "/usr/bin/python3"])
        {
            if (Output(python, $"\"{script}\" {string.Join(' ', lengths)}") is not { } output)
            {
                continue;
            }

            using JsonDocument results = JsonDocument.Parse(output);
            foreach (JsonElement result in results.RootElement.EnumerateArray())
            {
                times[(result.GetProperty("kernel").GetString()!, result.GetProperty("type").GetString()!, result.GetProperty("n").GetInt32())] =
                    (result.GetProperty("one").GetDouble(), result.GetProperty("all").GetDouble());
            }

            description = "numba: njit(fastmath=True), prange, in a process of its own";
            break;
        }

        return times;
    }

    private static string? Output(string program, string arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

            // Both pipes are drained, or the process might block on one of them.
            Task errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            errors.Wait();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
