using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Tests.Analysis;

/// <summary>Forms of subscripts and bounds that the analysis decides, with all their dependences.</summary>
public class AccessPairTests
{
    private const string I = "for (int i = 0; i < n; i++) ";
    private const string IJ = "for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) ";

    [Theory]
    [InlineData(I + "a[i / 2] = t;", "Output(<)")]
    [InlineData("for (int i = 0; i < n; i += 2) a[i / 2] = t;", "")]
    [InlineData("for (int i = 0; i < n; i += 2) a[i / 2] = a[i / 2 + n];", "")]
    [InlineData("for (int i = 0; i < n; i += 2) a[i / 2] = a[i / 2 + 1];", "Anti(<)")]
    [InlineData("for (int i = -8; i < 8; i++) a[i / 8 + 4] = t;", "Output(<)")]
    [InlineData("for (int i = -8; i < 8; i += 8) a[i / 8 + 4] = t;", "")]
    [InlineData("for (int i = -7; i < 8; i += 7) a[i / 8 + 4] = t;", "Output(<)")]
    [InlineData(I + "a[i % 8] = t;", "Output(<)")]
    [InlineData("for (int i = 0; i < 8; i++) a[i % 8] = t;", "")]
    [InlineData("for (int i = 5; i < 13; i++) a[i % 8] = t;", "")]
    [InlineData("for (int i = 0; i < 9; i++) a[i % 8] = t;", "Output(<)")]
    [InlineData("for (int i = 0; i < 7; i++) a[3 * i % 7] = t;", "")]
    [InlineData("for (int i = 0; i < 8; i++) a[2 * i % 8] = t;", "Output(<)")]
    [InlineData("for (int i = 0; i < 4; i++) a[2 * i % 7] = t;", "")]
    [InlineData(I + "a[i % 2] = a[2 + i % 2];", "Output(<)")]
    [InlineData(I + "a[2 * (i / 2) + i % 2] = t;", "")]
    [InlineData(I + "A[i / 4, i % 4] = t;", "")]
    [InlineData(I + "a[i >> 1] = t;", "Output(<)")]
    [InlineData("for (int i = 0; i < 8; i++) a[i & 7] = t;", "")]
    [InlineData("for (int i = k; i < k + 8; i++) a[i & 7] = t;", "")]
    [InlineData(I + "a[i & 7] = t;", "Output(<)")]
    [InlineData(I + "A[i >> 2, i & 3] = t;", "")]
    [InlineData(I + "a[i & 1] = a[(i + 1) & 1];", "Anti(<) Flow(<) Output(<)")]
    [InlineData("for (int i = 0; i < n / 2; i++) a[i] = a[n - 1 - i];", "")]
    [InlineData("for (int i = 0; i <= n / 2; i++) a[i] = a[n - 1 - i];", "Anti(<) Anti(=) Flow(<)")]
    [InlineData("for (int i = 0; i < (n + 1) / 2; i++) a[i] = a[n - 1 - i];", "Anti(=)")]
    [InlineData("for (int i = 0; i < n / 2; i++) a[i] = a[i + n / 2];", "")]
    [InlineData("for (int i = 0; i < n / 2; i++) a[i] = a[2 * i + n];", "")]
    public void Division_and_remainder(string body, string expected) => Check(body, expected);

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) for (int j = i + 1; j < n; j++) A[i, j] = A[j, i];", "")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = i + 1; j < n; j++) A[j, i] = A[i, i];", "")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = i + 1; j < n; j++) a[j] = a[i];", "Flow(<<) Output(<=)")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) a[i] = a[j];", "Flow(<<) Output(=<)")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = i; j < i + 4; j++) a[j] = t;", "Output(<=)")]
    [InlineData("for (int i = 0; i < n; i += 4) for (int j = i; j < i + 4; j++) a[j] = t;", "")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 4 * i; j < 4 * i + 4; j++) a[j] = a[j + n];", "Anti(<<) Anti(=<)")]
    [InlineData("for (int i = 0; i < n; i += 16) for (int j = i; j < Math.Min(i + 16, n); j++) a[j] = a[j] + a[j + n];", "Anti(==)")]
    [InlineData("for (int i = 0; i < Math.Min(n, 8); i++) a[i] = a[i + 8];", "")]
    [InlineData("for (int i = 0; i < Math.Min(n, m); i++) a[i] = a[i + m];", "")]
    [InlineData("for (int i = Math.Max(0, k); i < n; i++) a[i] = a[k - 1];", "")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < n - i; j++) A[i, j] = A[n - i, n - j];", "")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < n - i; j++) A[i, j] = A[n - 1 - i, n - 1 - j];", "Anti(<>) Anti(==) Flow(<>)")]
    public void Bounds(string body, string expected) => Check(body, expected);

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) a[n - 1 - i] = t;", "")]
    [InlineData("for (int i = n - 1; i >= 0; i -= 2) a[i] = a[i - 1];", "")]
    [InlineData("for (int i = n - 1; i >= 0; i -= 2) a[i] = a[i - 2];", "Anti(<) 1")]
    [InlineData("for (int i = 0; i < n; i += 3) a[i] = a[i + 1] + a[i + 2];", "")]
    [InlineData("for (int i = 0; i < n; i += 3) a[i] = a[i + 3];", "Anti(<) 1")]
    [InlineData(I + "a[3 * i] = a[6 * i + 2];", "")]
    [InlineData(I + "a[3 * i + 1] = a[6 * i + 4];", "Anti(<)")]
    [InlineData(I + "a[i] = a[i + 2 * n];", "")]
    [InlineData(I + "a[i + n] = a[i - n];", "")]
    [InlineData("int o = 0; for (int i = 0; i < n; i++) { a[o] = a[o + 1]; o += 3; }", "")]
    [InlineData("int o = k; for (int i = 0; i < n; i++) { a[o] = a[o + 3]; o += 3; }", "Anti(<) 1")]
    public void Strides(string body, string expected) => Check(body, expected);

    [Theory]
    [InlineData(IJ + "A[i, j] = A[j, i];", "Anti(<>) Anti(==) Flow(<>)")]
    [InlineData(I + "A[i, i] = A[i, i + 1];", "")]
    [InlineData(IJ + "a[i + j] = t;", "Output(<>)")]
    [InlineData(IJ + "a[i - j] = t;", "Output(<<)")]
    [InlineData(IJ + "A[i + j, i - j] = t;", "")]
    [InlineData(IJ + "A[i + j, i - j] = A[i + j + 1, i - j];", "")]
    [InlineData(IJ + "A[i + j, i - j] = A[i + j + 1, i - j + 1];", "Anti(<=)")]
    [InlineData(IJ + "A[2 * i + j, i] = t;", "")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < 2; j++) a[2 * i + 3 * j] = t;", "")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < 3; j++) a[2 * i + 3 * j] = t;", "Output(<>)")]
    [InlineData("for (int i = 0; i < 5; i++) for (int j = 0; j < 7; j++) a[7 * i + 5 * j] = t;", "")]
    [InlineData("for (int i = 0; i < 5; i++) for (int j = 0; j < 8; j++) a[8 * i + 5 * j] = a[35];", "Anti(=<) Anti(==) Flow(<=) Flow(<>)")]
    public void Coupled(string body, string expected) => Check(body, expected);

    [Theory]
    [InlineData(IJ + "a[i * m + j] = a[i * m + j] + 1;", "Anti(==)")]
    [InlineData(IJ + "a[j * n + i] = a[j * n + i] + 1;", "Anti(==)")]
    [InlineData("for (int i = 1; i < n; i++) for (int j = 0; j < m; j++) a[i * m + j] = a[(i - 1) * m + j];", "Flow(<=)")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 1; j < m; j++) a[i * m + j] = a[i * m + j - 1];", "Flow(=<)")]
    [InlineData(IJ + "a[i * (m + 2) + j + 1] = a[i * (m + 2) + j + 2];", "Anti(=<)")]
    [InlineData(IJ + "for (int l = 0; l < k; l++) a[(i * m + j) * k + l] = a[(i * m + j) * k + l] + 1;", "Anti(===)")]
    [InlineData(IJ + "a[2 * (i * m + j)] = a[2 * (i * m + j) + 1];", "")]
    [InlineData(IJ + "a[i * m + j] = a[n * m + j];", "")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j <= m; j++) a[i * m + j] = t;", "Output(<=) Output(<>)")]
    [InlineData(IJ + "a[3 * (i * m + j)] = t;", "")]
    [InlineData(IJ + "a[(n - 1 - i) * m + m - 1 - j] = a[i * m + j];", "Anti(<<) Anti(<=) Anti(<>) Anti(=<) Anti(==) Flow(<<) Flow(<=) Flow(<>) Flow(=<)")]
    [InlineData("for (int i = 1; i < n; i++) for (int j = 1; j < m; j++) a[i * m + j] = a[(i - 1) * m + j - 1];", "Flow(<<)")]
    [InlineData("for (int i = 1; i < n; i++) for (int j = 0; j < m; j++) a[i * m + j] = a[(i - 1) * m + j + 1];", "Anti(==) Flow(<>) Flow(=<)")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = i + 1; j < n; j++) a[i * n + j] = a[j * n + i];", "")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) a[i * n + j] = a[j * n + i];", "Anti(<>) Anti(==) Flow(<>)")]
    public void Flattened(string body, string expected) => Check(body, expected);

    [Theory]
    [InlineData("for (int i = 1; i < n; i++) a[i] = a[i - 1];", "i=1 i=2")]
    [InlineData("for (int i = 0; i < n; i++) a[2 * i] = a[3 * i + 1];", "i=1 i=2")]
    [InlineData("for (int i = 1; i < n; i++) for (int j = 0; j < m; j++) a[i * m + j] = a[(i - 1) * m + j];", "i=1,0 i=2,0")]
    [InlineData("for (int i = 0; i < n; i++) a[i * k] = t;", "i=0 i=1")]
    [InlineData("for (int i = 0; i < n; i++) a[i % 5] = t;", "i=0 i=5")]
    public void Witness(string body, string expected)
    {
        Region region = Region.Of(Verdicts.Nest(body).Root!);
        Conflict conflict = ConflictFinder.Of(region).Single(conflict => conflict.IsCarriedByRoot);
        PairWitness witness = conflict.Vectors.Where(vector => vector[0] != Directions.Equal).Select(conflict.Problem.Witness).First()!;
        string[] iterations = [.. new[] { witness.First, witness.Second }.OrderBy(indices => indices[0]).Select(indices => "i=" + string.Join(",", indices))];
        Assert.Equal(expected, string.Join(" ", iterations));
    }

    private static void Check(string body, string expected)
    {
        Loop root = Verdicts.Nest(body).Root!;
        string actual = string.Join(" ", ConflictFinder.Of(Region.Of(root)).SelectMany(conflict => conflict.Vectors.SelectMany(vector => (conflict with { Vectors = [vector] }).Dependences()))
            .Select(DirectionTests.Print).Distinct().OrderBy(text => text, StringComparer.Ordinal));
        Assert.Equal(expected, actual);
    }
}
