namespace AutoPar.EndToEnd;

/// <summary>Makes random expressions of a given type that C# accepts.</summary>
internal sealed class ExpressionMaker(FuzzScope scope)
{
    public static readonly string[] Integers = ["int", "int", "int", "uint", "long", "ulong"];
    public static readonly string[] Small = ["byte", "sbyte", "short", "ushort", "char"];

    public string Make(string type, int depth, ref Rng rng) =>
        depth > 0 && rng.Below(12) == 0 ? Literal(type, ref rng) : NotConstant(type, depth, ref rng);

    /// <summary>Never a constant: the compiler would fold it, and complain.</summary>
    public string NotConstant(string type, int depth, ref Rng rng)
    {
        if (depth <= 0 || rng.Below(4) == 0)
        {
            return Leaf(type, ref rng);
        }

        if (type == "bool")
        {
            return Condition(depth, ref rng);
        }

        if (rng.Below(9) == 0)
        {
            return $"({Condition(depth - 1, ref rng)} ? {NotConstant(type, depth - 1, ref rng)} : {Make(type, depth - 1, ref rng)})";
        }

        if (rng.Below(6) == 0)
        {
            return Cast(type, NotConstant(AnyNumber(ref rng), depth - 1, ref rng));
        }

        if (Small.Contains(type))
        {
            return Cast(type, NotConstant(rng.Below(4) == 0 ? "long" : "int", depth - 1, ref rng));
        }

        return type is "double" or "float" ? Float(type, depth, ref rng) : Integer(type, depth, ref rng);
    }

    public string Condition(int depth, ref Rng rng)
    {
        switch (rng.Below(depth > 0 ? 8 : 5))
        {
            case 5:
                return $"({Condition(depth - 1, ref rng)} {rng.Pick("&&", "||", "&", "|", "^")} {Condition(depth - 1, ref rng)})";
            case 6:
                return $"!({Condition(depth - 1, ref rng)})";
            case 7:
                return Leaf("bool", ref rng);
            default:
                string type = AnyNumber(ref rng);
                return $"{NotConstant(type, depth - 1, ref rng)} {rng.Pick("<", "<=", ">", ">=", "==", "!=")} {Make(type, depth - 1, ref rng)}";
        }
    }

    /// <summary>A subscript: affine mostly, in range mostly.</summary>
    public string Subscript(ref Rng rng)
    {
        if (scope.Indexes.Count == 0)
        {
            return rng.Pick("0", "1", "m", "n / 2");
        }

        (string index, string type) = scope.Indexes[rng.Chance(75) ? ^1 : rng.Below(scope.Indexes.Count)];
        string outer = scope.Indexes[0].Name;
        bool isInt = type == "int";
        int constant = 1 + rng.Below(4);
        return rng.Below(24) switch
        {
            0 or 1 => $"{index} + {constant}",
            2 when isInt => $"{index} - {constant}",
            3 => rng.Pick($"2 * {index}", $"2 * {index}", $"3 * {index}"),
            4 => $"2 * {index} + 1",
            5 when isInt => rng.Pick($"n - 1 - {index}", $"n - 1 - {index}", $"n + m - {index}", $"n + 3 - 2 * {index}"),
            6 when isInt => $"{index} + m",
            7 when scope.Indexes.Count > 1 && isInt => $"{outer} * m + {index}",
            8 when scope.Indexes.Count > 1 && isInt => $"{outer} + {index}",
            9 => rng.Pick($"{index} / 2", $"{index} % 4", $"{index} & 7", $"{index} >> 1"),
            10 => rng.Pick("0", "m", "3", "m + 2", "n / 2", "n - 1"),
            11 when Gather(ref rng) is { } gathered => gathered,
            12 => $"{index} + {constant * 5}",
            13 when isInt => rng.Pick($"{index} * m", $"{index} * k", $"{index} * k + m"),
            _ => index,
        };
    }

    /// <summary>An element through an index array.</summary>
    public string Scattered(FuzzArray array, ref Rng rng)
    {
        string place = $"{scope.Permutations[rng.Below(scope.Permutations.Count)]}[{scope.Indexes[rng.Chance(80) ? ^1 : 0].Name}]";
        return $"{array.Name}[{rng.Below(8) switch { 0 => $"{place} + 1", 1 => $"{place} / 2", 2 => $"n - 1 - {place}", 3 => $"{place} % (m + 1)", _ => place }}]";
    }

    public string Element(FuzzArray array, ref Rng rng) =>
        array.Fields == 1 ? Place(array, ref rng) : $"{Place(array, ref rng)}.Item{1 + rng.Below(array.Fields)}";

    private string Place(FuzzArray array, ref Rng rng)
    {
        if (array.Kind != "[,]" && scope.Permutations.Count > 0 && scope.Indexes.Count > 0 && rng.Chance(40))
        {
            return Scattered(array, ref rng);
        }

        if (array.Kind == "[,]")
        {
            string second = Subscript(ref rng);
            string first = scope.Indexes.Count > 1 && rng.Chance(70) ? scope.Indexes[0].Name : Subscript(ref rng);
            return $"{array.Name}[{first}, {second}]";
        }

        string subscript = Subscript(ref rng);
        string type = scope.Indexes.Count == 0 ? "int" : scope.Indexes[^1].Type;
        return array.Kind is "Span" or "ReadOnlySpan" or "List" && type != "int" ? $"{array.Name}[(int)({subscript})]" : $"{array.Name}[{subscript}]";
    }

    private string? Gather(ref Rng rng)
    {
        FuzzArray[] indexes = [.. scope.Arrays.Where(array => array.Element == "int" && array.Kind == "[]" && array.Fields == 1)];
        return indexes.Length == 0 ? null : $"{indexes[rng.Below(indexes.Length)].Name}[{scope.Indexes[^1].Name}]";
    }

    private string Leaf(string type, ref Rng rng)
    {
        FuzzArray[] arrays = [.. scope.Arrays.Where(array => array.Element == type)];
        (string Name, string Type)[] scalars = [.. scope.Scalars.Where(scalar => scalar.Type == type)];
        if (arrays.Length > 0 && (scalars.Length == 0 || rng.Chance(60)))
        {
            return Element(arrays[rng.Below(arrays.Length)], ref rng);
        }

        if (scalars.Length > 0 && rng.Chance(80))
        {
            return scalars[rng.Below(scalars.Length)].Name;
        }

        if (type == "bool")
        {
            return scope.Indexes.Count > 0 ? $"({scope.Indexes[^1].Name} & 1) == 0" : "m > 2";
        }

        // Something of another type, converted.
        FuzzArray[] numbers = [.. scope.Arrays.Where(array => array.Element != "bool")];
        string other = numbers.Length > 0 && rng.Chance(60) ? Element(numbers[rng.Below(numbers.Length)], ref rng)
            : scope.Indexes.Count > 0 && rng.Chance(70) ? scope.Indexes[rng.Below(scope.Indexes.Count)].Name
            : scope.Scalars.Where(scalar => scalar.Type != "bool").ToList() is { Count: > 0 } known && rng.Chance(80) ? known[rng.Below(known.Count)].Name
            : rng.Pick("n", "m");
        return Cast(type, other);
    }

    private string Float(string type, int depth, ref Rng rng)
    {
        string math = type == "double" ? "Math" : "MathF";
        string x = NotConstant(type, depth - 1, ref rng);
        if (rng.Below(5) == 0)
        {
            return rng.Below(12) switch
            {
                0 or 1 => $"{math}.Sqrt({x})",
                2 => $"Math.Abs({x})",
                3 => $"Math.Min({x}, {Make(type, depth - 1, ref rng)})",
                4 => $"Math.Max({x}, {Make(type, depth - 1, ref rng)})",
                5 => $"{math}.Floor({x})",
                6 => $"{math}.Ceiling({x})",
                7 => $"{math}.Truncate({x})",
                8 => $"{math}.Round({x})",

                // The sign of a NaN that arithmetic made is as open as its payload.
                9 => $"{math}.CopySign({x}, {Make(type, depth - 1, ref rng)} < 0 ? -1 : 1)",
                10 => $"{math}.FusedMultiplyAdd({x}, {Make(type, depth - 1, ref rng)}, {Make(type, depth - 1, ref rng)})",
                _ => $"Helpers.Mix{(type == "double" ? "D" : "F")}({x}, {Make(type, depth - 1, ref rng)})",
            };
        }

        return rng.Below(10) == 0 ? $"-({x})" : $"({x} {rng.Pick("+", "-", "*", "*", "+", "/", rng.Below(4) == 0 ? "%" : "-")} {Operand(type, depth - 1, ref rng)})";
    }

    private string Integer(string type, int depth, ref Rng rng)
    {
        string x = NotConstant(type, depth - 1, ref rng);
        switch (rng.Below(16))
        {
            case 0:
                return $"(~{x})";
            case 1 when type is "int" or "long":
                return $"(-{x})";
            case 2 or 3:
                return $"({x} {rng.Pick("<<", ">>", ">>>")} {(rng.Chance(60) ? rng.Below(40).ToString(System.Globalization.CultureInfo.InvariantCulture) : NotConstant("int", depth - 1, ref rng))})";
            case 4:
                string divisor = NotConstant(type, depth - 1, ref rng);
                return rng.Chance(75) ? $"({x} {rng.Pick("/", "%")} ({divisor} | 1))" : $"({x} {rng.Pick("/", "%")} {divisor})";
            case 5:
                return $"({x} {rng.Pick("/", "%")} {2 + rng.Below(9)})";
            case 6:
                return $"Math.{rng.Pick("Min", "Max")}({x}, {Make(type, depth - 1, ref rng)})";
            case 7 when type is "int" or "long" && rng.Chance(40):
                return $"Math.Abs({x})";
            case 8 when !scope.IsChecked && rng.Chance(25):
                scope.IsChecked = true;
                string inside = $"checked({x} {rng.Pick("+", "-", "*")} {Operand(type, depth - 1, ref rng)})";
                scope.IsChecked = false;
                return inside;
            case 9 when type == "int":
                return $"Helpers.Twice({x})";
            default:
                return $"({x} {rng.Pick("+", "-", "*", "&", "|", "^", "+", "-")} {Operand(type, depth - 1, ref rng)})";
        }
    }

    /// <summary>A right operand: of the type itself, or of one that converts to it.</summary>
    private string Operand(string type, int depth, ref Rng rng)
    {
        string[] narrower = type switch
        {
            "double" => ["float", "int", "byte", "short", "long"],
            "float" => ["int", "byte", "short", "ushort"],
            "int" => ["byte", "short", "sbyte", "char"],
            "long" => ["int", "uint", "short"],
            "uint" => ["byte", "ushort", "char"],
            "ulong" => ["uint", "byte"],
            _ => [type],
        };
        return rng.Chance(20) ? Leaf(narrower[rng.Below(narrower.Length)], ref rng) : Make(type, depth, ref rng);
    }

    public string AnyNumber(ref Rng rng)
    {
        FuzzArray[] numbers = [.. scope.Arrays.Where(array => array.Element != "bool")];
        return numbers.Length > 0 && rng.Chance(70) ? numbers[rng.Below(numbers.Length)].Element : AnyType(ref rng);
    }

    public static string AnyType(ref Rng rng) => rng.Below(10) switch
    {
        < 3 => "double",
        < 5 => "float",
        < 8 => Integers[rng.Below(Integers.Length)],
        _ => Small[rng.Below(Small.Length)],
    };

    public static string Literal(string type, ref Rng rng) => type switch
    {
        "double" => rng.Pick("0.5", "2.0", "1.1", "-1.0", "0.0", "3.0", "1e10"),
        "float" => rng.Pick("0.5f", "2f", "1.1f", "-1f", "0f", "3f"),
        "uint" => rng.Pick("1u", "7u", "0u", "100u"),
        "long" => rng.Pick("1L", "-5L", "0L", "1000000007L"),
        "ulong" => rng.Pick("1ul", "9ul", "0ul"),
        "bool" => rng.Pick("true", "false"),
        "char" => rng.Pick("'a'", "'\\0'", "'Z'"),
        "byte" or "ushort" => $"({type}){rng.Below(200)}",
        "sbyte" or "short" => $"({type})({rng.Below(200) - 100})",
        _ => rng.Pick("1", "2", "-3", "0", "7", "100"),
    };

    private string Cast(string type, string expression) => $"({type})({expression})";
}
