namespace AutoPar.EndToEnd;

/// <summary>Makes scalars whose running value is used: sums, extrema, values of the iteration before, last assigned, in segments.</summary>
internal sealed class CarriedMaker(FuzzScope scope, ExpressionMaker expressions, BodyMaker body)
{
    /// <summary>Puts an update, and a store of the scalar, among the statements of an innermost body.</summary>
    public void AddTo(List<FuzzNode> statements, ref Rng rng)
    {
        FuzzArray[] targets = [.. scope.Arrays.Where(array => array.IsWritable && (array.Fields == 1 || array.Kind != "List") && array.Element != "bool" && !scope.Summed.Contains(array.Element))];
        if (targets.Length == 0)
        {
            return;
        }

        FuzzArray target = targets[rng.Below(targets.Length)];
        string type = rng.Chance(60) ? target.Element : ExpressionMaker.AnyType(ref rng);
        string name = body.Carried(type, ref rng);
        scope.Stored.Add(target.Element);
        List<FuzzNode> updates = [Sometimes(Update(name, type, ref rng), ref rng)];
        if (rng.Chance(30))
        {
            Distribute(updates, name, type, target, ref rng);
        }

        if (rng.Chance(20))
        {
            updates.Insert(rng.Below(2), new FuzzNode($"if ({expressions.Condition(1, ref rng)})", new FuzzNode($"{name} = {expressions.NotConstant(type, 1, ref rng)};")) { IsBlock = true });
        }

        string value = rng.Chance(50) ? $"({target.Element}){name}" : $"({target.Element})({expressions.NotConstant(type, 1, ref rng)} - {name})";
        FuzzNode store = Sometimes(new FuzzNode($"{expressions.Element(target, ref rng)} = {value};"), ref rng);
        updates.Insert(rng.Chance(40) ? 0 : updates.Count, store);
        bool isTogether = rng.Chance(25);
        int place = rng.Below(statements.Count + 1);
        statements.InsertRange(place, isTogether
            ? [new FuzzNode($"if ({expressions.Condition(2, ref rng)})", [.. updates]) { IsBlock = true }]
            : updates);
    }

    // Sums of floats depend on the order; everything else is exact.
    private FuzzNode Update(string name, string type, ref Rng rng)
    {
        string value = expressions.NotConstant(type, 2, ref rng);
        bool isFloat = type is "double" or "float";
        switch (rng.Below(isFloat || type == "char" ? 4 : 10))
        {
            case 0:
                return new FuzzNode($"{name} = {value};");
            case 1 when type != "char":
                return new FuzzNode(rng.Pick($"{name} = Math.Max({name}, {value});", $"{name} = Math.Min({value}, {name});"));
            case 2:
                return new FuzzNode($"if ({value} {rng.Pick("<", "<=", ">", ">=")} {name})", new FuzzNode($"{name} = {value};")) { IsBlock = true };
            case 3 or 1:
                return new FuzzNode($"{name} = {value} {rng.Pick("<", ">")} {name} ? {value} : {name};");
            default:
                return new FuzzNode($"{name} {rng.Pick("+=", "+=", "-=", "*=", "^=", "|=", "&=")} {value};");
        }
    }

    // A recurrence that no operator of a scan is, and next to it what takes long enough to be worth lanes.
    private void Distribute(List<FuzzNode> updates, string name, string type, FuzzArray target, ref Rng rng)
    {
        bool isFloat = type is "double" or "float";
        string math = type == "float" ? "MathF" : "Math";
        string value = expressions.NotConstant(type, 2, ref rng);
        string update = isFloat
            ? rng.Pick($"{value} - {name}", $"{math}.Sqrt({math}.Abs({name})) + {value}", $"{name} * ({type})0.5 + {value}", $"{name} + ({type})0.1")
            : rng.Pick($"{value} - {name}", $"{name} * 5 + {value}", $"{name} ^ ({name} >> 1) + 3");
        updates[0] = Sometimes(new FuzzNode($"{name} = ({type})({update});"), ref rng);
        if (target.Element is "double" or "float")
        {
            string root = target.Element == "float" ? "MathF.Sqrt" : "Math.Sqrt";
            string other = expressions.NotConstant(target.Element, 1, ref rng);
            string divisor = expressions.NotConstant(target.Element, 1, ref rng);
            FuzzNode rest = new($"{expressions.Element(target, ref rng)} = {root}({other}) / ({root}({divisor}) + 2)"
                + $" + {root}({root}(({target.Element}){name}) / 3);");
            updates.Insert(rng.Below(updates.Count + 1), rest);
        }

        FuzzArray[] rows = [.. scope.Arrays.Where(array => array.IsWritable && array.Kind == "[]" && array.Fields == 1 && array.Element is "double" or "float" or "int")];
        if (rows.Length > 0 && scope.Indexes is [.., (var index, "int")] && rng.Chance(50))
        {
            FuzzArray row = rows[rng.Below(rows.Length)];
            scope.Stored.Add(row.Element);
            string added = expressions.NotConstant(row.Element, 1, ref rng);
            updates.Insert(rng.Below(updates.Count + 1), new FuzzNode(
                $"{row.Name}[{index} + 1] = ({row.Element})({row.Name}[{index}] {rng.Pick("/", "-")} 2 + {added});"));
        }
    }

    private FuzzNode Sometimes(FuzzNode statement, ref Rng rng) => rng.Chance(30)
        ? new FuzzNode($"if ({expressions.Condition(2, ref rng)})", statement) { IsBlock = true }
        : statement;
}
