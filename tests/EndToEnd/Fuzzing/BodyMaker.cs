namespace AutoPar.EndToEnd;

/// <summary>Makes loops and the statements in them.</summary>
internal sealed class BodyMaker(FuzzScope scope, ExpressionMaker expressions)
{
    private readonly List<FuzzNode> _before = [];
    private readonly List<(string Name, string Type)> _fields = [];
    private int _names;
    private bool _inForeach;
    private DivergentMaker? _divergent;

    /// <summary>Makes inner loops run over a part of the range that the loop around them chooses; null for none.</summary>
    public Rng? Tiling { get; set; }

    /// <summary>Puts inner loops with trip counts of their own into the innermost bodies; null for none.</summary>
    public Rng? Divergent { get; set; }

    /// <summary>Lets innermost loops be left early, or pack elements; null for neither.</summary>
    public Rng? Leaving { get; set; }

    /// <summary>Puts running values into innermost bodies; null for none.</summary>
    public Rng? Carrying { get; set; }

    /// <summary>Puts what passes look for into innermost bodies; null for none.</summary>
    public Rng? Idioms { get; set; }

    /// <summary>Scalars whose value after the loops is returned.</summary>
    public List<(string Name, string Type)> LiveOut { get; } = [];

    public bool HasFloatSum { get; private set; }

    public string Fields => string.Concat(_fields.Select(pair => $"public static {pair.Type} {pair.Name};\n"));

    /// <param name="repeated">Nests that run again and again, in a loop that isn't counted.</param>
    public void AddNest(List<FuzzNode> statements, Rng? repeated, ref Rng rng)
    {
        int depth = rng.Below(20) switch { < 14 => 1, < 19 => 2, _ => 3 };
        _before.Clear();
        FuzzNode[] loop = MakeLoop(depth, depth, ref rng);
        statements.AddRange(_before);
        statements.AddRange(repeated is { } other ? Repeated(loop, ref other) : loop);
    }

    private FuzzNode[] Repeated(FuzzNode[] loop, ref Rng rng)
    {
        string steps = $"o{_names++}";
        List<FuzzNode> children = [.. loop];
        FuzzArray[] arrays = [.. scope.Arrays.Where(array => array.IsWritable)];
        FuzzArray one = arrays.Length == 0 ? scope.Arrays[0] : arrays[rng.Below(arrays.Length)];
        if (arrays.FirstOrDefault(array => array != one && array.Kind == one.Kind && array.Element == one.Element && array.Fields == one.Fields) is { } other)
        {
            children.Add(new FuzzNode($"var held = {one.Name}; {one.Name} = {other.Name}; {other.Name} = held;"));
        }

        return
        [
            new FuzzNode($"int {steps} = 0;"),
            new FuzzNode($"while ({steps}++ < k && {steps} < 4)", [.. children]) { IsBlock = true },
        ];
    }

    private FuzzNode[] MakeLoop(int depth, int levels, ref Rng rng)
    {
        string index = $"{"ijk"[levels - depth]}{(_names++ == 0 ? "" : _names)}";
        string bound = depth == levels ? "n" : rng.Pick("m", "n", scope.Indexes.Count > 0 && scope.Indexes[0].Type == "int" ? scope.Indexes[0].Name : "m");
        string type = rng.Below(14) switch { 0 => "long", 1 => "uint", _ => "int" };
        if (levels > 1)
        {
            type = "int";
        }

        FuzzArray[] lists = [.. scope.Arrays.Where(array => array.Kind != "[,]" && array.Fields == 1)];
        if (rng.Below(14) == 0 && lists.Length > 0)
        {
            return [Foreach(lists[rng.Below(lists.Length)], ref rng)];
        }

        if (type == "int" && rng.Below(10) == 0 && lists.Length > 0)
        {
            bound = lists[rng.Below(lists.Length)].Length;
        }

        bool live = type == "int" && rng.Below(12) == 0;
        string declaration = live ? index : $"{type} {index}";
        string limit = type == "uint" ? $"(uint){bound}" : bound;
        int first = rng.Pick(0, 0, 0, 0, 1, 2);
        string step = type == "uint" ? rng.Pick("1", "1", "1", "2", "3") : rng.Pick("1", "1", "1", "1", "1", "1", "2", "3", "k", "(k + 1)");
        (string start, string test, string next) = rng.Below(type == "uint" ? 4 : 9) switch
        {
            4 => ($"{bound} - 1", $"{index} >= {first}", step == "1" ? $"{index}--" : $"{index} -= {step}"),
            5 => ($"{bound}", $"{index} > {first}", $"{index} -= {step}"),
            6 => ($"{first}", $"{index} <= {bound} - 1", $"{index} += {step}"),
            7 when first == 0 => ("0", $"{index} != {limit}", $"{index}++"),
            8 when first > 0 => ($"{first}", $"{index} + {first} < {bound}", $"{index} = {index} + {step}"),
            8 => ($"{first}", $"{bound} > {index}", $"{index} = {index} + {step}"),
            _ => ($"{first}", $"{index} < {limit}", step == "1" ? $"{index}++" : $"{index} += {step}"),
        };
        if (depth < levels && scope.Indexes[^1].Type == "int" && Tiling is { } tiling)
        {
            string outer = scope.Indexes[^1].Name;
            (start, test, next) = tiling.Below(5) switch
            {
                0 => ($"{outer}", $"{index} < {outer} + k", $"{index}++"),
                1 => ($"{outer} * k", $"{index} < ({outer} + 1) * k", $"{index}++"),
                2 => ($"{outer} * k", $"{index} < Math.Min(({outer} + 1) * k, n)", $"{index}++"),
                3 => ($"Math.Max({outer} - k, 0)", $"{index} < {outer}", $"{index}++"),
                _ => ($"{outer}", $"{index} < Math.Min({outer} + k, n)", $"{index}++"),
            };
            Tiling = tiling;
        }

        if (live)
        {
            _before.Add(new FuzzNode($"int {index} = -5;"));
            LiveOut.Add((index, "int"));
        }

        bool isWhile = live && depth == levels && rng.Chance(40);
        scope.Indexes.Add((index, type));
        int known = scope.Scalars.Count;
        List<FuzzNode> children = Body(depth, levels, canContinue: !isWhile, ref rng);
        scope.Scalars.RemoveRange(known, scope.Scalars.Count - known);
        scope.Indexes.RemoveAt(scope.Indexes.Count - 1);
        if (!isWhile)
        {
            return [new FuzzNode($"for ({declaration} = {start}; {test}; {next})", [.. children]) { IsBlock = true }];
        }

        return
        [
            new FuzzNode($"{index} = {start};"),
            new FuzzNode($"while ({test})", [.. children, new FuzzNode($"{next};") { IsFixed = true }]) { IsBlock = true },
        ];
    }

    private FuzzNode Foreach(FuzzArray array, ref Rng rng)
    {
        string element = $"e{_names++}";
        int known = scope.Scalars.Count;
        scope.Scalars.Add((element, array.Element));
        _inForeach = true;
        List<FuzzNode> children = Body(1, 1, canContinue: true, ref rng);
        _inForeach = false;
        scope.Scalars.RemoveRange(known, scope.Scalars.Count - known);
        return new FuzzNode($"foreach ({array.Element} {element} in {array.Name})", [.. children]) { IsBlock = true };
    }

    private List<FuzzNode> Body(int depth, int levels, bool canContinue, ref Rng rng)
    {
        var children = new List<FuzzNode>();
        int known = scope.Scalars.Count;
        if (depth > 1)
        {
            if (rng.Chance(30))
            {
                children.AddRange(Statement(canContinue, ref rng));
            }

            children.AddRange(MakeLoop(depth - 1, levels, ref rng));
            if (rng.Chance(30))
            {
                children.AddRange(Statement(canContinue, ref rng));
            }

            return children;
        }

        if (Divergent is { } divergent && scope.Indexes.All(index => index.Type == "int"))
        {
            _divergent ??= new DivergentMaker(scope, expressions, this);
            children.AddRange(_divergent.Make(1, ref divergent));
            Divergent = divergent;
        }

        for (int i = 1 + rng.Below(4); i > 0; i--)
        {
            children.AddRange(Statement(canContinue, ref rng));
        }

        Leaving = Added(Leaving, new LeavingMaker(scope, expressions, this).AddTo);
        Carrying = Added(Carrying, new CarriedMaker(scope, expressions, this).AddTo);
        Idioms = Added(Idioms, new IdiomMaker(scope, expressions, this).AddTo);
        return children;

        // They may come before what the body declares.
        Rng? Added(Rng? random, Adder add)
        {
            if (random is not { } own)
            {
                return null;
            }

            List<(string, string)> declared = scope.Scalars.GetRange(known, scope.Scalars.Count - known);
            scope.Scalars.RemoveRange(known, declared.Count);
            add(children, ref own);
            scope.Scalars.AddRange(declared);
            return own;
        }
    }

    private delegate void Adder(List<FuzzNode> statements, ref Rng rng);

    /// <summary>A scalar that starts before the nest.</summary>
    public string Carried(string type, ref Rng rng)
    {
        string name = $"r{_names++}";
        Declare(name, type, ExpressionMaker.Literal(type, ref rng), isField: false);
        return name;
    }

    /// <summary>A counter that starts before the nest.</summary>
    public string Counter(ref Rng rng)
    {
        string name = $"c{_names++}";
        Declare(name, "int", rng.Pick("0", "0", "0", "-1", "3"), isField: false);
        return name;
    }

    private FuzzNode[] Statement(bool canContinue, ref Rng rng)
    {
        switch (rng.Below(20))
        {
            case < 9:
                return [Store(ref rng)];
            case < 11:
                return [Private(ref rng)];
            case < 13:
                return [If(ref rng)];
            case 13 when canContinue:
                return [new FuzzNode($"if ({expressions.Condition(2, ref rng)})", new FuzzNode("continue;")) { IsBlock = true }];
            case 14 when scope.Indexes.Count > 0:
                return Outer(ref rng);
            case 15:
                return [Switch(ref rng)];
            default:
                return new ReductionMaker(scope, expressions, this).Make($"s{_names++}", ref rng);
        }
    }

    /// <summary>Declares a scalar before the nest; it is returned.</summary>
    public void Declare(string name, string type, string value, bool isField)
    {
        if (isField)
        {
            _fields.Add((name, type));
            return;
        }

        _before.Add(new FuzzNode($"{type} {name} = {value};"));
        LiveOut.Add((name, type));
    }

    public void MarkFloatSum() => HasFloatSum = true;

    public FuzzNode Store(ref Rng rng)
    {
        FuzzArray[] arrays = [.. scope.Arrays.Where(array => array.IsWritable && (array.Fields == 1 || array.Kind != "List") && !scope.Summed.Contains(array.Element))];
        if (arrays.Length == 0)
        {
            return Private(ref rng);
        }

        FuzzArray target = arrays[rng.Below(arrays.Length)];
        string place = expressions.Element(target, ref rng);
        if (target.Element is "double" or "float" && (_inForeach || !place.Contains(scope.Indexes[^1].Name, StringComparison.Ordinal)))
        {
            // The same element in every iteration may become a reduction, which would change a float's last bits.
            return Private(ref rng);
        }

        scope.Stored.Add(target.Element);
        if (target.Element == "bool")
        {
            return new FuzzNode($"{place} = {expressions.Condition(2, ref rng)};");
        }

        return rng.Below(12) switch
        {
            0 => new FuzzNode($"{place}++;"),
            1 or 2 => new FuzzNode($"{place} {rng.Pick("+=", "-=", "*=")} {expressions.NotConstant(target.Element, 2, ref rng)};"),
            3 when target.Element is not ("double" or "float" or "char") =>
                new FuzzNode($"{place} {rng.Pick("^=", "|=", "&=")} {expressions.NotConstant(target.Element, 2, ref rng)};"),
            _ => new FuzzNode($"{place} = {expressions.NotConstant(target.Element, 3, ref rng)};"),
        };
    }

    private FuzzNode Private(ref Rng rng)
    {
        string name = $"x{_names++}", type = expressions.AnyNumber(ref rng);
        var node = new FuzzNode($"{type} {name} = {expressions.NotConstant(type, 2, ref rng)};");
        scope.Scalars.Add((name, type));
        return node;
    }

    /// <summary>A scalar of the method that is assigned in the loop: before it's read, or after. It may grow with the index.</summary>
    private FuzzNode[] Outer(ref Rng rng)
    {
        string name = $"y{_names++}", type = ExpressionMaker.AnyType(ref rng);
        bool isInduction = rng.Chance(40);
        type = isInduction ? "int" : type;
        string travelling = scope.Indexes[^1].Type == "int" ? scope.Indexes[^1].Name : "3";
        Declare(name, type, ExpressionMaker.Literal(type, ref rng), isField: false);
        var assign = new FuzzNode(isInduction ? $"{name} += {rng.Pick("1", "2", "-1", "m", "k", travelling, $"2 - {travelling}")};" : $"{name} = {expressions.NotConstant(type, 2, ref rng)};");
        scope.Scalars.Add((name, type));
        FuzzNode use = Store(ref rng);
        return rng.Chance(70) ? [assign, use] : [use, assign];
    }

    private FuzzNode If(ref Rng rng)
    {
        var node = new FuzzNode($"if ({expressions.Condition(2, ref rng)})") { IsBlock = true };
        AddScoped(node, 1 + rng.Below(2), ref rng);
        if (rng.Chance(40))
        {
            var other = new FuzzNode("else") { IsBlock = true };
            AddScoped(other, 1, ref rng);
            return new FuzzNode("", node, other) { IsBlock = true };
        }

        return node;
    }

    private FuzzNode Switch(ref Rng rng)
    {
        string value = expressions.NotConstant("int", 2, ref rng);
        var node = new FuzzNode($"switch (({value}) & 3)") { IsBlock = true };
        foreach (string label in new[] { "case 0:", "case 1: case 2:", rng.Chance(50) ? "default:" : "case 3:" })
        {
            var arm = new FuzzNode(label) { IsBlock = true };
            AddScoped(arm, 1, ref rng);
            arm.Children.Add(new FuzzNode("break;"));
            node.Children.Add(arm);
        }

        return node;
    }

    private void AddScoped(FuzzNode node, int count, ref Rng rng)
    {
        int known = scope.Scalars.Count;
        for (; count > 0; count--)
        {
            node.Children.Add(Store(ref rng));
        }

        scope.Scalars.RemoveRange(known, scope.Scalars.Count - known);
    }
}
