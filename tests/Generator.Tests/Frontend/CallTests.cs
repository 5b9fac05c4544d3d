namespace AutoPar.Generator.Tests.Frontend;

/// <summary>Functions that the IR knows, inlining, and the effects of what isn't lowered.</summary>
public class CallTests
{
    private const string Parameters = "double[] d, double[][] J, int[] p, string[] names, List<int> list, Dictionary<int, int> map, Random rnd, Func<double, double> fn, object gate, Cell[] cells, Point[] points, double t";

    private const string Members = """
        class Cell { public double Value; public readonly int Key; }
        struct Point { public double X, Y; }
        static double Sq(double v) => v * v;
        static double Smooth(double v) { if (v <= 0) return 0; if (v >= 1) return 1; return v * v * (3 - 2 * v); }
        static void Split(double v, out double whole, out double part) { whole = Math.Floor(v); part = v - whole; }
        static int Gcd(int x, int y) => y == 0 ? x : Gcd(y, x % y);
        static readonly int[] Memo = new int[9];
        static int Count;
        static int Loop(int v) { try { while (v > 3) { v /= 2; Count++; } } finally { } return v; }
        static int Looks(int v) { try { while (v > 3) { v /= 2; } } finally { } return v + Count; }
        static int Halved(int v) { while (v > 3) { v /= 2; } return v; }
        static void AddTo(double[] row, int n) { for (int k = 0; k < n; k++) row[k]++; }
        static double Noise(double v) { try { return v; } finally { Console.Beep(); } }
        virtual protected double Virtual(double v) => v;
        """;

    [Theory]
    [InlineData("d[i] = double.Max(d[i], 1) + Math.Sign(d[i]);", "d[i] = (Max(d[i], 1d) + double(Sign(d[i])))")]
    [InlineData("d[i] = double.MaxNumber(d[i], 1);", "d[i] = MaxNumber(d[i], 1d)")]
    [InlineData("p[i] = BitOperations.TrailingZeroCount(p[i]);", "p[i] = TrailingZeroCount(uint(p[i]))")]
    [InlineData("d[i] = Math.Round(d[i]) + Math.Log(d[i]);", "d[i] = (Round(d[i]) + Log(d[i]))")]
    [InlineData("d[i] = Sq(d[i]) - Sq(2);", "v = d[i]\nd[i] = ((v * v) - (2d * 2d))")]
    [InlineData(
        "d[i] = Smooth(d[i]);",
        """
        v = d[i]
        if (v <= 0d)
          Smooth = 0d
        else
          if (v >= 1d)
            Smooth = 1d
          else
            Smooth = ((v * v) * (3d - (2d * v)))
        d[i] = Smooth
        """)]
    [InlineData(
        "p[i] = Halved(p[i]);",
        """
        v = p[i]
        while (v > 3)
          v = (v / 2)
        Halved = v
        p[i] = Halved
        """)]
    [InlineData(
        "AddTo(J[i], 3);",
        """
        length = J[i].Length
        for int k = 0; < 3; += 1:long
          J[i, k] = (J[i, k] + 1d)
        """)]
    [InlineData("Split(d[i], out var w, out double f); d[i] = f;", "v = d[i]\nw = Floor(v)\nf = (v - w)\nd[i] = f")]
    [InlineData("d[i] = Twice(d[i]); double Twice(double z) => z * t;", "z = d[i]\nd[i] = (z * t)")]
    public void Lowered(string statements, string expected) => Assert.Equal(expected, LoweringTests.PrintBody(statements, Parameters, Members));

    [Fact]
    public void Static_lambda_in_sight_is_inlined() => Assert.Equal(
        "for int i = 0; < d.Length; += 1:long\n  v = d[i]\n  d[i] = (v * v)",
        LoweringTests.Print("static void F(double[] d) { Func<double, double> f = static v => v * v; for (int i = 0; i < d.Length; i++) d[i] = f(d[i]); }"));

    [Theory]
    [InlineData("p[i] = Gcd(p[i], 6);", "opaque (the call of Kernels.Gcd) reads i, p[i]; writes p[i]")]
    [InlineData("p[i] = Looks(p[i]);", "opaque (the call of Kernels.Looks) reads i, Count, p[i]; writes p[i]")]
    [InlineData("p[i] = Loop(p[i]);", "opaque (the call of Kernels.Loop) reads i, p[i]; writes p[i]; AP1004 Loop | writes the field Count")]
    [InlineData("d[i] = Noise(d[i]);", "opaque (the call of Kernels.Noise) reads i, d[i]; writes d[i]; AP2003 Noise | it calls Console.Beep")]
    [InlineData("d[i] = Virtual(d[i]);", "opaque (the call of Kernels.Virtual) reads i, d[i]; writes d[i]; AP2003 Kernels.Virtual | it is a virtual or interface call, which may run any code")]
    [InlineData("d[i] = fn(d[i]);", "opaque (the call of Func.Invoke) reads i, fn, d[i]; writes d[i]; AP2003 Func.Invoke | a delegate may run any code")]
    [InlineData("d[i] = rnd.NextDouble();", "opaque (the call of Random.NextDouble) reads i, rnd; writes d[i]; AP1005 rnd | Random | NextDouble |")]
    [InlineData("list.Add(i);", "opaque (the call of List.Add) reads i; appends to list")]
    [InlineData("map[p[i]] = i;", "opaque (the property Dictionary.this[]) reads map, i, p[i]; AP1005 map | Dictionary | this[] |")]
    [InlineData("Console.WriteLine(i);", "opaque (the call of Console.WriteLine) reads i; AP2008 Console.WriteLine")]
    [InlineData("names[i] = $\"{i}:{d[i]}\" + names[i].Trim();", "opaque (names[i], of type string,) reads i, d[i], names[i]; writes names[i]")]
    [InlineData("names[i] = \"\" + gate;", "opaque (names[i], of type string,) reads i; writes names[i]; AP2003 \"\" + gate | it calls ToString, which may run any code")]
    [InlineData("try { p[i] = int.Parse(names[i]); } catch (FormatException) { p[i] = -1; }", "opaque (try) reads i, names[i]; writes p[i], p[i]")]
    [InlineData("cells[i].Value = 1;", "opaque (cells[i].Value) reads i, cells[i]; writes cells[…].Value[i]")]
    [InlineData("d[i] = cells[i].Value * 2;", "opaque (cells[i].Value) reads i, cells[…].Value[i], cells[i]; writes d[i]")]
    [InlineData("Point q; q.X = d[i]; q.Y = 2; d[i] = q.X;", "opaque (q.X) reads q, i, d[i]; writes q\nopaque (q.Y) reads q; writes q\nopaque (q.X) reads i, q; writes d[i]")]
    [InlineData("points[i] = new Point { X = d[i], Y = 2 };", "opaque (points[i], of type Point,) reads i, d[i]; writes points[i]")]
    [InlineData("J[i] = new double[p[i]];", "opaque (J[i], of type double[],) reads i, p[i]; writes J[i]")]
    [InlineData("J[i] = new double[3]; d[i] = J[i][0];", "opaque (J[i], of type double[],) AP2003 J[i] | what it refers to can change while the loop runs\nd[i] = J[i, 0]")]
    [InlineData("J[i] = d;", "opaque (J[i], of type double[],) reads i; writes J[i]; AP2003 d | J[i] = d uses d as a whole")]
    [InlineData("p[i] = cells[i].Key;", "opaque (cells[i].Key) reads i, cells[i]; writes p[i]")]
    [InlineData("try { if (p[i] > 0) break; } finally { p[i]++; }", "opaque (try) reads i, p[i], p[i]; writes p[i]; AP2003 break; | it leaves the statement")]
    public void Opaque(string statements, string expected) => Assert.Equal(expected, LoweringTests.PrintBody(statements, Parameters, Members));
}
