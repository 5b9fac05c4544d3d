using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace AutoPar.Overhead;

/// <summary>The loops in Numba, in a Python process of its own.</summary>
internal static class NumbaPeer
{
    /// <summary>Nanoseconds, hot and parked, by name; empty when no Python here has Numba.</summary>
    public static Dictionary<string, (double Hot, double Parked)> Run(IEnumerable<int> lengths)
    {
        var times = new Dictionary<string, (double, double)>();
        string script = Path.Combine(AppContext.BaseDirectory, "overhead.py");
        foreach (string python in (string[])[Environment.GetEnvironmentVariable("AUTOPAR_PYTHON") ?? "python3", "/usr/bin/python3"])
        {
            try
            {
                using Process process = Process.Start(new ProcessStartInfo(python, $"\"{script}\" {Forms.ChainSteps} {string.Join(' ', lengths)}")
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!;
                process.ErrorDataReceived += (_, _) => { };
                process.BeginErrorReadLine();
                string output = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode != 0)
                {
                    continue;
                }

                using JsonDocument results = JsonDocument.Parse(output);
                foreach (JsonElement result in results.RootElement.EnumerateArray())
                {
                    times[result.GetProperty("name").GetString()!] = (result.GetProperty("hot").GetDouble(), result.GetProperty("parked").GetDouble());
                }

                return times;
            }
            catch (Win32Exception)
            {
                // No such interpreter.
            }
        }

        Console.WriteLine("Numba: skipped, no Python with Numba was found");
        return times;
    }
}
