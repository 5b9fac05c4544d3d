namespace AutoPar.EndToEnd;

/// <summary>
/// Makes methods whose loop has to be distributed: several statements that store to the arrays which others load from, some iterations
/// before or behind.
/// </summary>
internal sealed class PartsMaker
{
    private readonly List<(string Name, string Element)> _arrays = [];
    private readonly List<string> _private = [];
    private readonly List<FuzzNode> _before = [];
    private readonly List<string> _results = ["i"];
    private readonly ulong _seed;
    private readonly string _kind;
    private readonly bool _hasLanes;
    private bool _isTranscendental;
    private int _names;
    private int _stored;
    private Rng _rng;

    private PartsMaker(ulong seed)
    {
        _seed = seed;
        _rng = new Rng((seed * 0x2545F4914F6CDD1D) + 31);
        _kind = _rng.Pick("[]", "[]", "[]", "[]", "Span", "List");
        _hasLanes = _rng.Chance(50);
        string element = _rng.Pick("double", "double", "float", "int", "long");
        for (int i = 3 + _rng.Below(4); i > 0; i--)
        {
            _arrays.Add(($"a{_arrays.Count}", _rng.Chance(75) ? element : _rng.Pick("double", "float", "int", "short", "byte")));
        }
    }

    public static FuzzMethod Make(ulong seed) => new PartsMaker(seed).Make();

    private FuzzMethod Make()
    {
        List<FuzzNode> statements = [];
        for (int i = 2 + _rng.Below(3); i > 0; i--)
        {
            statements.AddRange(Statement());
        }

        if (_rng.Chance(30))
        {
            statements.Insert(_rng.Below(statements.Count + 1), Yield());
        }

        _before.Add(new FuzzNode("int i = -5;"));
        (string start, string test, string next) = _rng.Below(10) switch
        {
            0 => ("n - 1", "i >= 1", "i--"),
            1 => ("n", "i > 2", "i -= 2"),
            2 => ("2", "i < n", "i += 2"),
            3 => ("1", "i <= n - 1", "i += k"),
            4 or 5 => ("2", "i < n", "i++"),
            _ => ("0", "i < n", "i++"),
        };
        List<FuzzNode> body = [.. _before, new FuzzNode($"for (i = {start}; {test}; {next})", [.. statements]) { IsBlock = true }];
        body.Add(new FuzzNode($"return ({string.Join(", ", _results)}, 0);"));
        string types = string.Concat(_results.Select(name => name[0] switch { 'd' => "double, ", 'l' => "long, ", _ => "int, " }));
        string parameters = string.Concat(_arrays.Select(array => new FuzzArray(array.Name, array.Element, _kind).Declaration + ", "));
        string hints = (_hasLanes ? "[Parallelize, Vectorize]\n" : "[Parallelize]\n")
            + (_hasLanes && _isTranscendental ? "[Transcendental]\n" : "")
            + "[Values(\"m\", 0, 1, 2, 3, 5, 9), Values(\"k\", 1, 1, 2, 3), Between(\"q\", 0, 20)]\n";
        string header = $"{hints}public static ({types}int) F{_seed}({parameters}int[] q, double t, int m, int k, int n)";
        return new FuzzMethod(_seed, header, "", new FuzzNode("", [.. body]) { IsBlock = true });
    }

    private FuzzNode[] Statement()
    {
        switch (_rng.Below(12))
        {
            case 0 or 1:
                string name = $"e{_names++}";
                FuzzNode local = new($"double {name} = {Value("double", 2)};");
                _private.Add(name);
                return _rng.Chance(30) ? [local, If(new FuzzNode($"{name} = {Value("double", 2)};")), Store()] : [local, Store()];
            case 2:
                return [If(Store())];
            case 3:
                return [new FuzzNode("", If(Store()), new FuzzNode("else", Store()) { IsBlock = true }) { IsBlock = true }];
            case 4:
                return [If(Store(), Store())];
            case 5:
                string index = $"j{_names++}";
                string inner = $"for (int {index} = 0; {index} < {_rng.Pick("3", "m", "q[i]", "5")}; {index}++)";
                return [new FuzzNode(inner, [.. Enumerable.Range(0, 1 + _rng.Below(2)).Select(_ => Store())]) { IsBlock = true }];
            case 6:
                string counter = $"c{_names++}";
                _before.Add(new FuzzNode($"int {counter} = 1;"));
                _results.Add(counter);
                FuzzNode count = new($"{counter} += {_rng.Pick("1", "2", "k")};");
                _private.Add(counter);
                return _rng.Chance(50) ? [count, Store()] : [Store(), count];
            default:
                return [Store()];
        }
    }

    private FuzzNode If(params FuzzNode[] statements) => new($"if ({Condition()})", statements) { IsBlock = true };

    private FuzzNode Store()
    {
        // Often each statement has an array of its own, so that they aren't on one cycle.
        (string name, string element) = _arrays[_rng.Chance(70) ? _stored++ % _arrays.Count : _rng.Below(_arrays.Count)];
        string @operator = _rng.Pick("=", "=", "=", "=", "=", "+=", "-=");
        return new FuzzNode($"{name}[{Place(60)}] {@operator} {Value(element, 3)};");
    }

    /// <param name="percent">How often it is the iteration's own element.</param>
    private string Place(int percent) => _rng.Chance(percent) ? "i" : _rng.Below(40) switch
    {
        0 => "2 * i",
        1 => "2 * i + 1",
        2 => "n - 1 - i",
        3 => "i + m",
        4 => "i / 2",
        5 => "q[i]",
        6 => "m",
        < 14 => "i - 1",
        < 17 => "i - 2",
        < 20 => "i + 2",
        _ => "i + 1",
    };

    private string Value(string type, int depth)
    {
        (string name, string element) = _arrays[_rng.Below(_arrays.Count)];
        string leaf = _rng.Below(8) switch
        {
            0 when _private.Count > 0 => $"({type}){_private[_rng.Below(_private.Count)]}",
            1 => $"({type})t",
            2 => $"({type})(i + m)",
            _ => element == type ? $"{name}[{Place(70)}]" : $"({type}){name}[{Place(70)}]",
        };
        if (depth == 0)
        {
            return leaf;
        }

        string inner = Value(type, depth - 1);
        if (type is not ("double" or "float"))
        {
            return $"({type})({inner} {_rng.Pick("+", "-", "*", "^")} {leaf} {_rng.Pick("/ 3", "% 7", "/ 5", "/ (m | 1)")})";
        }

        string math = type == "double" ? "Math" : "MathF";
        switch (_rng.Below(7))
        {
            case 0:
                return $"{math}.Sqrt(Math.Abs({inner}) + {leaf})";
            case 1 or 2 when !_hasLanes || _rng.Chance(15):
                _isTranscendental = true;
                return $"{math}.{_rng.Pick("Exp", "Sin", "Cos", "Tanh")}({inner} - {leaf})";
            case 3:
                return $"({inner} / ({leaf} * {leaf} + 1))";
            default:
                return $"({inner} {_rng.Pick("+", "-", "*")} {leaf})";
        }
    }

    private string Condition()
    {
        (string name, string _) = _arrays[_rng.Below(_arrays.Count)];
        return $"{name}[{Place(80)}] {_rng.Pick("<", ">", ">=", "!=")} {_rng.Pick("0", "1", "m")}";
    }

    /// <summary>What goes out of the loop: exact, in whatever order.</summary>
    private FuzzNode Yield()
    {
        (string name, string element) = _arrays[_rng.Below(_arrays.Count)];
        string item = $"{name}[{Place(80)}]";
        bool isInteger = element is not ("double" or "float");
        string yielded = $"{(isInteger ? "l" : "d")}{_names++}";
        string type = isInteger ? "long" : "double";
        _before.Add(new FuzzNode($"{type} {yielded} = {_rng.Pick("0", "1", "-1")};"));
        _results.Add(yielded);
        switch (_rng.Below(5))
        {
            case 0:
                return new FuzzNode($"{yielded} = Math.{_rng.Pick("Min", "Max")}({yielded}, {item});");
            case 1:
                return new FuzzNode($"{yielded} = {item};");
            case 2:
                return If(new FuzzNode($"{yielded} = {item};"));
            case 3:
                string at = $"at{_names++}";
                _before.Add(new FuzzNode($"int {at} = -1;"));
                _results.Add(at);
                string better = $"if ({item} {_rng.Pick("<", ">", "<=", ">=")} {yielded})";
                return new FuzzNode(better, new FuzzNode($"{yielded} = {item};"), new FuzzNode($"{at} = i;")) { IsBlock = true };
            default:
                return new FuzzNode(isInteger ? $"{yielded} {_rng.Pick("+=", "^=")} {item};" : $"{yielded} = Math.Max({yielded}, {item});");
        }
    }
}
