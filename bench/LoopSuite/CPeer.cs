using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoPar.LoopSuite;

/// <summary>The loops in C, compiled now by a compiler of this machine, and called on the same arrays.</summary>
internal sealed unsafe class CPeer
{
    private const string Flags = "-O3 -march=native -ffast-math -shared -fPIC";

    private readonly nint _library;

    private CPeer(string name, nint library) => (Name, _library) = (name, library);

    public string Name { get; }

    /// <summary>Those that are installed, each at its best.</summary>
    public static CPeer[] All() =>
        [.. new[] { Compile("gcc", "gcc", Flags), Compile("clang", "clang-19", Flags + " -fveclib=libmvec") }.OfType<CPeer>()];

    /// <summary>The call, repeated, and where its last result goes.</summary>
    public (Action<int> Run, IStrongBox? Result) Form(LoopCase loop, LoopData data)
    {
        var run = (delegate* unmanaged[Cdecl]<nint*, int, void>)NativeLibrary.GetExport(_library, "run_" + loop.Name);
        object result = RuntimeHelpers.GetUninitializedObject(loop.AsWritten.ReturnType == typeof(void) ? typeof(int) : loop.AsWritten.ReturnType);
        nint[] places = GC.AllocateArray<nint>(loop.Parameters.Length + 1, pinned: true);
        for (int i = 0; i < loop.Parameters.Length; i++)
        {
            places[i] = data.Address(loop.Parameters[i].Name!);
        }

        places[^1] = GCHandle.Alloc(result, GCHandleType.Pinned).AddrOfPinnedObject();
        return (calls => run((nint*)Unsafe.AsPointer(ref places[0]), calls), loop.AsWritten.ReturnType == typeof(void) ? null : new StrongBoxOf(result));
    }

    private static CPeer? Compile(string name, string compiler, string flags)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("autopar-suite-");
        try
        {
            string loops = Path.Combine(folder.FullName, "loops.c");
            string repetitions = Path.Combine(folder.FullName, "repetitions.c");
            string output = Path.Combine(folder.FullName, name + ".so");
            File.WriteAllText(loops, CTranslation.Loops());
            File.WriteAllText(repetitions, CTranslation.Repetitions());
            using Process process = Process.Start(new ProcessStartInfo(compiler, $"{flags} -o \"{output}\" \"{loops}\" \"{repetitions}\" -lm")
            {
                RedirectStandardError = true,
            })!;
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                Console.WriteLine($"{name}: skipped, {errors}");
                return null;
            }

            Console.WriteLine($"{compiler} {flags}");
            return new CPeer(name, NativeLibrary.Load(output));
        }
        catch (Exception exception) when (exception is Win32Exception or DllNotFoundException)
        {
            Console.WriteLine($"{name}: skipped, {exception.Message}");
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A result that C writes into a boxed number.</summary>
    private sealed class StrongBoxOf(object value) : IStrongBox
    {
        public object? Value
        {
            get => RuntimeHelpers.GetObjectValue(value);
            set => throw new NotSupportedException();
        }
    }
}
