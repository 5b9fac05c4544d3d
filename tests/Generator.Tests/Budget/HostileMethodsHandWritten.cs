namespace AutoPar.Generator.Tests.Budget;

internal static partial class HostileMethods
{
    /// <summary>Methods with parallel constructs, by name.</summary>
    public static IReadOnlyDictionary<string, string> HandWritten { get; } = new Dictionary<string, string>
    {
        ["lambda of 2,000 lines"] = Parallel("double[] a, double[] b", Lines(2000, number => $"a[i + {number % 7}] = b[i] * {number};")),
        ["lambda of 2,000 lines, one sum"] = Parallel("double[] a, double sum", Lines(2000, number => $"sum += a[i] * {number};")),
        ["30-deep nest of loops"] = Parallel("double[] a, int m", Joined(30, " ", level => $"for (int j{level} = 0; j{level} < m; j{level}++)") + " a[i + j29] += a[j0 + j29];"),
        ["4-deep nest of parallel loops"] = InClass($"static void Hostile(double[] a, int n) {{ {Joined(4, " ", level => $"Parallel.For(0, n, i{level} => {{")} a[i0 + i3] += 1; {string.Concat(Enumerable.Repeat("});", 4))} }}"),
        ["12-deep nest, every index"] = Parallel("double[] a, int m", Joined(11, " ", level => $"for (int j{level} = 0; j{level} < m; j{level}++)") + $" a[i + {Joined(11, " + ", level => $"{level + 2} * j{level}")}] += a[3 * i + {Joined(11, " + ", level => $"{13 - level} * j{level}")}];"),
        ["300 accesses"] = Parallel("double[] a", Lines(150, number => $"a[2 * i + {number}] = a[3 * i - {number}] + 1;")),
        ["300 accesses, symbolic subscripts"] = Parallel("double[] a, " + Symbols(20), Lines(150, number => $"a[i * s{number % 20} + {number}] = a[i + s{(number + 7) % 20}] + 1;")),
        ["subscripts with 20 symbols"] = Parallel("double[] a, " + Symbols(20), $"a[{Joined(20, " + ", number => $"s{number}")} + i] = a[{Joined(20, " - ", number => $"{number + 2} * s{number}")} - i] + 1;"),
        ["product of sums of symbols"] = Parallel("double[] a, " + Symbols(24), $"a[{Joined(6, " * ", number => $"({Joined(4, " + ", part => $"s{(number * 4) + part}")} + i)")}] = i;"),
        ["40 divisions and remainders"] = Parallel("double[] a", Lines(40, number => $"a[i / {number + 2} + i % {number + 3}] = a[(i + {number}) / 7 * 3 + i % 5] + 1;")),
        ["40 nested remainders"] = Parallel("double[] a", $"a[{Joined(40, "", _ => "(")}i{Joined(40, "", number => $" % {number + 5} + {number})")}] = i;"),
        ["200 chained calls"] = Parallel("double[] a", "F0(a, i);", Lines(200, number => $"static void F{number}(double[] a, int i) {{ {(number == 199 ? "a[i] = 1; a[0] = 2;" : $"F{number + 1}(a, i);")} }}")),
        ["calls that double at each step"] = Parallel("double[] a", "F0(a, i);", Lines(40, number => $"static void F{number}(double[] a, int i) {{ {(number == 39 ? "a[i] = 1; a[0] = 2;" : $"F{number + 1}(a, i); F{number + 1}(a, i + 1);")} }}")),
        ["deep recursion"] = Parallel("double[] a", "F(a, i);", "static void F(double[] a, int i) { if (i > 0) { F(a, i - 1); F(a, i / 2); G(a, i); } a[i] = 1; } static void G(double[] a, int i) { F(a, i - 2); H(a, i); a[i + 1] = 2; } static void H(double[] a, int i) { G(a, i - 3); F(a, i * 2); }"),
        ["switch of 2,000 cases"] = Parallel("double[] a, int[] k", $"switch (k[i]) {{ {Lines(2000, number => $"case {number}: a[i] = {number}; break;")} default: a[0]++; break; }}"),
        ["1,000 captured variables"] = InClass($"static void Hostile(int n) {{ {Lines(1000, number => $"int t{number} = {number};")} Parallel.For(0, n, i => {{ {Lines(1000, number => $"t{number} += t{(number + 1) % 1000};")} }}); }}"),
        ["60 nested conditions"] = Parallel("double[] a", $"{Joined(60, "", number => $"if (a[i + {number}] > {number}) {{ ")}a[0] = 1;{new string('}', 60)}"),
        ["200 conditions on the index"] = Parallel("double[] a", Lines(200, number => $"if (i % {number + 2} == {number % 5} && i < {number * 10}) a[i + {number}] = a[{number}] + 1;")),
        ["100 parallel loops"] = InClass($"static void Hostile(double[] a, double[] b, int n) {{ {Lines(100, number => $"Parallel.For(0, n, i => {{ a[i + {number}] = b[i] + a[i]; }});")} }}"),
        ["200 tasks"] = InClass($"static void Hostile(double[] a) {{ {Lines(200, number => $"var t{number} = Task.Run(() => {{ a[{number}] = a[{(number * 7) % 200}] + 1; }});")} Task.WaitAll({Joined(200, ", ", number => $"t{number}")}); }}"),
        ["100 locks"] = Parallel("double[] a, object[] o", $"{Joined(50, " ", number => $"lock (o[{number}]) {{ a[{number}]++; ")}{new string('}', 50)} {Joined(50, " ", number => $"lock (o[{49 - number}]) {{ a[{number}]--; ")}{new string('}', 50)}"),
        ["query of 100 operators"] = InClass($"static int Hostile(int[] a) {{ int c = 0; return a.AsParallel(){Joined(100, "", number => $".Select(x => {{ c += {number}; return x + c; }})")}.Sum(); }}"),
        ["sum of 10,000 terms"] = Parallel("double[] a, double[] b", $"a[i] = {Joined(10_000, " + ", number => $"b[i + {number}]")};"),
        ["string of 10,000 parts"] = Parallel("string[] a, string[] b", $"a[i] = {Joined(10_000, " + ", number => $"b[{number}]")};"),
        ["300 nested blocks"] = Parallel("double[] a", $"{Joined(300, "", _ => "if (a[i] > 0) { ")}a[0] = 1;{new string('}', 300)}"),
        ["class of 500 fields"] = InClass($"{Lines(500, number => $"int f{number};")} void Hostile(int n) {{ Parallel.For(0, n, i => {{ {Lines(500, number => $"f{number} = f{(number * 3) % 500} + i;")} }}); }}"),
    };

    private static string Parallel(string parameters, string body, string more = "") => InClass($$"""
        public static void Hostile({{parameters}}, int n)
        {
            Parallel.For(0, n, i =>
            {
                {{body}}
            });
        }
        {{more}}
        """);
}
