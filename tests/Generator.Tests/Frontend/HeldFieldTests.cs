namespace AutoPar.Generator.Tests.Frontend;

/// <summary>Fields of the objects in an array, as elements of an array of their own.</summary>
public class HeldFieldTests
{
    private const string Parameters = "Cell[] cells, List<Cell> list, Laid[] laid, Cell[][] rows, Cell leader, double[] d, int k";

    private const string Members = """
        struct Pair { public double A; public double B; }
        class Cell
        {
            public double Value;
            public volatile int Flag;
            public Pair Both;
            public Cell? Next;
            public static double Total;
            public int Key { get; set; }
            public double Twice { get => 2 * Value; set => Value = value / 2; }
            public void Set(double x) { Value = x; Count(); }
            public void SetOther(Cell other) => other.Value = 1;
            public void Add() => Total += Value;
            public void Alias() => Store(ref Value);
            public virtual void Open() => Value = 1;
            public double Read() => Value;
            private void Count() { Key++; Both.A = Key; }
            private static void Store(ref double x) => x = 1;
        }
        [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)]
        class Laid { [System.Runtime.InteropServices.FieldOffset(0)] public int X; [System.Runtime.InteropServices.FieldOffset(0)] public int Y; }
        """;

    [Theory]
    [InlineData("cells[i].Value *= 2;", "cells[…].Value[i]")]
    [InlineData("list[i].Key++;", "list[…].Key[i]")]
    [InlineData("cells[i].Both.A = 1;", "cells[…].Both[i]")]
    [InlineData("cells[i].Twice += 1;", "cells[…].Value[i]")]
    [InlineData("Cell c = cells[i + 1]; c.Value = 1;", "cells[…].Value[(i + 1)]")]
    [InlineData("cells[i].Set(d[i]);", "cells[…].Value[i], cells[…].Key[i], cells[…].Both[i]")]
    [InlineData("(cells[i]).Next = cells[0];", "cells[…].Next[i]")]
    public void Is_written(string statements, string written)
    {
        string printed = LoweringTests.PrintBody(statements, Parameters, Members);
        Assert.DoesNotContain("AP", printed);
        Assert.Contains("writes ", printed);
        Assert.Contains(written, printed.Substring(printed.LastIndexOf("writes ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("cells[i].Next!.Value = 1;", "two iterations may write")]
    [InlineData("cells[i].Flag = 1;", "AP2003")]
    [InlineData("rows[i][0].Value = 1;", "AP2003")]
    [InlineData("rows[i][0].Both.A = 1;", "AP2003")]
    [InlineData("laid[i].X = 1;", "AP2003")]
    [InlineData("Cell c = cells[i]; if (d[i] > 0) c = cells[0]; c.Value = 1;", "AP2003")]
    [InlineData("Cell c = cells[k]; k = i; c.Value = 1;", "AP2003")]
    [InlineData("leader.Value = 1;", "AP1003")]
    [InlineData("cells[i].SetOther(leader);", "AP1004")]
    [InlineData("cells[i].Add();", "AP1004")]
    [InlineData("cells[i].Alias();", "AP1004")]
    [InlineData("cells[i].Open();", "virtual")]
    public void Is_not_known_to_be_apart(string statements, string why) =>
        Assert.Contains(why, LoweringTests.PrintBody(statements, Parameters, Members));

    [Theory]
    [InlineData("cells[i].Value = leader.Value;")]
    [InlineData("cells[i].Set(leader.Read());")]
    [InlineData("cells[i].Value = list[i].Value;")]
    [InlineData("d[i] = leader.Value; cells[i].Set(1);")]
    public void May_be_reached_otherwise(string statements)
    {
        string source = $"static void F({Parameters}, int n) {{ for (int i = 0; i < n; i++) {{ {statements} }} }} {Members}";
        Assert.Contains("AP2003", LoweringTests.Print(source));
    }
}
