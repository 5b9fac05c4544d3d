namespace AutoPar.EndToEnd;

/// <summary>
/// Makes what passes look for: neighbours across a border, histograms, updates that depend on the element they update, shifts,
/// running values that end the loop, numbers drawn by index.
/// </summary>
internal sealed class IdiomMaker(FuzzScope scope, ExpressionMaker expressions, BodyMaker body)
{
    /// <summary>Puts one or two such statements among those of an innermost body.</summary>
    public void AddTo(List<FuzzNode> statements, ref Rng rng)
    {
        if (scope.Indexes is not [.., (var index, "int")])
        {
            return;
        }

        for (int count = 1 + rng.Below(2); count > 0; count--)
        {
            int kind = rng.Below(7);
            FuzzNode? node = kind switch
            {
                0 or 1 => Neighbour(index, ref rng),
                2 => Histogram(index, ref rng),
                3 => Conditional(index, ref rng),
                4 => Shift(index, ref rng),
                5 => RunningExit(ref rng),
                _ => Drawn(index, ref rng),
            };
            if (node is not null)
            {
                statements.Insert(rng.Below(statements.Count + 1), node);
            }
        }
    }

    /// <summary><c>a[i] = b[i == 0 ? n - 1 : i - 1];</c></summary>
    private FuzzNode? Neighbour(string index, ref Rng rng)
    {
        if (Rows(ref rng, array => array.IsWritable) is not { } target || Rows(ref rng, array => array.Element != "bool") is not { } source)
        {
            return null;
        }

        int far = 1 + rng.Below(2);
        string place = rng.Below(8) switch
        {
            0 => $"{index} == 0 ? n - 1 : {index} - 1",
            1 => $"{index} + {far} < n ? {index} + {far} : {index} + {far} - n",
            2 => $"({index} + {far}) % n",
            3 => $"Math.Max({index} - {far}, 0)",
            4 => $"Math.Min({index} + {far}, n - 1)",
            5 => $"{index} < m ? {index} : {index} - m",
            6 => $"{index} >= n / 2 ? {index} - n / 2 : {index} + n / 2",
            _ => $"({index} + n - {far}) % n",
        };
        return new FuzzNode($"{target.Name}[{index}] {rng.Pick("=", "=", "+=")} ({target.Element})({source.Name}[{place}] {rng.Pick("+", "-", "*")} 1);");
    }

    /// <summary><c>a[p[i] &amp; 7]++;</c></summary>
    private FuzzNode? Histogram(string index, ref Rng rng)
    {
        if (Rows(ref rng, IsInteger) is not { } bins || Rows(ref rng, IsInteger) is not { } keys)
        {
            return null;
        }

        string key = rng.Below(4) switch
        {
            0 => $"(byte){keys.Name}[{index}]",
            1 => $"(int)({keys.Name}[{index}] & 15)",
            2 => $"(int){keys.Name}[{index}] & 3",
            _ => $"{index} % 4",
        };
        string place = $"{bins.Name}[{key}]";
        return rng.Below(4) switch
        {
            0 => new FuzzNode($"{place}++;"),
            1 => new FuzzNode($"{place} {rng.Pick("^=", "|=", "+=", "-=")} {expressions.NotConstant(bins.Element, 2, ref rng)};"),
            2 => new FuzzNode($"if ({expressions.Condition(2, ref rng)})", new FuzzNode($"{place}--;")) { IsBlock = true },
            _ => new FuzzNode($"{place} = ({bins.Element})({place} + 3);"),
        };
    }

    /// <summary><c>if (a[i] == 0) a[i] = x;</c>, at any place.</summary>
    private FuzzNode? Conditional(string index, ref Rng rng)
    {
        if (Rows(ref rng, array => array.IsWritable && array.Element != "bool") is not { } target)
        {
            return null;
        }

        string place = scope.Permutations.Count > 0 && rng.Chance(70) ? expressions.Scattered(target, ref rng) : $"{target.Name}[{rng.Pick(index, $"{index} / 2", $"n - 1 - {index}")}]";
        return new FuzzNode($"if ({place} {rng.Pick("<", ">", "==", "!=")} ({target.Element})m)", new FuzzNode($"{place} = {Stored(target, ref rng)};")) { IsBlock = true };
    }

    /// <summary><c>a[i] = a[i + 2] + x;</c></summary>
    private FuzzNode? Shift(string index, ref Rng rng)
    {
        if (Rows(ref rng, array => array.IsWritable && array.Element != "bool") is not { } target)
        {
            return null;
        }

        string far = rng.Pick("1", "1", "2", "5", "m", "k", "13");
        string other = $"{target.Name}[{index} {rng.Pick("+", "+", "-")} {far}]";
        string value = Stored(target, ref rng);

        // Not a running sum of floats, whose last bits depend on the order.
        string shifted = target.Element is "double" or "float" ? $"{other} * ({target.Element})0.5 + {value}" : $"{other} {rng.Pick("+", "-", "^")} {value}";
        return rng.Chance(70)
            ? new FuzzNode($"{target.Name}[{index}] = ({target.Element})({shifted});")
            : new FuzzNode($"{other} = ({target.Element})({value} - {target.Name}[{index}]);");
    }

    /// <summary><c>r += x; if (r > 100) break;</c></summary>
    private FuzzNode RunningExit(ref Rng rng)
    {
        string type = rng.Pick("int", "int", "long", "uint");
        string name = body.Carried(type, ref rng);
        string update = rng.Below(3) switch
        {
            0 => $"{name} += {expressions.NotConstant(type, 2, ref rng)};",
            1 => $"{name} = Math.Max({name}, {expressions.NotConstant(type, 2, ref rng)});",
            _ => $"{name}++;",
        };
        var leave = new FuzzNode($"if ({name} {rng.Pick(">", ">=")} {rng.Pick("5", "50", "1000", "50000")})", new FuzzNode("break;")) { IsBlock = true };
        return new FuzzNode("", rng.Chance(70) ? [new FuzzNode(update), leave] : [leave, new FuzzNode(update)]) { IsBlock = true };
    }

    private FuzzNode? Drawn(string index, ref Rng rng)
    {
        if (Rows(ref rng, array => array.IsWritable && array.Element != "bool") is not { } target)
        {
            return null;
        }

        string value = rng.Below(4) switch
        {
            0 => $"ParallelRandom.Double(7, {index}, m) * 100",
            1 => $"ParallelRandom.Single((ulong)m, {index}) * 100",
            2 => $"ParallelRandom.Int32(3, {index}, -5, 9, k)",
            _ => $"ParallelRandom.UInt32(3, {index} * 2L) >> 26",
        };
        return new FuzzNode($"{target.Name}[{index}] = ({target.Element})({value});");
    }

    private string Stored(FuzzArray target, ref Rng rng) => expressions.NotConstant(target.Element, 1, ref rng);

    private static bool IsInteger(FuzzArray array) => array.IsWritable && array.Element is not ("bool" or "double" or "float" or "char");

    /// <summary>One of the arrays of one dimension; it is stored to.</summary>
    private FuzzArray? Rows(ref Rng rng, Func<FuzzArray, bool> isWanted)
    {
        FuzzArray[] rows = [.. scope.Arrays.Where(array => array.Kind != "[,]" && array.Fields == 1 && array.Element != "bool" && isWanted(array) && !scope.Summed.Contains(array.Element))];
        if (rows.Length == 0)
        {
            return null;
        }

        FuzzArray row = rows[rng.Below(rows.Length)];
        scope.Stored.Add(row.Element);
        return row;
    }
}
