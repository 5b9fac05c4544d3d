namespace AutoPar.Generator.Tests.Frontend;

/// <summary>Every counted form in canonical shape, and what isn't counted, with the reason.</summary>
public class LoopFormTests
{
    [Theory]
    [InlineData("for (int i = 0; i <= n; i++) a[i] = 1;", "for int i = 0; <= n; += 1:long")]
    [InlineData("for (int i = n; i > 2; i -= 4) a[i] = 1;", "for int i = n; > 2; += -4:long")]
    [InlineData("for (int i = 0; i != n; i = i + 1) a[i] = 1;", "for int i = 0; != n; += 1:long")]
    [InlineData("for (int i = 0; n > i; i = 2 + i) a[i] = 1;", "for int i = 0; < n; += 2:long")]
    [InlineData("for (int i = 0; i < n; i += k) a[i] = 1;", "for int i = 0; < n; += long(k)")]
    [InlineData("for (int i = n; i > 0; i -= k) a[i] = 1;", "for int i = n; > 0; += -long(k)")]
    [InlineData("for (int i = 0; i + 1 < n; i += 2) a[i] = 1;", "for int i = 0; < (long(n) + -1:long); += 2:long")]
    [InlineData("for (uint i = 9; i >= 1; i--) a[i] = 1;", "for uint i = 9:uint; >= 1:uint; += -1:long")]
    [InlineData("for (byte i = 0; i < n; i += 3) a[i] = 1;", "for byte i = 0:byte; < n; += 3:long")]
    [InlineData("for (long i = 0; i < n; i++) a[i] = 1;", "for long i = 0:long; < long(n); += 1:long")]
    [InlineData("for (ulong i = 0; i < 10; i++) a[i] = 1;", "for ulong i = 0:ulong; < 10:ulong; += 1:long")]
    [InlineData("for (nint i = 0; i < n; i++) a[i] = 1;", "for nint i = 0:nint; < nint(n); += 1:long")]
    [InlineData("for (int i = 0; i < a[0]; i++) a[i] = 1;", "for int i = 0; < a[0]; += 1:long")]
    [InlineData("int i; for (i = 0; i < n; i++) a[i] = 1; return i;", "for int i = 0; < n; += 1:long; live")]
    [InlineData("for (; k < n; k++) a[k] = 1; return k;", "for int k = k; < n; += 1:long; live")]
    [InlineData("while (n-- > 0) a[n] = 1; return n;", "while int n = (long(n) + -1:long); > -1:long; += -1:long; live")]
    [InlineData("while (--n >= 0) a[n] = 1;", "while int n = (long(n) + -1:long); >= 0; += -1:long")]
    [InlineData("while (k < n) { a[k] = 1; k++; }", "while int k = k; < n; += 1:long")]
    [InlineData("do { a[k] = 1; k++; } while (k < n);", "do int k = k; < n; += 1:long")]
    [InlineData("do { if (k > 5) continue; a[k] = 1; } while (k-- != 0);", "do int k = k; != -1:long; += -1:long")]
    [InlineData("for (int i = 0, m = a.Length; i < m; i++) a[i] = 1;", "for int i = 0; < a.Length; += 1:long")]
    [InlineData("foreach (int v in a) k += v; return k;", "foreach int index = 0; < a.Length; += 1:long")]
    public void Counted(string loop, string expected) => Assert.Equal(expected, Header(loop));

    [Theory]
    [InlineData("for (int lo = 0, hi = n - 1; lo < hi; lo++, hi--) (a[lo], a[hi]) = (a[hi], a[lo]);", "for int lo = 0; < ((long((n - 1)) + 1:long) / 2:long); += 1:long", "hi = ((n - 1) - lo)")]
    [InlineData("for (int lo = k, hi = n; lo <= hi; lo++, hi--) a[lo] = a[hi];", "for int lo = k; <= (long(k) + ((((long(n) - long(k)) + 2:long) / 2:long) - 1:long)); += 1:long", "hi = (n - (lo - k))")]
    [InlineData("for (int i = 0, j = n; i < n; i++, j -= 2) a[i] = j;", "for int i = 0; < n; += 1:long", "j = (n + (i * -2))")]
    [InlineData("for (int i = n, j = 1; i > 0; i -= 3, j += 3) a[i] = j;", "for int i = n; > 0; += -3:long", "j = (1 - (i - n))")]
    [InlineData("for (int i = 0, j = n; i < n; i += 2, j++) a[i] = j;", "AP2004: its header changes several variables", null)]
    public void Several_variables(string loop, string header, string? first)
    {
        string[] lines = LoweringTests.Print(Method(loop)).Split('\n');
        Assert.Equal(header, lines[0]);
        Assert.Equal(first, lines.ElementAtOrDefault(1)?.Trim());
    }

    [Theory]
    [InlineData("for (int i = 0; i < n; i = (byte)(i + 1)) a[i] = 1;", "AP2004: i < n doesn't compare")]
    [InlineData("for (int i = 0; (byte)i < n; i++) a[i] = 1;", "AP2004: (byte)i < n doesn't compare")]
    [InlineData("for (double x = 0; x < 1; x += 0.1) a[(int)x] = 1;", "AP2004: x < 1 doesn't compare")]
    [InlineData("for (int i = 0; i < n; i++) n--;", "AP2004: n, which says how often it runs, changes in it")]
    [InlineData("for (int i = 0; i < n; i++) k += n = 3;", "AP2004: n, which says how often it runs, changes in it")]
    [InlineData("for (int i = 1; i < n; i *= 2) a[i] = 1;", "AP2004: i < n doesn't compare")]
    [InlineData("for (int i = 0; i < n || a[0] > i; i++) a[i] = 1;", "AP2004: i < n || a[0] > i doesn't compare")]
    [InlineData("for (int i = 0; i < n; i++) { a[i] = 1; if (a[k] > 3) i++; }", "AP2005: i")]
    [InlineData("for (int i = 0; i < n; i++) Next(ref i);", "AP2005: i")]
    [InlineData("for (int i = 0; i < n; i++) { Action f = () => a[i] = 1; f(); }", "AP2004: i is captured or referred to elsewhere")]
    [InlineData("int j = 0; Action g = () => j++; for (; j < n; j++) g();", "AP2004: j is captured or referred to elsewhere")]
    [InlineData("while (k < n) { if (a[k] > 0) continue; a[k] = 1; k++; }", "AP2004: k < n doesn't compare")]
    [InlineData("while (a[k] != 0) k += 2;", "AP2004: a[k] != 0 doesn't compare")]
    [InlineData("foreach (char c in text) k += c;", "AP2004: text is not an array, span or list")]
    [InlineData("foreach (int v in list) list[0] = v;", "AP2004: it stores to a list while one is enumerated")]
    [InlineData("for (int i = 0; i < n && !Stop; i++) a[i] = 1;", "AP2008: the volatile field Stop")]
    [InlineData("for (;;) a[0] = 1;", "AP2004: it has no condition")]
    public void Not_counted(string loop, string expected) => Assert.StartsWith(expected, Header(loop));

    private static string Header(string loop) => LoweringTests.Print(Method(loop)).Split('\n')[0];

    private static string Method(string loop) =>
        $"static int F(int[] a, List<int> list, string text, int n, int k) {{ {loop}{(loop.Contains("return") || loop.Contains(";;") ? "" : " return 0;")} }} "
        + "static void Next(ref int i) => i++; static volatile bool Stop;";
}
