namespace AutoPar.Generator.Tests.Frontend;

/// <summary>Effects inside expressions: hoisted in C#'s order, every operand evaluated once.</summary>
public class EvaluationOrderTests
{
    [Theory]
    [InlineData("a[k++] = k;", "old = k; k = (k + 1); a[old] = k")]
    [InlineData("a[i] = k + (k = b[i]) + k++;", "value2 = k; value = b[i]; k = value; old = k; k = (k + 1); a[i] = ((value2 + value) + old)")]
    [InlineData("a[i] = a[k] + ++k;", "value2 = a[k]; value = (k + 1); k = value; a[i] = (value2 + value)")]
    [InlineData("a[i] += k++;", "value = a[i]; old = k; k = (k + 1); a[i] = (value + old)")]
    [InlineData("a[b[i]] += 1;", "index = b[i]; a[index] = (a[index] + 1)")]
    [InlineData("a[b[i]]++;", "index = b[i]; a[index] = (a[index] + 1)")]
    [InlineData("a[b[i]] = b[a[i]++]--;", "index = b[i]; old = a[i]; a[i] = (old + 1); old2 = b[old]; b[old] = (old2 - 1); a[index] = old2")]
    [InlineData("(a[i], b[i]) = (b[i], a[i]);", "value = b[i]; value2 = a[i]; a[i] = value; b[i] = value2")]
    [InlineData("(a[k], k) = (k, a[i]);", "index = k; value = k; value2 = a[i]; a[index] = value; k = value2")]
    [InlineData("a[i] = b[i] = k;", "value = k; b[i] = value; a[i] = value")]
    [InlineData("if (k > 3 && k++ < 9) a[i] = 1;", "both = (k > 3); if both;   old = k;   k = (k + 1);   both = (old < 9); if both;   a[i] = 1")]
    [InlineData("a[i] = k > 3 ? b[k++] : --k;", "if (k > 3);   old = k;   k = (k + 1);   choice = b[old]; else;   value = (k - 1);   k = value;   choice = value; a[i] = choice")]
    [InlineData("a[i] = Next(ref k) * k;", "k = (k + 1); Next = k; a[i] = (Next * k)")]
    [InlineData("a[i] = Less(k++, k);", "old = k; k = (k + 1); x = old; y = k; a[i] = (x - y)")]
    [InlineData("a[i] = Less(y: k++, x: k);", "old = k; k = (k + 1); y = old; x = k; a[i] = (x - y)")]
    [InlineData("a[i] = At(a, At(b, i));", "k2 = b[i]; a[i] = a[k2]")]
    public void Effects_keep_their_order(string statement, string expected)
    {
        const string Helpers = """
            static int Next(ref int k) { k++; return k; }
            static int Less(int x, int y) => x - y;
            static int At(int[] p, int k) => p[k];
            """;
        string printed = LoweringTests.PrintBody(statement, "int[] a, int[] b, int k", Helpers).Replace("\n", "; ");
        Assert.Equal(expected, printed);
    }
}
