namespace AutoPar.Generator.Tests.Frontend;

/// <summary>Objects that an iteration makes, looks things up in, or goes through; values that aren't lowered, in statements that are.</summary>
public class ObjectTests
{
    private const string Parameters =
        "int[] p, double[] d, string[] names, Cell[] cells, Dictionary<int, double> prices, HashSet<Cell> set, HashSet<string> words, System.Text.StringBuilder shared, double s, int count";

    private const string Members = """
        class Cell { public double Value; public int Key { get; set; } public Cell? Next; }
        class Chained { public Chained() : this(1) { } private Chained(int x) { Made += x; } }
        class Numbered { public int Number = Made++; }
        class Counts { public int Place { get => field; set { Made++; field = value; } } }
        class Sized { public int Size = 3; public List<int> Items = new(4); }
        static int Made;
        static int Distinct(int x) { var seen = new HashSet<int> { 1 }; seen.Add(x); return seen.Count; }
        static string Kept(int x) { var text = new System.Text.StringBuilder(); Last = text; text.Append(x); return text.ToString(); }
        static System.Text.StringBuilder Last = new();
        """;

    [Theory]
    [InlineData("var text = new System.Text.StringBuilder(); text.Append(p[i]).Append(';'); names[i] = text.ToString();")]
    [InlineData("var seen = new HashSet<int>(); seen.Add(p[i]); p[i] = seen.Count;")]
    [InlineData("var list = new Queue<int>(); list.Enqueue(p[i]); p[i] = list.Dequeue();")]
    [InlineData("p[i] = new Random(i).Next(5);")]
    [InlineData("p[i] = Distinct(p[i]);")]
    [InlineData("cells[i] = new Cell { Value = d[i], Key = i };")]
    [InlineData("p[i] = new Sized().Size;")]
    [InlineData("d[i] = prices[p[i]];")]
    [InlineData("d[i] = prices.TryGetValue(p[i], out double price) ? price : prices.Count;")]
    [InlineData("if (words.Contains(names[i])) p[i] = 1;")]
    [InlineData("var c = new Chained();", "Made")]
    [InlineData("var c = new Numbered();", "Made")]
    [InlineData("var c = new Counts { Place = i };", "Made")]
    [InlineData("names[i] = Kept(i);", "Last")]
    [InlineData("shared.Append(i);", "AP1005")]
    [InlineData("var text = new System.Text.StringBuilder(); text.Append(shared); names[i] = text.ToString();", "run any code")]
    [InlineData("var text = new System.Text.StringBuilder(); var other = text; other.Append(p[i]);", "AP1005")]
    [InlineData("if (set.Contains(cells[i])) p[i] = 1;", "run any code")]
    [InlineData("prices[p[i]] = 1;", "AP1005")]
    public void Is_followed_unless(string statements, string? why = null)
    {
        string printed = LoweringTests.PrintBody(statements, Parameters, Members);
        bool isRefused = printed.Contains("AP1", StringComparison.Ordinal) || printed.Contains("AP2", StringComparison.Ordinal);

        Assert.True(isRefused == why is not null, printed);
        Assert.Contains(why ?? "", printed);
    }

    [Theory]
    [InlineData("count += names[i].Length * 2;", "opaque (the property String.Length) reads i, names[i]; writes value\ncount = (count + (value * 2))")]
    [InlineData("s += d[i] * cells[i].Value;", "value2 = d[i]\nopaque (cells[i].Value) reads i, cells[…].Value[i], cells[i]; writes value\ns = (s + (value2 * value))")]
    [InlineData("p[i] = names[i].Length;", "opaque (the property String.Length) reads i, names[i]; writes p[i]")]
    public void What_a_statement_does_with_an_outer_variable_is_lowered(string statements, string expected) =>
        Assert.Equal(expected, LoweringTests.PrintBody(statements, Parameters, Members));

    [Fact]
    public void Objects_are_moved_from_the_element() => Assert.Contains(
        "opaque (an element that isn't a number) reads index, cells[index]; writes cell",
        LoweringTests.Print("static double F(Cell[] cells) { double s = 0; foreach (Cell cell in cells) s += cell.Value; return s; } class Cell { public double Value; }"));
}
