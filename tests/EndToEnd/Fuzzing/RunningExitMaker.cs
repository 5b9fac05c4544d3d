namespace AutoPar.EndToEnd;

/// <summary>
/// Makes methods of one loop that is left by what running values come to: one to three of them, of any operator and type, near the end
/// of their type or not, with any condition, and long enough that threads take blocks.
/// </summary>
internal sealed class RunningExitMaker
{
    private static readonly string[] s_types =
        ["int", "int", "int", "int", "uint", "long", "double", "float", "short", "byte", "ulong", "bool"];

    private readonly List<(string Name, string Element)> _arrays = [];
    private readonly List<(string Name, string Type)> _running = [];
    private readonly List<FuzzNode> _before = [];
    private readonly ulong _seed;
    private readonly string _count;
    private readonly string _kind;
    private Rng _rng;

    private RunningExitMaker(ulong seed)
    {
        _seed = seed;
        _rng = new Rng((seed * 0x2545F4914F6CDD1D) + 29);
        _kind = _rng.Pick("[]", "[]", "[]", "Span", "ReadOnlySpan", "List");
        for (int i = 1 + _rng.Below(3); i > 0; i--)
        {
            string element = _rng.Pick("int", "int", "byte", "long", "uint", "short", "double", "float", "bool");
            _arrays.Add(($"a{_arrays.Count}", _arrays.Count == 0 ? "int" : element));
        }

        _count = _rng.Chance(80) ? "n" : Length;
    }

    private string Length => _kind == "List" ? "a0.Count" : "a0.Length";

    public static FuzzMethod Make(ulong seed) => new RunningExitMaker(seed).Make();

    private FuzzMethod Make()
    {
        var statements = new List<FuzzNode>();
        for (int i = 1 + (_rng.Chance(40) ? 1 + _rng.Below(2) : 0); i > 0; i--)
        {
            statements.AddRange(Running());
        }

        for (int i = 1 + _rng.Below(2); i > 0; i--)
        {
            statements.Insert(_rng.Chance(75) ? statements.Count : _rng.Below(statements.Count + 1), Leave());
        }

        if (_rng.Chance(25))
        {
            statements.Insert(_rng.Below(statements.Count + 1), Beside());
        }

        List<FuzzNode> body = [.. _before, .. Loop(statements)];
        string results = string.Join(", ", _running.Select(value => value.Name).Append("i").Append("at"));
        body.Add(new FuzzNode($"return ({results});"));
        string types = string.Join(", ", _running.Select(value => value.Type).Append("int").Append("int"));
        string parameters = string.Concat(_arrays.Select(array => new FuzzArray(array.Name, array.Element, _kind).Declaration + ", "));
        string header = $"{Hints()}public static ({types}) F{_seed}({parameters}int m, double t, int k{(_count == "n" ? ", int n" : "")})";
        return new FuzzMethod(_seed, header, "", new FuzzNode("", [.. body]) { IsBlock = true });
    }

    private string Hints()
    {
        string range = _rng.Pick(
            "-100, 101", "-100, 100", "-99, 105", "0, 100", "0, 1", "-3, 3", "40000, 80000", "-1000000000, 1000000000", "-30, -2");
        string limits = _rng.Pick(
            "0, 1, 5, 100", "-300, 300, 2000, 5000", "50000, 200000, 1000000", "700, 30000, -30000",
            "-1, 2147483647, -2147483648, 2147480000");
        return $"{(_rng.Chance(15) ? "[Parallelize]" : "[Parallelize, Vectorize]")}\n"
            + $"[Between(\"a0\", {range}), Values(\"m\", {limits}), Values(\"k\", 1, 2, 3, 0)]\n"
            + "[ExtraTrips(300, 3000, 20000, 40000, 70000)]\n";
    }

    private FuzzNode[] Loop(List<FuzzNode> statements)
    {
        _before.Add(new FuzzNode("int i = -5, at = -1;"));
        (string start, string test, string next) = _rng.Below(8) switch
        {
            0 => ($"{_count} - 1", "i >= 0", "i--"),
            1 => ($"{_count} - 1", "i >= 2", "i -= 3"),
            2 => ("1", $"i < {_count}", "i += 2"),
            3 => ("0", $"i <= {_count} - 1", "i += k | 1"),
            _ => ("0", $"i < {_count}", "i++"),
        };
        if (_rng.Chance(75))
        {
            return [new FuzzNode($"for (i = {start}; {test}; {next})", [.. statements]) { IsBlock = true }];
        }

        statements.Add(new FuzzNode($"{next};") { IsFixed = true });
        return [new FuzzNode($"i = {start};"), new FuzzNode($"while ({test})", [.. statements]) { IsBlock = true }];
    }

    /// <summary>A running value, and what updates it.</summary>
    private FuzzNode[] Running()
    {
        string type = _rng.Pick(s_types);
        string name = $"r{_running.Count}";
        _before.Add(new FuzzNode($"{type} {name} = {Start(type)};"));
        FuzzNode[] update = Update(name, type);
        _running.Add((name, type));
        return update;
    }

    private FuzzNode[] Update(string name, string type)
    {
        string value = Value(type);
        if (type == "bool")
        {
            return [new FuzzNode($"{name} {_rng.Pick("^=", "|=", "&=")} {value};")];
        }

        string math = $"{name} = Math.{_rng.Pick("Min", "Max")}({name}, {value});";
        FuzzNode[] extremum = [_rng.Below(4) switch
        {
            0 => If($"{value} {_rng.Pick("<", ">", "<=", ">=")} {name}", new FuzzNode($"{name} = {value};")),
            1 => new FuzzNode($"{name} = {value} {_rng.Pick("<", ">")} {name} ? {value} : {name};"),
            _ => new FuzzNode(math),
        }];
        if (type is "double" or "float")
        {
            return extremum;
        }

        return _rng.Below(12) switch
        {
            0 or 1 => extremum,
            2 => [new FuzzNode($"{name} {_rng.Pick("^=", "|=", "&=", "*=")} {value};")],
            3 => [If(Data(), new FuzzNode($"{name}{_rng.Pick("++", "--")};"))],
            4 => [Either(Sum(name, type), Sum(name, type))],
            5 => [Sum(name, type), Sum(name, type)],
            6 => [If(Data(), Sum(name, type))],
            _ => [Sum(name, type)],
        };
    }

    private FuzzNode Either(FuzzNode then, FuzzNode otherwise) =>
        new("", If(Data(), then), new FuzzNode("else", otherwise) { IsBlock = true }) { IsBlock = true };

    private static FuzzNode If(string condition, FuzzNode then) => new($"if ({condition})", then) { IsBlock = true };

    private FuzzNode Sum(string name, string type) => _rng.Below(6) switch
    {
        0 => new FuzzNode($"{name} -= {Value(type)};"),
        1 => new FuzzNode($"{name} = ({type})({Value(type)} + {name});"),
        _ => new FuzzNode($"{name} += {Value(type)};"),
    };

    private string Start(string type) => type switch
    {
        "bool" => _rng.Pick("false", "true"),
        "double" or "float" => _rng.Pick("0", "1", $"{type}.NaN", $"{type}.PositiveInfinity", $"{type}.NegativeInfinity", $"({type})t"),
        _ when _rng.Chance(60) => "0",
        _ => _rng.Pick($"{type}.MaxValue", $"{type}.MinValue", $"{type}.MaxValue - 100", $"{type}.MinValue + 50", $"({type})m", "7"),
    };

    private string Value(string type)
    {
        if (type == "bool")
        {
            return $"({Data()})";
        }

        (string name, string element) = _arrays[_rng.Below(_arrays.Count)];
        if (element == "bool")
        {
            return $"({type})({name}[i] ? 3 : {_rng.Pick("0", "-1", "1")} & 3)";
        }

        string item = $"{name}[i]";
        bool isInt = element is not ("double" or "float");
        return _rng.Below(9) switch
        {
            0 when isInt => $"({type})({item} & {_rng.Pick("7", "1", "255")})",
            1 when isInt => $"({type})({item} * {_rng.Pick("65537", "3", "40503")})",
            2 => $"({type})({Data()} ? {item} : {_rng.Pick("1", "0", "2")})",
            3 => $"({type})({item} - {_rng.Pick("1", "50", "k")})",
            4 => $"({type})(i & 15)",
            _ => $"({type}){item}",
        };
    }

    /// <summary>What an element decides.</summary>
    private string Data()
    {
        (string name, string element) = _arrays[_rng.Below(_arrays.Count)];
        return element == "bool" ? $"{name}[i]" : $"{name}[i] {_rng.Pick("<", ">", "==", "!=", ">=")} {_rng.Pick("0", "1", "7", "90")}";
    }

    private FuzzNode Leave()
    {
        string condition = Condition(2);
        if (_rng.Chance(15))
        {
            condition = _rng.Chance(50) ? $"{Data()} && {condition}" : $"({Data()} || {condition})";
        }

        FuzzNode leave = new(_rng.Pick(
            "break;", "break;", "{ at = i; break; }", "{ at = 9; i += 5; break; }", "throw new InvalidOperationException(\"at \" + i);"));
        return _rng.Chance(15) ? If(Data(), If(condition, leave)) : If(condition, leave);
    }

    private string Condition(int depth)
    {
        if (depth > 0 && _rng.Chance(40))
        {
            string both = $"{Condition(depth - 1)} {_rng.Pick("&&", "||")} {Condition(depth - 1)}";
            return _rng.Chance(30) ? $"!({both})" : $"({both})";
        }

        (string name, string type) = _running[_rng.Below(_running.Count)];
        if (type == "bool")
        {
            return _rng.Chance(50) ? name : $"!{name}";
        }

        string read = type is "byte" or "short" or "int" && _rng.Chance(20) ? $"(long){name}" : name;
        string other = Limit(type);
        string comparison = _rng.Chance(75) ? $"{read} {Relation()} {other}" : $"{other} {Relation()} {read}";
        return _rng.Chance(20) ? $"!({comparison})" : comparison;
    }

    private string Relation() => _rng.Pick("<", "<=", ">", ">=", ">", "<", "==", "!=");

    private string Limit(string type) => type switch
    {
        "double" or "float" => _rng.Pick("t", "1.5", "-1.9", "m", "t * 2", "float.NaN"),
        "ulong" => _rng.Pick("(ulong)m", "1000u", "ulong.MaxValue - 5000"),
        _ => _rng.Pick(
            "m", "m", "m", "m - k", "m * 3", "-m", "1000", $"{type}.MaxValue - 20", $"{type}.MinValue + 5000", "t * 1000", Length),
    };

    /// <summary>Something else that the loop does.</summary>
    private FuzzNode Beside()
    {
        string type = _rng.Pick("int", "long", "uint");
        string name = $"r{_running.Count}";
        _before.Add(new FuzzNode($"{type} {name} = 3;"));
        _running.Add((name, type));
        return _rng.Below(4) switch
        {
            0 => new FuzzNode($"{name} ^= {Value(type)};"),
            1 => new FuzzNode($"{name} = {Value(type)};"),
            2 => If(Data(), new FuzzNode($"{name} = {Value(type)};")),
            _ => new FuzzNode($"{name} += 2;"),
        };
    }
}
