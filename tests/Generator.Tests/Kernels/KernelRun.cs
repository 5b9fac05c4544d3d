using System.Reflection;
using System.Runtime.InteropServices;
using AutoPar.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoPar.Generator.Tests.Kernels;

/// <summary>Compiles a case and compares the kernel with the method as written, bit by bit, over many trip counts.</summary>
internal static class KernelRun
{
    private static readonly int[] s_sizes = [.. Enumerable.Range(0, 36), 63, 64, 65, 127, 129, 200, 331];

    /// <param name="seeds">Seeds for the inputs; each gives another mix of ordinary and special values.</param>
    public static void Check(KernelCase kernel, bool isChecked = false, double tolerance = 0, int seeds = 3)
    {
        string source = kernel.Source();
        Type type = Compile(source, isChecked).GetType("Tests.Kernels")!;
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        MethodInfo written = type.GetMethod("F", Any)!;
        MethodInfo vector = type.GetMethod("G", Any)!;
        for (int seed = 0; seed < seeds; seed++)
        {
            foreach (int size in s_sizes)
            {
                object?[] expected = Inputs.For(written, size, seed);
                object?[] actual = Inputs.For(written, size, seed);
                object? expectedResult = Invoke(written, expected);
                object? actualResult = Invoke(vector, actual);
                string where = $"n = {size}, seed {seed}\n{source}";
                Same(expectedResult, actualResult, "result, " + where, tolerance);
                for (int parameter = 0; parameter < expected.Length; parameter++)
                {
                    Same(expected[parameter], actual[parameter], $"{written.GetParameters()[parameter].Name}, {where}", tolerance);
                }
            }
        }
    }

    public static Assembly Compile(string members, bool isChecked)
    {
        CSharpCompilation compilation = TestCompilation.Create("#pragma warning disable\n" + TestCompilation.InClass(members), isChecked);
        compilation = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release).WithAllowUnsafe(false));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error).Take(5)) + "\n" + members);
        return Assembly.Load(stream.ToArray());
    }

    private static object? Invoke(MethodInfo method, object?[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException exception)
        {
            return exception.InnerException!.GetType().Name;
        }
    }

    private static void Same(object? expected, object? actual, string where, double tolerance)
    {
        if (expected is Array items)
        {
            var others = (Array)actual!;
            int position = 0;
            foreach ((object? left, object? right) in items.Cast<object?>().Zip(others.Cast<object?>()))
            {
                Same(left, right, $"[{position++}] of {where}", tolerance);
            }

            return;
        }

        bool same = (expected, actual) switch
        {
            (double x, double y) => (double.IsNaN(x) && double.IsNaN(y)) || BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y)
                || Math.Abs(x - y) <= tolerance * Math.Max(1, Math.Abs(x)),
            (float x, float y) => (float.IsNaN(x) && float.IsNaN(y)) || BitConverter.SingleToInt32Bits(x) == BitConverter.SingleToInt32Bits(y)
                || Math.Abs(x - y) <= tolerance * Math.Max(1, Math.Abs(x)),
            _ => Equals(expected, actual),
        };
        Assert.True(same, $"{expected} expected, {actual} found: {where}");
    }
}
