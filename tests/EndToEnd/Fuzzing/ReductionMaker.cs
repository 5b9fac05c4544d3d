namespace AutoPar.EndToEnd;

/// <summary>Makes reductions of every kind, and things that look like one.</summary>
internal sealed class ReductionMaker(FuzzScope scope, ExpressionMaker expressions, BodyMaker body)
{
    public FuzzNode[] Make(string name, ref Rng rng)
    {
        string type = rng.Chance(60) ? expressions.AnyNumber(ref rng) : ExpressionMaker.AnyType(ref rng);
        bool isField = rng.Below(10) == 0;
        name = isField ? "S_" + name : name;
        bool isFloat = type is "double" or "float";
        switch (rng.Below(10))
        {
            case 0:
                body.Declare(name, "int", "0", isField);
                return [When(new FuzzNode($"{name}++;"), ref rng)];
            case 1 or 2:
                return [Extremum(name, type, isField, ref rng)];
            case 3:
                return [ArgExtremum(name, type, ref rng)];
            case 4:
                body.Declare(name, "bool", rng.Pick("true", "false"), isField: false);
                string condition = expressions.Condition(2, ref rng);
                return [new FuzzNode(rng.Pick($"{name} |= {condition};", $"{name} &= {condition};", $"{name} = {name} || {condition};", $"{name} = {name} && {condition};"))];
            case 5:
                body.Declare(name, type, ExpressionMaker.Literal(type, ref rng), isField);
                return [When(new FuzzNode($"{name} = {expressions.NotConstant(type, 2, ref rng)};"), ref rng)];
            default:
                body.Declare(name, type, isFloat ? "0" : ExpressionMaker.Literal(type, ref rng), isField);
                return [isFloat ? FloatSum(name, type, ref rng) : IntegerFold(name, type, ref rng)];
        }
    }

    // Small whole numbers: exact in any order, also in a float, so the run can demand the same bits.
    private FuzzNode FloatSum(string name, string type, ref Rng rng)
    {
        body.MarkFloatSum();
        FuzzArray[] arrays = [.. scope.Arrays.Where(array => array.Element == type && !scope.Stored.Contains(type))];
        if (arrays.Length > 0)
        {
            scope.Summed.Add(type);
        }

        string term = arrays.Length > 0 ? expressions.Element(arrays[rng.Below(arrays.Length)], ref rng)
            : scope.Indexes.Count > 0 ? $"({type})({scope.Indexes[^1].Name} & 7)" : $"({type})m";
        term = rng.Below(3) switch { 0 => $"{term} * 2", 1 => $"({term} + 1)", _ => term };
        return When(
            new FuzzNode(rng.Pick($"{name} += {term};", $"{name} -= {term};", $"{name} = {name} + {term};", $"{name} = {term} + {name};")),
            ref rng);
    }

    private FuzzNode IntegerFold(string name, string type, ref Rng rng)
    {
        string value = expressions.NotConstant(type, 2, ref rng);
        if (type is "int" or "long" && rng.Chance(25))
        {
            return When(new FuzzNode(rng.Pick($"{name} = checked({name} + {value});", $"{name} = checked({name} - {value});", $"checked {{ {name}++; }}")), ref rng);
        }

        string @operator = type == "char" ? rng.Pick("+", "-") : rng.Pick("+", "-", "*", "^", "|", "&", "+");
        return When(
            rng.Chance(70) || type is not ("int" or "uint" or "long" or "ulong")
                ? new FuzzNode($"{name} {@operator}= {value};")
                : new FuzzNode(@operator == "-" ? $"{name} = {name} - {value};" : $"{name} = {value} {@operator} {name};"),
            ref rng);
    }

    private FuzzNode Extremum(string name, string type, bool isField, ref Rng rng)
    {
        body.Declare(name, type, ExpressionMaker.Literal(type, ref rng), isField);
        string value = expressions.NotConstant(type, 1, ref rng);
        string relation = rng.Pick("<", "<=", ">", ">=");
        if (type is "char")
        {
            return new FuzzNode($"if ({value} {relation} {name})", new FuzzNode($"{name} = {value};")) { IsBlock = true };
        }

        return rng.Below(5) switch
        {
            0 => new FuzzNode($"{name} = Math.Min({name}, {value});"),
            1 => new FuzzNode($"{name} = Math.Max({value}, {name});"),
            2 => new FuzzNode($"{name} = {value} {relation} {name} ? {value} : {name};"),
            3 => new FuzzNode($"{name} = {name} {relation} {value} ? {name} : {value};"),
            _ => new FuzzNode($"if ({value} {relation} {name})", new FuzzNode($"{name} = {value};")) { IsBlock = true },
        };
    }

    private FuzzNode ArgExtremum(string name, string type, ref Rng rng)
    {
        string index = scope.Indexes.Count > 0 && scope.Indexes[^1].Type == "int" ? scope.Indexes[^1].Name : "m";
        string value = expressions.NotConstant(type, 1, ref rng);
        body.Declare(name, type, ExpressionMaker.Literal(type, ref rng), isField: false);
        body.Declare(name + "at", "int", "-1", isField: false);
        return new FuzzNode(
            $"if ({value} {rng.Pick("<", "<=", ">", ">=")} {name})",
            new FuzzNode($"{name} = {value};"),
            new FuzzNode($"{name}at = {index};")) { IsBlock = true };
    }

    private FuzzNode When(FuzzNode statement, ref Rng rng) => rng.Chance(35)
        ? new FuzzNode($"if ({expressions.Condition(2, ref rng)})", statement) { IsBlock = true }
        : statement;
}
