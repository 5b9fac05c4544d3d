using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Frontend;

/// <summary>Fields of structs in arrays are elements, where they are numbers side by side.</summary>
public sealed class StructFieldTests
{
    private const string Pair = "struct Item { public double X; public double V; }";

    [Fact]
    public void Fields_are_elements_at_a_stride()
    {
        LoopNest nest = Lower(Pair, "pts[i + 1].V = pts[i].X;");
        Store store = Assert.Single(LoopTree.Statements(nest.Root!.Body).OfType<Store>());
        Assert.Equal("((2 * (i + 1)) + 1)", IrPrinter.Print(store.Target.Subscripts[0]));
        Assert.Equal("pts", store.Target.Object.Structs!.Name);
        Assert.Equal("pts[i + 1].V", store.Target.Text);
        Assert.Equal("(2 * i)", IrPrinter.Print(Assert.IsType<Load>(store.Value).Access.Subscripts[0]));
        Assert.Contains("is { X: 1, V: 2 })", store.Target.Object.AccessText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("struct Item { public double X; public double V; }", true)]
    [InlineData("record struct Item(double X, double V);", true)]
    [InlineData("struct Item { public double X { get; set; } public double V { get; set; } }", true)]
    [InlineData("struct Item { public static int Count; public double X, V; private double hidden; public double Hidden => hidden; }", true)]
    [InlineData("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential)] struct Item { public double X, V; }", true)]
    [InlineData("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 1)] struct Item { public double X, V; }", false)]
    [InlineData("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)] struct Item { public double X, V; }", false)]
    [InlineData("struct Item { public double X; public float V; }", false)]
    [InlineData("struct Item { public double X; public double V; public string Name; }", false)]
    [InlineData("struct Item { public double X, V, A, B, C; }", false)]
    [InlineData("struct Item { public double X; public double V { get => X; set => X = value; } }", false)]
    [InlineData("partial struct Item { public double X; } partial struct Item { public double V; }", false)]
    [InlineData("class Item { public double X; public double V; }", false)]
    public void Only_numbers_of_one_type_are_seen(string type, bool isSeen) => Assert.Equal(isSeen, IsSeen(Lower(type, "pts[i].X += pts[i].V;")));

    [Theory]
    [InlineData("pts[n - 1 - i].X = 1;", true)]
    [InlineData("pts[3].X = i;", true)]
    [InlineData("pts[at[i]].X = 1;", false)] // C# finds pts[at[i]]; twice that may wrap
    [InlineData("pts[i / 2].X = 1;", false)]
    [InlineData("int j = at[i]; pts[j].X = 1;", false)]
    [InlineData("pts[i].X = 1; pts[i] = default;", false)] // the struct as a whole
    [InlineData("pts[i].X = 1; Item copy = pts[0];", false)]
    [InlineData("pts[i].X = 1; System.Console.WriteLine(i);", false)] // as before, with what isn't understood
    [InlineData("ref double x = ref pts[i].X; x = 1;", false)]
    [InlineData("System.Threading.Interlocked.Exchange(ref pts[i].X, 1);", false)]
    public void Only_where_each_use_is_a_field(string body, bool isSeen) => Assert.Equal(isSeen, IsSeen(Lower(Pair, body)));

    private static bool IsSeen(LoopNest nest) => nest.Objects.Any(item => item.Structs is not null);

    private static LoopNest Lower(string type, string body) => TestCompilation.LowerMethod(
        $"static void F(Item[] pts, int[] at, int n) {{ for (int i = 0; i < n; i++) {{ {body} }} }} {type}", false).Nests[0];
}
