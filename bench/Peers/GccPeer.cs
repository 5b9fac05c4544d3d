using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AutoPar.Bench;

namespace AutoPar.Peers;

/// <summary>The kernels in C, compiled now by the gcc of this machine, and called on the same arrays.</summary>
internal sealed unsafe class GccPeer
{
    private const string Flags = "-O3 -march=native -ffast-math -fopenmp -shared -fPIC";

    private readonly nint _library;

    private GccPeer(nint library) => _library = library;

    /// <summary>Null, with the reason, when there is no gcc or it fails.</summary>
    public static GccPeer? Compile(out string description)
    {
        string output = Path.Combine(Path.GetTempPath(), $"autopar-peers-{Environment.ProcessId}.so");
        string source = Path.Combine(AppContext.BaseDirectory, "peers.c");
        try
        {
            using Process gcc = Process.Start(new ProcessStartInfo("gcc", $"{Flags} -o \"{output}\" \"{source}\"") { RedirectStandardError = true })!;
            string errors = gcc.StandardError.ReadToEnd();
            gcc.WaitForExit();
            if (gcc.ExitCode != 0)
            {
                description = $"gcc: skipped, it could not compile peers.c: {errors}";
                return null;
            }

            nint library = NativeLibrary.Load(output);
            File.Delete(output);
            description = $"gcc {Flags}";
            return new GccPeer(library);
        }
        catch (Exception exception) when (exception is Win32Exception or DllNotFoundException)
        {
            description = $"gcc: skipped, {exception.Message}";
            return null;
        }
    }

    /// <summary>The call, repeated, on one thread.</summary>
    public Action<int> OneThread(BenchCase @case) => Form(@case, "_one");

    /// <summary>The call, repeated, with OpenMP.</summary>
    public Action<int> AllThreads(BenchCase @case) => Form(@case, "_all");

    private Action<int> Form(BenchCase @case, string suffix)
    {
        nint function = NativeLibrary.GetExport(_library, $"{@case.Kernel}_{@case.Type}{suffix}");
        return @case.Arrays switch
        {
            (double[] x, double[] y, double[] z) => @case.ReturnsNumber
                ? Reduction(function, x, y)
                : Map(function, 1e-6, x, y, z),
            (float[] x, float[] y, float[] z) => @case.ReturnsNumber
                ? Reduction(function, x, y)
                : Map(function, 1e-6f, x, y, z),
            _ => throw new NotSupportedException(),
        };
    }

    private static Action<int> Map<T>(nint function, T factor, T[] x, T[] y, T[] z)
        where T : unmanaged
    {
        var call = (delegate* unmanaged[Cdecl]<long, T, T*, T*, T*, void>)function;
        return calls =>
        {
            for (int i = 0; i < calls; i++)
            {
                call(x.Length, factor, Address(x), Address(y), Address(z));
            }
        };
    }

    private static Action<int> Reduction<T>(nint function, T[] x, T[] y)
        where T : unmanaged
    {
        var call = (delegate* unmanaged[Cdecl]<long, T*, T*, T>)function;
        return calls =>
        {
            for (int i = 0; i < calls; i++)
            {
                call(x.Length, Address(x), Address(y));
            }
        };
    }

    // The arrays are pinned, see AlignedArray.
    private static T* Address<T>(T[] array)
        where T : unmanaged => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
}
