namespace AutoPar.EndToEnd;

/// <summary>
/// Makes nests over rectangular, flat and jagged arrays in all orders of their loops: rectangles and triangles, rows and columns, one
/// statement or several, in one inner loop or in two; with counters that the loops move along.
/// </summary>
internal sealed class NestMaker
{
    private readonly string[] _indices;
    private readonly string _element;
    private readonly ulong _seed;
    private readonly bool _hasThreads;
    private readonly List<(string Name, int Shape)> _arrays = [];

    // How the counter p moves in each innermost iteration; null in nests without one.
    private readonly string? _step;
    private int _names;
    private Rng _rng;

    private NestMaker(ulong seed)
    {
        _seed = seed;
        _rng = new Rng((seed * 0x2545F4914F6CDD1D) + 47);
        _hasThreads = _rng.Chance(40);
        _element = _rng.Pick("double", "double", "float", "float", "int", "short");
        _indices = _rng.Chance(60) ? ["i", "j"] : ["i", "j", "k"];
        for (int i = 2 + _rng.Below(3); i > 0; i--)
        {
            // Rectangular mostly; flat, jagged, a row, a column; in three loops cubes, too.
            _arrays.Add(($"a{_arrays.Count}", _indices.Length == 3 && _rng.Chance(50) ? 4 : _rng.Pick(0, 0, 0, 0, 1, 2, 3)));
        }

        if (_rng.Chance(30))
        {
            _step = _rng.Pick("p++", "p++", "p++", "p += 2", "p += s", "p--");
            _arrays.Add(($"a{_arrays.Count}", 1));
        }
    }

    public static FuzzMethod Make(ulong seed) => new NestMaker(seed).Make();

    private FuzzMethod Make()
    {
        string parameters = string.Concat(_arrays.Select(array => array.Shape switch
        {
            0 => $"{_element}[,] {array.Name}, ",
            2 => $"{_element}[][] {array.Name}, ",
            4 => $"{_element}[,,] {array.Name}, ",
            _ => $"{_element}[] {array.Name}, ",
        }));
        string rows = string.Concat(_arrays.Where(array => array.Shape == 1).Select(array => $"[Rows(\"{array.Name}\")]\n"));
        // In Strict no sum is reassociated: bits can be compared.
        string hints = (_hasThreads ? "[Parallelize(FloatMode = FloatMode.Strict), Vectorize(FloatMode = FloatMode.Strict)]\n" : "[Vectorize(FloatMode = FloatMode.Strict)]\n")
            + $"[MaxTrips({(_indices.Length == 2 ? 70 : 24)})]\n" + rows + "[Values(\"s\", 0, 1, 2, 3, 5)]\n";
        string header = $"{hints}public static int F{_seed}({parameters}double t, int m, int k0, int s, int n)";
        List<string> order = [.. _indices.OrderBy(_ => _rng.Below(100))];
        return new FuzzMethod(_seed, header, "", new FuzzNode("", [new FuzzNode($"{_element} last = 0;"), .. Counter(), Nest(order, 0), new FuzzNode("return (int)(last * 16) & 0xFFFF;")]) { IsBlock = true });
    }

    private FuzzNode[] Counter() => _step is null ? [] : [new FuzzNode(_rng.Pick("int p = 0;", "int p = m;", "int p = 1;"))];

    private FuzzNode Nest(List<string> order, int depth)
    {
        if (depth == order.Count)
        {
            throw new InvalidOperationException("There is no loop left.");
        }

        FuzzNode[] body = depth < order.Count - 1
            ? _rng.Below(10) switch
            {
                0 => [Statement(order, depth), Nest(order, depth + 1)],
                1 or 2 => [Nest(order, depth + 1), Nest(order, depth + 1)],
                _ => [Nest(order, depth + 1)],
            }
            : [.. Enumerable.Range(0, 1 + (_rng.Chance(50) ? _rng.Below(3) : 0)).SelectMany(_ => Statements(order))];
        string header = Header(order, depth);
        if (_step is not null && depth == order.Count - 1)
        {
            bool isInHeader = _rng.Chance(40);
            header = isInHeader ? header[..^1] + $", {_step})" : header;
            body = isInHeader ? body : [.. body, new FuzzNode(_step + ";")];
        }
        else if (_step is not null && _rng.Chance(40))
        {
            // Each row says where it begins, or what is between rows.
            body = _rng.Chance(60) ? [new FuzzNode($"p = {order[depth]} * m{_rng.Pick("", " + 1", " - s")};"), .. body] : [.. body, new FuzzNode($"p += {_rng.Pick("1", "s", "m")};")];
        }

        return new FuzzNode(header, body) { IsBlock = true };
    }

    private string Header(List<string> order, int depth)
    {
        string index = order[depth];
        string size = index switch { "i" => "n", "j" => "m", _ => "k0" };
        if (depth > 0 && _rng.Chance(30))
        {
            string outer = order[_rng.Below(depth)];
            return _rng.Below(7) switch
            {
                0 => $"for (int {index} = {outer}; {index} < {size}; {index}++)",
                1 => $"for (int {index} = {outer} + 1; {index} < {size}; {index}++)",
                2 => $"for (int {index} = 0; {index} < {outer}; {index}++)",
                3 => $"for (int {index} = 1; {index} <= {outer}; {index}++)",
                4 => $"for (int {index} = 0; {index} < {outer} - 1; {index}++)",
                5 => $"for (int {index} = {outer} - 1; {index} <= {size} - 1; {index}++)",
                _ => $"for (int {index} = 1; {index} < {outer} + 1; {index}++)",
            };
        }

        return _rng.Below(12) switch
        {
            0 => $"for (int {index} = {size} - 2; {index} >= 1; {index}--)",
            1 => $"for (int {index} = 1; {index} < {size} - 1; {index} += 2)",
            2 => $"for (int {index} = s; {index} <= {size} - 2; {index}++)",
            3 => $"for (int {index} = 0; {index} < {size}; {index}++)",
            _ => $"for (int {index} = 1; {index} < {size} - 1; {index}++)",
        };
    }

    private IEnumerable<FuzzNode> Statements(List<string> order)
    {
        int last = order.Count - 1;
        switch (_rng.Below(9))
        {
            case 2:
                // The last one's value is read after the nest.
                yield return new FuzzNode($"last = {Value(order, last)};");
                yield return new FuzzNode($"{Place(order, last)} = last;");
                break;
            case 0:
                string name = $"e{_names++}";
                yield return new FuzzNode($"{_element} {name} = {Value(order, last)};");
                yield return new FuzzNode($"{Place(order, last)} = ({_element})({name} + {Element(order, last)});");
                break;
            case 1:
                yield return new FuzzNode($"if ({Element(order, last)} {_rng.Pick("<", ">", "!=")} {_rng.Pick("0", "1")})", Statement(order, last)) { IsBlock = true };
                break;
            default:
                yield return Statement(order, last);
                break;
        }
    }

    private FuzzNode Statement(List<string> order, int depth) =>
        new($"{Place(order, depth)} {_rng.Pick("=", "=", "=", "+=", "-=")} {Value(order, depth)};");

    private string Value(List<string> order, int depth)
    {
        string value = Element(order, depth);
        for (int terms = _rng.Below(3); terms >= 0; terms--)
        {
            value = $"({value} {_rng.Pick("+", "-", "*")} {(_rng.Chance(70) ? Element(order, depth) : $"({_element})t")})";
        }

        return $"({_element})({value})";
    }

    private string Element(List<string> order, int depth) => $"({_element}){Place(order, depth)}";

    /// <summary>An element near the one that all indices name; where one has no loop yet, its first.</summary>
    private string Place(List<string> order, int depth)
    {
        (string name, int shape) = _arrays[_rng.Below(_arrays.Count)];
        string row = Near(order, depth, "i");
        string column = Near(order, depth, _indices.Length == 3 && _rng.Chance(50) ? "k" : "j");
        if (_rng.Chance(10))
        {
            (row, column) = (column, row);
        }

        return shape switch
        {
            0 => $"{name}[{row}, {column}]",
            1 when _step is not null && depth == order.Count - 1 && _rng.Chance(60) => $"{name}[{_rng.Pick("p", "p", "p + 1")}]",
            1 => $"{name}[({row}) * m + {column}]",
            2 => $"{name}[{row}][{column}]",
            4 => $"{name}[{row}, {Near(order, depth, "j")}, {Near(order, depth, "k")}]",
            _ => $"{name}[{(_rng.Chance(50) ? row : column)}]",
        };
    }

    private string Near(List<string> order, int depth, string index)
    {
        int offset = _rng.Below(10) switch { 0 or 1 => -1, 2 => 1, _ => 0 };
        return order.IndexOf(index) > depth ? "1" : offset switch { -1 => $"{index} - 1", 1 => $"{index} + 1", _ => index };
    }
}
