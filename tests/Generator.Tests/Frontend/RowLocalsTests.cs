using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Frontend;

/// <summary>A local that holds a row of a jagged array is that row, where neither can change in between.</summary>
public sealed class RowLocalsTests
{
    [Theory]
    [InlineData("double[] row = J[i]; for (int j = 0; j < row.Length; j++) row[j]++;", true)]
    [InlineData("var row = J[2 * i + n]; row[0] = row.Length;", true)]
    [InlineData("double[] row = J[i]; row = b; row[0] = 1;", false)]
    [InlineData("double[] row = J[i]; J[0] = b; row[0] = 1;", false)]
    [InlineData("double[] row = J[i]; Change(J); row[0] = 1;", false)]
    [InlineData("double[] row = J[n]; n++; row[0] = 1;", false)]
    [InlineData("double[] row = J[i]; b = row; row[0] = 1;", false)]
    [InlineData("double[] row = J[i]; ref double e = ref row[0]; e = 1;", false)]
    [InlineData("double[] row = J[i]; System.Array.Clear(row);", false)]
    [InlineData("double[] row = J[i] ?? b; row[0] = 1;", false)]
    public void Row_is_seen(string body, bool isRow)
    {
        MethodModel model = TestCompilation.LowerMethod(
            $"static void F(double[][] J, double[] b, int n) {{ for (int i = 0; i < n; i++) {{ {body} }} }} static void Change(double[][] J) => J[0] = J[1];", false);
        LoopNest nest = model.Nests[0];
        Assert.Equal(isRow, nest.Root is not null && LoopTree.Statements(nest.Root.Body).All(statement => statement is not Opaque)
            && nest.Objects.Any(item => item.Kind == MemoryKind.Jagged));
    }
}
