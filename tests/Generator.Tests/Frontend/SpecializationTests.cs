using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Frontend;

/// <summary>Which copies a method gets that is generic in a number: those whose text means the same for the type.</summary>
public class SpecializationTests
{
    private const string All = "double float int long uint ulong";

    [Theory]
    [InlineData("INumber<T>", All)]
    [InlineData("struct, INumberBase<T>", All)]
    [InlineData("unmanaged, IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>", All)]
    [InlineData("INumber<T>, IMinMaxValue<T>, IComparable<T>, new()", All)]
    [InlineData("INumber<T>, ISignedNumber<T>", "double float int long")]
    [InlineData("INumber<T>, IFloatingPoint<T>", "double float")]
    [InlineData("IBinaryInteger<T>", "int long uint ulong")]
    [InlineData("class, INumber<T>", "")]
    [InlineData("System.IO.Stream, INumber<T>", "")]
    [InlineData("INumber<T>, IOwn", "")]
    [InlineData("IAdditionOperators<T, int, T>, IMultiplyOperators<T, T, T>, IAdditionOperators<T, T, T>", "int")]
    public void The_constraints_choose_the_types(string constraints, string types) =>
        Assert.Equal(types, Types($"static void F<T>(T[] x, T k) where T : {constraints} {{ for (int i = 0; i < x.Length; i++) x[i] = x[i] * k + k; }} interface IOwn;"));

    [Theory]
    [InlineData("T[] x, T[,] m, T[][] j, List<T> l, Span<T> s, ReadOnlySpan<T> r, ref T a, in T b, out T c, int n, Func<int, int> f", All)]
    [InlineData("T[] x, Func<T, T> f", "")]
    [InlineData("T[] x, IList<T> f", "")]
    [InlineData("T[] x, ref T[] f", "")]
    [InlineData("T[] x, (T, T) f", "")]
    [InlineData("T[] x, List<T[]> f", "")]
    [InlineData("T[] x, T? f", "")]
    public void Each_parameter_can_be_handed_over(string parameters, string types)
    {
        string assigned = parameters.Contains("out T c", StringComparison.Ordinal) ? "c = T.One;" : "";
        Assert.Equal(types, Types($"static void F<T>({parameters}) where T : INumber<T> {{ {assigned} for (int i = 0; i < x.Length; i++) x[i] += x[i]; }}"));
    }

    [Theory]
    [InlineData("T.Zero + T.One * T.AdditiveIdentity + T.MultiplicativeIdentity", All)]
    [InlineData("T.Zero - T.One", "double float int long")]
    [InlineData("T.CreateChecked(3) * T.CreateSaturating(i)", All)]
    [InlineData("T.Max(x[i], k) - T.Min(x[i], k) + T.Clamp(x[i], k, k)", All)]
    [InlineData("i > 3 ? default : default(T)", All)]
    [InlineData("x[i].CompareTo(k) > 0 && x[i] >= k ? x[i] : k", All)]
    [InlineData("x[i] % k / k", All)]
    [InlineData("-x[i]", "double float int long")]
    [InlineData("T.Abs(x[i])", "double float int long")]
    [InlineData("Generic(x[i])", All)]
    [InlineData("Local(x[i])", All)]
    [InlineData("Overloaded(x[i])", "float int long uint ulong")]
    [InlineData("Constant(T.Zero, x[i])", All)]
    [InlineData("x[i].Extended()", "double float long uint ulong")]
    [InlineData("checked(x[i] + k)", "")]
    [InlineData("(T)(object)x[i]", "")]
    [InlineData("x[i] is double ? k : x[i]", "")]
    [InlineData("typeof(T) == typeof(int) ? k : x[i]", "")]
    [InlineData("nameof(T).Length > 3 ? k : x[i]", "")]
    [InlineData("x[i].Equals(null) ? k : x[i]", "")]
    [InlineData("x[i].ToString() == \"1\" ? k : x[i]", "")]
    [InlineData("Boxed(x[i]) ? k : x[i]", "")]
    [InlineData("Caller() > 3 ? k : x[i]", "")]
    [InlineData("new[] { k, x[i] }[0]", "")]
    public void Each_operation_is_the_same(string value, string types) => Assert.Equal(types, Types($$"""
        static void F<T>(T[] x, T k) where T : INumber<T>
        {
            static T Local(T v) => v + v;
            for (int i = 0; i < x.Length; i++)
                x[i] = {{value}};
        }
        static T Generic<T>(T v) where T : INumber<T> => v + v;
        static double Overloaded(double v) => v;
        static T Overloaded<T>(T v) where T : INumber<T> => v + v;
        static T Constant<T>(T v, T w) => w;
        static bool Boxed(object v) => v is int;
        static int Caller([System.Runtime.CompilerServices.CallerMemberName] string name = "") => name.Length;
        }
        static class More
        {
            public static T Extended<T>(this T v) where T : INumber<T> => v;
            public static int Extended(this int v) => v + 1;
        """));

    /// <summary>With a setting of the project's, sums of a type parameter are checked, too.</summary>
    [Fact]
    public void A_checked_project_has_none() =>
        Assert.Empty(TestCompilation.LowerMethod("static void F<T>(T[] x) where T : INumber<T> { for (int i = 0; i < x.Length; i++) x[i] += x[i]; }", isChecked: true).Specializations);

    [Fact]
    public void Where_a_name_is_taken_the_copies_have_others()
    {
        IReadOnlyList<MethodModel> methods = TestCompilation.LowerAll(TestCompilation.InClass("""
            [Vectorize] static void F<T>(T[] x) where T : INumber<T> { for (int i = 0; i < x.Length; i++) x[i] += x[i]; }
            static int FOfDouble;
            static void FOfInt(string s) { }
            static void FOfUIntVectorized(uint[] x) { }
            """));
        Assert.Equal(6, methods.Single().Specializations.Count);
        Assert.DoesNotContain(methods.Single().Specializations, copy => copy.Copy.Signature.Name is "FOfDouble" or "FOfInt" or "FOfUInt");
    }

    [Fact]
    public void Overloads_have_copies_of_their_own()
    {
        IReadOnlyList<MethodModel> methods = TestCompilation.LowerAll(TestCompilation.InClass("""
            [Vectorize] static void F<T>(T[] x) where T : INumber<T> { for (int i = 0; i < x.Length; i++) x[i] += x[i]; }
            [Vectorize] static void F<T>(Span<T> x) where T : INumber<T> { for (int i = 0; i < x.Length; i++) x[i] += x[i]; }
            """));
        string[] prefixes = [.. methods.SelectMany(method => method.Specializations).Select(copy => copy.Copy.MemberPrefix)];
        Assert.Equal(12, prefixes.Distinct().Count());
    }

    /// <summary>What is found in a copy is told where its text came from.</summary>
    [Fact]
    public void Places_are_those_of_the_original()
    {
        MethodModel method = TestCompilation.LowerMethod("""
            static void F<T>(T[] x, T[] y,
                T k) where T : INumber<T>
            {
                T two = T.One + T.One; /* T */ for (int i = 1; i < x.Length; i++) { T v = T.Zero + x[i - 1]; x[i] = v * two; }
            #if T
                for (;;) { }
            #endif
                for (int i = 0; i < y.Length; i++)
                    y[i] = T.CreateChecked(i);
            }
            """);
        Assert.Equal(6, method.Specializations.Count);
        foreach (Specialization copy in method.Specializations)
        {
            Assert.Equal(method.Location, copy.Copy.Location);
            Assert.Equal(method.Nests.Select(nest => nest.Location), copy.Copy.Nests.Select(nest => nest.Location));
            Assert.Equal(method.Nests.Select(nest => nest.Root!.Location), copy.Copy.Nests.Select(nest => nest.Root!.Location));
        }
    }

    private static string Types(string members) =>
        string.Join(" ", TestCompilation.LowerAll(TestCompilation.InClass("[Parallelize, Vectorize]\n" + members), allowErrors: true)
            .Single().Specializations.Select(copy => copy.TypeText));
}
