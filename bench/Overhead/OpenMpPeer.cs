using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoPar.Overhead;

/// <summary>The loops in C under OpenMP, compiled now by the gcc of this machine, in this process.</summary>
internal sealed unsafe class OpenMpPeer
{
    private const string Flags = "-O3 -march=native -ffast-math -fopenmp -shared -fPIC";

    private readonly nint _library;

    private OpenMpPeer(nint library) => _library = library;

    /// <summary>Null when there is no gcc or it fails; the reason is printed.</summary>
    public static OpenMpPeer? Compile()
    {
        string output = Path.Combine(Path.GetTempPath(), $"autopar-overhead-{Environment.ProcessId}.so");
        string source = Path.Combine(AppContext.BaseDirectory, "overhead.c");
        try
        {
            using Process gcc = Process.Start("gcc", $"{Flags} -o \"{output}\" \"{source}\"");
            gcc.WaitForExit();
            nint library = NativeLibrary.Load(output);
            File.Delete(output);
            return new OpenMpPeer(library);
        }
        catch (Exception exception) when (exception is Win32Exception or DllNotFoundException)
        {
            Console.WriteLine($"OpenMP: skipped, {exception.Message}");
            return null;
        }
    }

    /// <summary>A call of one of its loops; the arrays are pinned or empty.</summary>
    public Action Form(string name, long count, double[] x, double[] y)
    {
        var call = (delegate* unmanaged[Cdecl]<long, double, double*, double*, void>)NativeLibrary.GetExport(_library, name);
        return () => call(count, 1e-6, Address(x), Address(y));
    }

    private static double* Address(double[] array) => (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
}
