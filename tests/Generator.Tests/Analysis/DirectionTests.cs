using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Tests.Analysis;

/// <summary>Pairs of subscripts and the dependences between them, in iteration order.</summary>
public class DirectionTests
{
    [Theory]
    // ZIV
    [InlineData("for (int i = 0; i < n; i++) a[1] = a[2];", "Output(<)")]
    [InlineData("for (int i = 0; i < n; i++) a[m] = a[m + 1];", "Output(<)")]
    [InlineData("for (int i = 0; i < n; i++) a[m] = a[k];", "Anti(<) Anti(=) Flow(<) Output(<)")]
    // Strong SIV
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[i] + 1;", "Anti(=)")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[i + 1];", "Anti(<) 1")]
    [InlineData("for (int i = 3; i < n; i++) a[i] = a[i - 3];", "Flow(<) 3")]
    [InlineData("for (int i = n - 2; i >= 0; i--) a[i] = a[i + 1];", "Flow(<) 1")]
    [InlineData("for (int i = n - 1; i > 0; i--) a[i] = a[i - 1];", "Anti(<) 1")]
    [InlineData("for (int i = 0; i < n; i += 2) a[i] = a[i + 1];", "")]
    [InlineData("for (int i = 0; i < n; i += 2) a[i] = a[i + 4];", "Anti(<) 2")]
    [InlineData("for (int i = 0; i < 10; i++) a[i] = a[i + 10];", "")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[i + n];", "")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[i + k];", "Anti(<) Anti(=) Flow(<)")]
    // Weak-zero SIV
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[0];", "Anti(=) Flow(<)")]
    [InlineData("for (int i = 1; i < n; i++) a[i] = a[0];", "")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[n];", "")]
    // Weak-crossing SIV
    [InlineData("for (int i = 0; i < 10; i++) a[i] = a[9 - i];", "Anti(<) Flow(<)")]
    [InlineData("for (int i = 0; i < 10; i++) a[i] = a[20 - i];", "")]
    [InlineData("for (int i = 0; i < 5; i++) a[i] = a[9 - i];", "")]
    // GCD
    [InlineData("for (int i = 0; i < n; i++) a[2 * i] = a[2 * i + 1];", "")]
    [InlineData("for (int i = 0; i < n; i++) a[4 * i] = a[6 * i + 3];", "")]
    [InlineData("for (int i = 1; i < n; i++) a[2 * i] = a[i];", "Flow(<)")]
    // Banerjee, triangles
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) A[i, j] = A[j, i];", "")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j <= i; j++) A[i, j] = A[j, i];", "Anti(==)")]
    [InlineData("for (int i = 0; i < 10; i++) for (int j = 0; j < 10; j++) a[10 * i + j] = a[10 * i + j] + 1;", "Anti(==)")]
    [InlineData("for (int i = 1; i < n; i++) for (int j = 0; j < m; j++) A[i, j] = A[i - 1, j + 1];", "Flow(<>) 1,-1")]
    [InlineData("for (int i = 1; i < n; i++) for (int j = 1; j < m; j++) A[i, j] = A[i - 1, j] + A[i, j - 1];", "Flow(<=) 1,0 Flow(=<) 0,1")]
    // Parity
    [InlineData("for (int j = 1 + (m & 1); j < n; j += 2) a[j] = a[j - 1] + a[j + 1];", "")]
    public void Dependences(string body, string expected)
    {
        Loop root = Verdicts.Nest(body).Root!;
        string actual = string.Join(" ", ConflictFinder.Of(Region.Of(root)).SelectMany(conflict => conflict.Dependences())
            .Select(Print).Distinct().OrderBy(text => text, StringComparer.Ordinal));
        Assert.Equal(expected, actual);
    }

    internal static string Print(Dependence dependence)
    {
        string directions = string.Concat(dependence.Directions.Select(direction => direction switch
        {
            Directions.Less => "<",
            Directions.Equal => "=",
            Directions.Greater => ">",
            _ => "*",
        }));
        bool isLoopIndependent = dependence.Carrier is null;
        string distances = isLoopIndependent || dependence.Distance.Any(distance => distance is null) ? "" : " " + string.Join(",", dependence.Distance);
        return $"{dependence.Kind}({directions}){distances}";
    }
}
