namespace AutoPar.Generator.Tests.Frontend;

/// <summary>continue, switch, break and patterns as structure.</summary>
public class ControlFlowTests
{
    [Theory]
    [InlineData(
        "if (a[i] < 0) continue; a[i] = 1;",
        """
        if (a[i] < 0)
        else
          a[i] = 1
        """)]
    [InlineData(
        "if (a[i] > 1) { a[i] = 0; if (k > 5) continue; a[i] = 3; } else if (a[i] < 0) continue; a[i] += 1;",
        """
        left = false
        if (a[i] > 1)
          a[i] = 0
          if (k > 5)
            left = true
          else
            a[i] = 3
        else
          if (a[i] < 0)
            left = true
        if !left
          a[i] = (a[i] + 1)
        """)]
    [InlineData(
        "switch (a[i]) { case 0: case 1: a[i] = 5; break; default: a[i]++; break; case > 7 and not 9: if (k > 0) break; a[i] = 2; break; } k++;",
        """
        subject = a[i]
        if ((subject == 0) || (subject == 1))
          a[i] = 5
        else
          if ((subject > 7) && !(subject == 9))
            if (k > 0)
            else
              a[i] = 2
          else
            a[i] = (a[i] + 1)
        k = (k + 1)
        """)]
    [InlineData(
        "a[i] = k switch { 0 => 1, 1 => 2 };",
        "a[i] = ((k == 0) ? 1 : ((k == 1) ? 2 : NoArm()))")]
    [InlineData(
        "a[i] = k switch { 0 => 1, > 5 when i > 2 => a[i], _ => -1 };",
        "a[i] = ((k == 0) ? 1 : (((k > 5) && (i > 2)) ? a[i] : -1))")]
    [InlineData(
        "if (d[i] is double.NaN or > 3) d[i] = 0;",
        """
        subject = d[i]
        if (IsNaN(subject) || (subject > 3d))
          d[i] = 0d
        """)]
    [InlineData(
        "for (int j = 0; j < k; j++) { if (a[j] > a[i]) break; if (a[j] < 0) continue; d[i] += a[j]; }",
        """
        for int j = 0; < k; += 1:long
          if (a[j] > a[i])
            exit break
          if (a[j] < 0)
          else
            d[i] = (d[i] + double(a[j]))
        """)]
    [InlineData(
        "int o = 0; while (o < k && d[i] < 4) { d[i] *= 2; o++; } a[i] = o;",
        """
        o = 0
        while ((o < k) && (d[i] < 4d))
          d[i] = (d[i] * 2d)
          o = (o + 1)
        a[i] = o
        """)]
    [InlineData("if (a[i] == k) return; a[i] = 1;", "if (a[i] == k)\n  exit return\na[i] = 1")]
    [InlineData("if (a[i] == k) throw new ArgumentException(); a[i] = 1;", "if (a[i] == k)\n  exit throw\na[i] = 1")]
    public void Jumps_become_structure(string statements, string expected) =>
        Assert.Equal(expected, LoweringTests.PrintBody(statements, "int[] a, double[] d, int k"));
}
