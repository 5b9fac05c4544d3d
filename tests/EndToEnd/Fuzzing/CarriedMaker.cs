namespace AutoPar.EndToEnd;

/// <summary>Makes scalars whose running value is used: sums, extrema, values of the iteration before, last assigned, in segments.</summary>
internal sealed class CarriedMaker(FuzzScope scope, ExpressionMaker expressions, BodyMaker body)
{
    /// <summary>Puts an update, and a store of the scalar, among the statements of an innermost body.</summary>
    public void AddTo(List<FuzzNode> statements, ref Rng rng)
    {
        FuzzArray[] targets = [.. scope.Arrays.Where(array => array.IsWritable && array.Element != "bool" && !scope.Summed.Contains(array.Element))];
        if (targets.Length == 0)
        {
            return;
        }

        FuzzArray target = targets[rng.Below(targets.Length)];
        string type = rng.Chance(60) ? target.Element : ExpressionMaker.AnyType(ref rng);
        string name = body.Carried(type, ref rng);
        scope.Stored.Add(target.Element);
        List<FuzzNode> updates = [Sometimes(Update(name, type, ref rng), ref rng)];
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

    private FuzzNode Sometimes(FuzzNode statement, ref Rng rng) => rng.Chance(30)
        ? new FuzzNode($"if ({expressions.Condition(2, ref rng)})", statement) { IsBlock = true }
        : statement;
}
