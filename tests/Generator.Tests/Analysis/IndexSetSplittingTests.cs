using AutoPar.Generator.Analysis;

namespace AutoPar.Generator.Tests.Analysis;

/// <summary>Where the iterations of a loop in lanes are cut into pieces, counted from 0, and when they aren't.</summary>
public class IndexSetSplittingTests
{
    [Theory]
    // The element is loaded before it's stored, so that its own iteration may stay in the first piece.
    [InlineData("for (int i = 0; i < n; i++) a[i] -= a[m];", "yes cut (long(m) + 1:long)")]
    [InlineData("for (int i = k; i < n; i++) a[i] -= a[m];", "yes cut ((long(m) - long(k)) + 1:long)")]
    [InlineData("for (int i = 0; i < n; i++) a[i + 3] -= a[2 * m];", "yes cut ((2:long * long(m)) - 2:long)")]
    [InlineData("for (int i = n - 1; i >= 0; i--) a[i] -= a[m];", "yes cut (long(n) - long(m))")]
    [InlineData("for (int i = 0; i < n; i += 3) a[i] -= a[m];", "yes cut (long(m) + 1:long) / 3")]
    [InlineData("for (int i = 0; i < n; i++) a[2 * i] -= a[m];", "yes cut (long(m) + 1:long) / 2")]
    [InlineData("for (int i = 0; i < n; i++) a[i] -= a[n / 2];", "yes cut (long((n / 2)) + 1:long)")]
    // Another statement stores it: its iteration is a piece of its own.
    [InlineData("for (int i = 0; i < n; i++) { a[i] = t; p[i] = a[m] > 0 ? 1 : 0; }", "yes cut long(m)")]
    [InlineData("for (int i = 0; i < n; i++) { p[i] = p[m] + 1; r[i] = p[m]; }", "if p!=r cut (long(m) + 1:long), long(m)")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[m] - a[k];", "yes cut (long(m) + 1:long), (long(k) + 1:long)")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[n - 1 - i];", "yes cut long(n) / 2")]
    [InlineData("for (int i = n - 1; i >= 0; i--) a[i] = a[n - 1 - i];", "yes cut long(n) / 2")]
    [InlineData("for (int i = 0; i < n; i++) a[2 * i] = a[n - i];", "yes cut (long(n) + 1:long) / 3")]
    [InlineData("for (int i = 0; i < n; i++) a[3 * i] = a[2 * i] + 1;",
        "yes lanes 71 cut 2:long, 3:long, 4:long, 6:long, 9:long, 13:long, 19:long, 28:long, 42:long, 63:long, 94:long, 141:long")]
    // Nothing that can be computed before the loop, or too far from anything that is known.
    [InlineData("for (int i = 0; i < n; i++) { m = p[i]; a[i] -= a[m]; }", "no")]
    [InlineData("for (int i = 0; i < n; i++) a[i] -= a[p[0]];", "no")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) a[i] -= a[j];", "no")]
    // The running sum is handed from iteration to iteration, not from piece to piece.
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { a[i] -= a[m]; s += a[i]; b[i] = s; }", "no")]
    public void PiecesAreCutWhereAccessesMeet(string body, string expected)
    {
        string actual = Verdicts.Print(Verdicts.Of(Verdicts.Nest(body), ExecutionTarget.Lanes));
        Assert.Equal(expected, expected == "no" ? actual.Substring(0, 2) : actual);
    }

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) a[i] = i == 0 ? b[n - 1] : b[i - 1];", "if a!=b cut 0:long, 1:long")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = i != n - 1 ? b[i + 1] : b[0];", "if a!=b cut (long(n) - 1:long), long(n)")]
    [InlineData("for (int i = k; i < n; i++) a[i] = i < m ? b[i] : c[i];", "yes cut (long(m) - long(k))")]
    [InlineData("for (int i = 0; i < n; i++) if (i > m) a[i] = t;", "yes cut (long(m) + 1:long)")]
    [InlineData("for (int i = n; i > 0; i--) if (i > m) a[i] = t;", "yes cut (long(n) - long(m))")]
    [InlineData("for (int i = n; i > 0; i--) if (i >= m) a[i] = t;", "yes cut ((long(n) - long(m)) + 1:long)")]
    [InlineData("for (int i = 0; i < n; i += 3) if (i <= m && 2 * i > k) a[i] = t;", "yes cut (long(m) + 1:long) / 3")]
    [InlineData("for (int i = 0; i < 1000; i++) if (2 * i > k) a[i] = t;", "yes cut (long(k) + 1:long) / 2")]
    [InlineData("for (int i = 0; i < 1000; i++) if (k - 3 * i >= 0) a[i] = t;", "yes")]
    // Where a sum of floats would be cut depends on more than the trip count.
    [InlineData("double s = 0; for (int i = 0; i < n; i++) if (i > m) s += a[i]; b[0] = s;", "yes")]
    // The sum may wrap around.
    [InlineData("for (int i = 0; i < n; i++) if (i + k > m) a[i] = t;", "yes")]
    [InlineData("for (int i = 0; i < n; i++) { if (i > m) a[i] = t; m = p[i]; }", "no")]
    public void PiecesAreCutWhereConditionsChange(string body, string expected)
    {
        string actual = Verdicts.Print(Verdicts.Of(Verdicts.Nest(body), ExecutionTarget.Lanes));
        Assert.Equal(expected, expected == "no" ? actual.Substring(0, 2) : actual);
    }

    [Theory]
    // What only some iterations touch isn't touched by the others.
    [InlineData("for (int i = 0; i < n; i++) if (i < m) a[i] = a[m];", "yes")]
    [InlineData("for (int i = 0; i < n; i++) if (i >= m) a[i] = a[m - 1];", "yes")]
    [InlineData("for (int i = 0; i < n; i++) if (i > 0) a[i] = a[0];", "yes")]
    [InlineData("for (int i = 0; i < n; i++) if (i != 0) a[i] = a[0];", "yes")]
    [InlineData("for (int i = 0; i < n; i++) if (i == m) a[0] = t;", "yes")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = i < m ? t : a[m - 1];", "cut")]
    [InlineData("for (int i = 0; i < n; i++) if (i <= m) a[i] = a[m];", "cut")]
    [InlineData("for (int i = 0; i < n; i++) if (i != m) a[i] = a[m];", "cut")]
    [InlineData("for (int i = 0; i < n; i++) if (i + k < m) a[i] = a[m - k];", "cut")]
    public void ConditionsKeepAccessesApart(string body, string expected)
    {
        string actual = Verdicts.Print(Verdicts.Of(Verdicts.Nest(body), ExecutionTarget.Threads));
        Assert.Equal(expected, actual.Contains(" cut ", StringComparison.Ordinal) ? "cut" : actual);
    }

    [Fact]
    public void NumbersOf64BitsAreTested() => Assert.Equal(
        "if ((h >= -2147483647:long) && (h <= 2147483647:long)) cut (h + 1:long)",
        Verdicts.Print(Verdicts.Of(
            Verdicts.Nest("for (int i = 0; i < n; i++) a[i] -= a[h];", "double[] a, int n, long h"), ExecutionTarget.Lanes)));

    [Theory]
    // The iteration that stores the element is a piece of its own: the others read it.
    [InlineData("for (int i = 0; i < n; i++) a[i] -= a[m];", "yes cut long(m), (long(m) + 1:long)")]
    [InlineData("for (int i = k; i < n; i += 2) a[i] -= a[m];", "yes cut (long(m) - long(k)) / 2, ((long(m) - long(k)) + 1:long) / 2")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[n - 1 - i];", "yes cut long(n) / 2")]
    [InlineData("for (int i = 0; i < n; i++) { a[i] = t; p[i] = a[m] > 0 ? 1 : 0; }", "yes cut long(m), (long(m) + 1:long)")]
    // Phases reach the largest index.
    [InlineData("for (int i = 1; i < n; i++) a[2 * i] = a[i];", "yes cut 1:long, 3:long, 7:long, 15:long, 31:long, 63:long, 127:long, 255:long, "
        + "511:long, 1023:long, 2047:long, 4095:long, 8191:long, 16383:long, 32767:long, 65535:long, 131071:long, 262143:long, 524287:long, "
        + "1048575:long, 2097151:long, 4194303:long, 8388607:long, 16777215:long, 33554431:long, 67108863:long, 134217727:long, "
        + "268435455:long, 536870911:long, 1073741823:long, 2147483647:long")]
    [InlineData("for (int i = 1; i < n; i++) a[3 * i] = a[2 * i];", "no")]
    // Each iteration needs the one before, whatever the pieces.
    [InlineData("for (int i = 1; i < n; i++) a[i] = a[i - 1] + a[m];", "no")]
    // What is handed on isn't handed from piece to piece.
    [InlineData("double e = 0; for (int i = 0; i < n; i++) { e = a[m]; a[i] = e; } t = e; b[0] = t;", "no")]
    [InlineData("for (int i = 0; i < n; i++) a[i] -= a[p[0]];", "no")]
    public void ThreadsRunPieceByPiece(string body, string expected)
    {
        string actual = Verdicts.Print(Verdicts.Of(Verdicts.Nest(body), ExecutionTarget.Threads));
        Assert.Equal(expected, expected == "no" ? actual.Substring(0, 2) : actual);
    }
}
