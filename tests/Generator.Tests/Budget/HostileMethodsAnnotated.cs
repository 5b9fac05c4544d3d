namespace AutoPar.Generator.Tests.Budget;

internal static partial class HostileMethods
{
    /// <summary>Methods with <c>[Parallelize, Vectorize]</c>, by name.</summary>
    public static IReadOnlyDictionary<string, string> Annotated { get; } = new Dictionary<string, string>
    {
        ["200 loops"] = Method("double[] a, double[] b, int n", Lines(200, number => $"for (int i = 0; i < n; i++) a[i + {number}] = b[i] * {number} + a[i];")),
        ["300 accesses, symbolic subscripts"] = Method(
            "double[] a, int n, " + Symbols(20), $"for (int i = 0; i < n; i++) {{ {Lines(150, number => $"a[i * s{number % 20} + {number}] = a[i + s{(number + 7) % 20}] + 1;")} }}"),
        ["300 accesses, one array"] = Method("double[] a, int n", $"for (int i = 0; i < n; i++) {{ {Lines(150, number => $"a[2 * i + {number}] = a[3 * i - {number}] + 1;")} }}"),
        ["300 accesses in two loops"] = Method(
            "double[] a, int n, int w", $"for (int i = 0; i < n; i++) for (int j = 0; j < w; j++) {{ {Lines(150, number => $"a[i * w + j + {number}] = a[i * w - 2 * j - {number}] + 1;")} }}"),
        ["100 arrays"] = Method(
            Joined(100, ", ", number => $"double[] a{number}") + ", int n", $"for (int i = 0; i < n; i++) {{ {Lines(100, number => $"a{number}[i] = a{(number + 1) % 100}[i] + 1;")} }}"),
        ["100 spans"] = Method(
            Joined(100, ", ", number => $"Span<double> a{number}") + ", int n", $"for (int i = 0; i < n; i++) {{ {Lines(100, number => $"a{number}[i] = a{(number + 1) % 100}[i] + 1;")} }}"),
        ["8-deep nest"] = Method("double[] a, int n", Nest(8, $"a[{Joined(8, " + ", level => $"{level + 2} * i{level}")}] = a[{Joined(8, " + ", level => $"{9 - level} * i{level}")}] + 1;")),
        ["8-deep nest, independent of all indices"] = Method("double[] a, int n", Nest(8, "a[n] = a[n + 1] + a[2 * n];")),
        ["8-deep nest, symbolic strides"] = Method(
            "double[] a, int n, " + Symbols(8), Nest(8, $"a[{Joined(8, " + ", level => $"s{level} * i{level}")}] = a[{Joined(8, " + ", level => $"s{7 - level} * i{level}")}] + 1;")),
        ["8-deep triangular nest"] = Method("double[] a, int n", Nest(8, $"a[{Joined(8, " + ", level => $"i{level}")}] = a[{Joined(8, " + ", level => $"{level + 1} * i{level}")}] + 1;", triangular: true)),
        ["20-deep nest"] = Method("double[] a, int n", Nest(20, "a[i0] = a[i19 + 1] + 1;")),
        ["subscripts with 20 symbols"] = Method(
            "double[] a, int n, " + Symbols(20), $"for (int i = 0; i < n; i++) a[{Joined(20, " + ", number => $"s{number}")} + i] = a[{Joined(20, " - ", number => $"{number + 2} * s{number}")} - i] + 1;"),
        ["product of sums of symbols"] = Method(
            "double[] a, int n, " + Symbols(24), $"for (int i = 0; i < n; i++) a[{Joined(6, " * ", number => $"({Joined(4, " + ", part => $"s{(number * 4) + part}")} + i)")}] = i;"),
        ["40 divisions and remainders"] = Method(
            "double[] a, int n", $"for (int i = 0; i < n; i++) {{ {Lines(40, number => $"a[i / {number + 2} + i % {number + 3}] = a[(i + {number}) / 7 * 3 + i % 5] + 1;")} }}"),
        ["200 nested conditions"] = Method(
            "double[] a, int n", $"for (int i = 0; i < n; i++) {{ {Joined(60, "", number => $"if (a[i + {number}] > {number}) {{ ")}a[i] = 1;{new string('}', 60)} }}"),
        ["40 nested remainders"] = Method("double[] a, int n", $"for (int i = 0; i < n; i++) a[{Joined(40, "", _ => "(")}i{Joined(40, "", number => $" % {number + 5} + {number})")}] = i;"),
        ["300 scalars"] = Method(
            "double[] a, int n", $"{Lines(300, number => $"double t{number} = {number};")} for (int i = 0; i < n; i++) {{ {Lines(300, number => $"t{number} = t{(number + 1) % 300} * a[i];")} }} {Lines(300, number => $"a[0] += t{number};")}"),
        ["300 sums"] = Method(
            "double[] a, int n", $"{Lines(300, number => $"double t{number} = 0;")} for (int i = 0; i < n; i++) {{ {Lines(300, number => $"t{number} += a[i] * {number};")} }} {Lines(300, number => $"a[0] += t{number};")}"),
        ["chain of 200 affine scalars"] = Method(
            "double[] a, int n", $"for (int i = 0; i < n; i++) {{ int t0 = i; {Lines(200, number => $"int t{number + 1} = t{number} + {number};")} a[t200] = a[t100] + 1; }}"),
        ["expression of 180 terms"] = Method("double[] a, double[] b, int n", $"for (int i = 0; i < n; i++) a[i] = {Joined(180, " + ", number => $"b[i] * {number}")};"),
        ["expression of 10,000 terms"] = Method("double[] a, double[] b, int n", $"for (int i = 0; i < n; i++) a[i] = {Joined(10_000, " + ", number => $"b[i] * {number}")};"),
        ["expression of 1,000 terms"] = Method("double[] a, double[] b, int n", $"for (int i = 0; i < n; i++) a[i] = {Joined(1000, " + ", number => $"b[i] * {number}")};"),
        ["2,000 statements"] = Method("double[] a, double[] b, int n", $"for (int i = 0; i < n; i++) {{ double t = 0; {Lines(2000, number => $"t = t * {number} + b[i];")} a[i] = t; }}"),
        ["100 calls that are inlined"] = Method(
            "double[] a, int n", $"for (int i = 0; i < n; i++) {{ {Lines(100, _ => "a[i] = F0(a[i]);")} }}",
            Lines(12, number => $"static double F{number}(double x) => {(number == 11 ? "x + 1" : $"F{number + 1}(x) + F{number + 1}(x + 1)")};")),
        ["30 loops inside"] = Method(
            "double[] a, double[] b, int n", $"for (int t = 0; t < n; t++) {{ {Lines(30, number => $"for (int i = 1; i < n; i++) a[i] = b[i - 1] + {number}; for (int i = 1; i < n; i++) b[i] = a[i] * a[i - 1];")} }}"),
        ["reductions in a 6-deep nest"] = Method("double[] a, int n, " + Symbols(6), Nest(6, $"a[{Joined(6, " + ", level => $"i{level} * s{level}")}] += a[{Joined(6, " + ", level => $"i{level} * s{5 - level}")}];")),
        ["switch of 500 cases"] = Method(
            "double[] a, int[] k, int n", $"for (int i = 0; i < n; i++) switch (k[i]) {{ {Lines(500, number => $"case {number}: a[i] = {number}; break;")} default: a[i] = 0; break; }}"),
    };

    private static string Method(string parameters, string body, string more = "") => InClass($$"""
        [Parallelize, Vectorize]
        public static void Hostile({{parameters}})
        {
            {{body}}
        }
        {{more}}
        """);

    private static string Symbols(int count) => Joined(count, ", ", number => $"int s{number}");

    private static string Nest(int depth, string body, bool triangular = false) =>
        Joined(depth, " ", level => $"for (int i{level} = 0; i{level} < {(triangular && level > 0 ? $"i{level - 1}" : "n")}; i{level}++)") + " { " + body + " }";
}
