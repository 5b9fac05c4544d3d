namespace AutoPar.Package.Tests;

/// <summary>What a user gets who does nothing but add the package.</summary>
public class ConsumerTests(PackageFixture package)
{
    /// <summary>
    /// A short second array makes the loop throw. The frame that throws says which form the call ran: a guard that
    /// fails runs the loop as written, but in the form that was called.
    /// </summary>
    private const string Program = """
        using AutoPar;

        double[] x = [.. Enumerable.Range(0, 100_000).Select(i => (double)i)];
        double[] y = [.. Enumerable.Range(0, 100_000).Select(i => 2.0)];
        double expected = Kernels.DotSequential(x, y);
        Console.WriteLine($"equal {Kernels.Dot(x, y).Equals(expected)} {Kernels.DotParallel(x, y).Equals(expected)} {Kernels.DotVectorized(x, y).Equals(expected)}");
        Console.WriteLine($"as called: {FormThatThrows(() => Kernels.Dot(x, []))}");
        Console.WriteLine($"sequential: {FormThatThrows(() => Kernels.DotSequential(x, []))}");

        static string FormThatThrows(Func<double> call)
        {
            try
            {
                return $"{call()}";
            }
            catch (IndexOutOfRangeException exception)
            {
                string trace = exception.StackTrace ?? "";
                return trace.Contains("DotParallel", StringComparison.Ordinal) ? "generated"
                    : trace.Contains("Kernels.Dot(", StringComparison.Ordinal) ? "as written"
                    : trace;
            }
        }

        internal static partial class Kernels
        {
            [Parallelize, Vectorize]
            public static double Dot(double[] x, double[] y)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += x[i] * y[i];
                }

                return sum;
            }
        }
        """;

    [Fact]
    public async Task Calls_are_intercepted_and_nothing_warns()
    {
        string output = await new ConsumerProject(package, "default", Program).BuildAndRunAsync();
        Assert.Contains("equal True True True", output);
        Assert.Contains("as called: generated", output);
        Assert.Contains("sequential: as written", output);
    }

    [Fact]
    public async Task Generated_code_of_many_shapes_does_not_warn()
    {
        const string shapes = """
            using System.Globalization;
            using AutoPar;

            float[] x = [.. Enumerable.Range(0, 10_000).Select(i => i % 100 / 100f)];
            float[] y = [.. x];
            Shapes.Scale(x, 2);
            Shapes.ScaleSequential(y, 2);
            double[] smooth = new double[100];
            Shapes.Smooth([.. Enumerable.Range(0, 100).Select(i => i / 50.0)], smooth);
            double[] product = new double[32 * 32];
            Shapes.Multiply(product, [.. Enumerable.Repeat(1.0, 32 * 32)], [.. Enumerable.Repeat(2.0, 32 * 32)], 32);
            string[] names = new string[100];
            Shapes.Names(names, [.. Enumerable.Range(0, 100)]);
            double[] samples = [.. Enumerable.Repeat(3.0, 10_000)];
            new Mixer(0.5).Apply(samples);
            Console.WriteLine($"{x.AsSpan().SequenceEqual(y)} {smooth[25]} {product[33]} {names[99]} {samples[9_999]} {Shapes.Least([5, 3, 4])}");

            internal static partial class Shapes
            {
                [Parallelize, Vectorize]
                public static void Scale(Span<float> values, float factor)
                {
                    for (int i = 0; i < values.Length; i++)
                    {
                        values[i] *= factor;
                    }
                }

                [Parallelize, Vectorize]
                public static int Least(List<int> values)
                {
                    int least = int.MaxValue;
                    foreach (int value in values)
                    {
                        if (value < least)
                        {
                            least = value;
                        }
                    }

                    return least;
                }

                [Parallelize, Vectorize]
                public static double Smooth(double v) => v <= 0 ? 0 : v >= 1 ? 1 : v * v * (3 - (2 * v));

                [Parallelize]
                public static void Names(string[] names, int[] values)
                {
                    for (int i = 0; i < names.Length; i++)
                    {
                        names[i] = values[i].ToString(CultureInfo.InvariantCulture);
                    }
                }

                [Parallelize, Vectorize]
                public static void Multiply(double[] result, double[] a, double[] b, int n)
                {
                    for (int i = 0; i < n; i++)
                    {
                        for (int k = 0; k < n; k++)
                        {
                            for (int j = 0; j < n; j++)
                            {
                                result[(i * n) + j] += a[(i * n) + k] * b[(k * n) + j];
                            }
                        }
                    }
                }
            }

            internal sealed partial class Mixer(double gain)
            {
                private readonly double _gain = gain;

                [Parallelize, Vectorize]
                public void Apply(double[] samples)
                {
                    for (int i = 0; i < samples.Length; i++)
                    {
                        samples[i] *= _gain;
                    }
                }
            }
            """;
        string output = await new ConsumerProject(package, "shapes", shapes).BuildAndRunAsync("-p:InvariantGlobalization=true");
        Assert.Contains("True 0.5 64 99 1.5 3", output);
    }

    [Fact]
    public async Task The_property_turns_interception_off_and_leaves_the_siblings()
    {
        string output = await new ConsumerProject(
            package, "not-intercepted", Program, "<AutoParIntercept>false</AutoParIntercept>").BuildAndRunAsync();
        Assert.Contains("equal True True True", output);
        Assert.Contains("as called: as written", output);
        Assert.Contains("sequential: as written", output);
    }

    [Fact]
    public async Task A_project_that_lists_its_own_interceptor_namespaces_keeps_interception()
    {
        string output = await new ConsumerProject(
            package, "own-namespaces", Program, "<InterceptorsNamespaces>Own.Generated</InterceptorsNamespaces>").BuildAndRunAsync();
        Assert.Contains("as called: generated", output);
    }

    [Fact]
    public async Task A_project_made_for_native_AOT_is_not_warned()
    {
        string output = await new ConsumerProject(
            package, "aot", Program, "<IsAotCompatible>true</IsAotCompatible>", "net10.0", "microsoft.net.illink.tasks").BuildAndRunAsync();
        Assert.Contains("as called: generated", output);
    }

    [Fact]
    public async Task An_older_framework_has_the_attributes_and_nothing_else()
    {
        const string library = """
            using AutoPar;

            namespace Library
            {
                internal static class Kernels
                {
                    [Parallelize, Vectorize]
                    internal static void Scale(double[] a, [NoAlias] double[] b)
                    {
                        for (int i = 0; i < a.Length; i++)
                        {
                            a[i] *= b[i];
                        }
                    }
                }
            }
            """;
        (int exitCode, string output) = await new ConsumerProject(
            package, "older", library, "<ImplicitUsings>disable</ImplicitUsings><LangVersion>latest</LangVersion><AnalysisLevel>none</AnalysisLevel>",
            "netstandard2.0", "netstandard.library", "microsoft.netcore.platforms").BuildAsync();
        Assert.True(exitCode == 0, output);
        Assert.Contains("nothing is generated for netstandard2.0", output);
    }

    [Fact]
    public async Task A_race_is_reported_in_the_build_and_in_the_error_log()
    {
        const string racy = """
            using AutoPar;

            double[] a = new double[100];
            Kernels.Smooth(a);
            Console.WriteLine($"{a[0]}");

            internal static partial class Kernels
            {
                [Parallelize]
                public static void Smooth(double[] a)
                {
                    for (int i = 1; i < a.Length; i++)
                    {
                        a[i] = 1 / (a[i - 1] + 2);
                    }
                }
            }
            """;
        var project = new ConsumerProject(package, "racy", racy, "<ErrorLog>$(MSBuildProjectDirectory)/log.sarif,version=2.1</ErrorLog>");
        (int exitCode, string output) = await project.BuildAsync("-p:TreatWarningsAsErrors=false");
        Assert.True(exitCode == 0, output);
        Assert.Contains("warning AP1001", output);
        Assert.Contains("warning AP2001", output);
        Assert.Contains("docs/rules/AP1001.md", output);

        string log = await File.ReadAllTextAsync(Path.Combine(package.Root, "racy", "log.sarif"));
        Assert.Contains("\"AP1001\"", log);
    }
}
