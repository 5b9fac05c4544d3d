namespace AutoPar.EndToEnd;

/// <summary>Makes a random annotated method; the same seed always makes the same.</summary>
internal sealed class MethodMaker
{
    private readonly FuzzScope _scope = new();
    private readonly ExpressionMaker _expressions;
    private readonly BodyMaker _bodies;
    private Rng _rng;

    private MethodMaker(ulong seed)
    {
        _rng = new Rng(seed * 0x2545F4914F6CDD1D + 11);
        _expressions = new ExpressionMaker(_scope);
        _bodies = new BodyMaker(_scope, _expressions);
    }

    public static FuzzMethod Make(ulong seed)
    {
        var maker = new MethodMaker(seed);
        return maker._rng.Below(14) == 0 ? maker.Scalar(seed) : maker.Loops(seed);
    }

    private FuzzMethod Loops(ulong seed)
    {
        var parameters = new List<string>();
        int arrays = 1 + _rng.Below(4);
        string favourite = ExpressionMaker.AnyType(ref _rng);
        for (int i = 0; i < arrays; i++)
        {
            string element = _rng.Chance(45) ? favourite : _rng.Below(12) == 0 ? "bool" : ExpressionMaker.AnyType(ref _rng);
            string kind = _rng.Below(20) switch { < 13 => "[]", < 15 => "Span", 15 => "ReadOnlySpan", 16 => "List", _ => "[,]" };
            Rng structs = new(seed * 7 ^ 0x57A7C75 ^ (ulong)i);
            int fields = kind == "[,]" || element == "bool" || structs.Below(6) > 0 ? 1 : 2 + structs.Below(3);
            var array = new FuzzArray($"a{i}", element, kind, fields);
            _scope.Arrays.Add(array);
            parameters.Add(array.Declaration);
        }

        string hints = "";
        if (new Rng(seed ^ 0x5CA77E2).Below(8) == 0)
        {
            // Stores go through index arrays. A generator of its own leaves the other seeds as they are.
            foreach (string name in _rng.Chance(50) ? new[] { "at" } : ["at", "to"])
            {
                _scope.Permutations.Add(name);
                parameters.Add($"int[] {name}");
                hints += $"[MostlyUnique(\"{name}\")]\n";
            }
        }

        for (int i = _rng.Below(3); i > 0; i--)
        {
            string type = _rng.Chance(60) ? favourite : ExpressionMaker.AnyType(ref _rng);
            _scope.Scalars.Add(($"t{i}", type));
            parameters.Add($"{type} t{i}");
        }

        parameters.Add("int m");
        parameters.Add("int n");
        parameters.Add("int k");
        var body = new FuzzNode("") { IsBlock = true };
        bool isRepeated = new Rng(seed ^ 0x7E9EA7).Below(8) == 0;
        _bodies.Tiling = new Rng(seed ^ 0x711E5).Below(6) == 0 ? new Rng(seed + 1) : null;
        _bodies.Divergent = new Rng(seed ^ 0xD1FE6).Below(5) == 0 ? new Rng(seed + 2) : null;
        _bodies.Leaving = new Rng(seed ^ 0x1EA7E).Below(4) == 0 ? new Rng(seed + 3) : null;
        _bodies.Carrying = new Rng(seed ^ 0xCA771E).Below(4) == 0 ? new Rng(seed + 4) : null;
        _bodies.Idioms = new Rng(seed ^ 0x1D105).Below(4) == 0 ? new Rng(seed + 6) : null;
        int loops = _rng.Below(8) == 0 ? 2 : 1;
        for (int i = 0; i < loops; i++)
        {
            _bodies.AddNest(body.Children, isRepeated ? new Rng(seed) : null, ref _rng);
        }

        string type0 = "void";
        if (_bodies.LiveOut.Count > 0)
        {
            type0 = _bodies.LiveOut.Count == 1 ? _bodies.LiveOut[0].Type : $"({string.Join(", ", _bodies.LiveOut.Select(pair => pair.Type))})";
            string values = string.Join(", ", _bodies.LiveOut.Select(pair => pair.Name));
            body.Children.Add(new FuzzNode(_bodies.LiveOut.Count == 1 ? $"return {values};" : $"return ({values});"));
        }

        string hint = (_bodies.HasFloatSum ? "[Reassociated]\n" : "") + hints + "[Values(\"m\", 0, 1, 2, 3, 5, 9), Values(\"k\", 1, 1, 2, 3, 7)]\n";
        return new FuzzMethod(seed, $"{Attributes()}{hint}public static {type0} F{seed}({string.Join(", ", parameters)})", _bodies.Fields, body);
    }

    private FuzzMethod Scalar(ulong seed)
    {
        string result = ExpressionMaker.AnyType(ref _rng);
        var parameters = new List<string>();
        for (int i = 1 + _rng.Below(3); i > 0; i--)
        {
            string type = _rng.Chance(60) ? result : ExpressionMaker.AnyType(ref _rng);
            _scope.Scalars.Add(($"v{i}", type));
            parameters.Add($"{type} v{i}");
        }

        // Names that leaves of other types fall back to.
        var body = new FuzzNode("", new FuzzNode("int n = 5, m = 3;")) { IsBlock = true };
        for (int i = _rng.Below(4); i > 0; i--)
        {
            string condition = _expressions.Condition(2, ref _rng);
            if (_rng.Chance(50))
            {
                body.Children.Add(new FuzzNode($"if ({condition})", new FuzzNode($"return {_expressions.NotConstant(result, 2, ref _rng)};")) { IsBlock = true });
            }
            else
            {
                string local = $"w{i}", type = ExpressionMaker.AnyType(ref _rng);
                body.Children.Add(new FuzzNode($"{type} {local} = {_expressions.NotConstant(type, 2, ref _rng)};"));
                body.Children.Add(new FuzzNode($"if ({condition})", new FuzzNode($"{local} = {_expressions.NotConstant(type, 2, ref _rng)};")) { IsBlock = true });
                _scope.Scalars.Add((local, type));
            }
        }

        Rng other = new(seed ^ 0xD1FE6);
        if (other.Below(2) == 0)
        {
            body.Children.AddRange(new DivergentMaker(_scope, _expressions, _bodies) { Result = result }.Make(1, ref other));
        }

        body.Children.Add(new FuzzNode($"return {_expressions.NotConstant(result, 3, ref _rng)};"));
        string attributes = _rng.Chance(50) ? "[Parallelize, Vectorize]\n" : "[Vectorize]\n";
        return new FuzzMethod(seed, $"{attributes}public static {result} F{seed}({string.Join(", ", parameters)})", "", body);
    }

    private string Attributes() => _rng.Below(10) switch
    {
        0 => "[Parallelize]\n",
        1 => "[Vectorize]\n",
        2 => "[Parallelize(Schedule = Schedule.Dynamic, ChunkSize = 8), Vectorize]\n",
        3 => "[Parallelize(FloatMode = FloatMode.Strict), Vectorize(FloatMode = FloatMode.Strict)]\n",
        _ => "[Parallelize, Vectorize]\n",
    };
}
