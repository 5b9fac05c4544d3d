namespace AutoPar.EndToEnd;

/// <summary>Makes loops that are left early, and elements that a condition picks, stored or loaded side by side.</summary>
internal sealed class LeavingMaker(FuzzScope scope, ExpressionMaker expressions, BodyMaker body)
{
    /// <summary>Puts such statements among those of an innermost body.</summary>
    public void AddTo(List<FuzzNode> statements, ref Rng rng)
    {
        for (int count = 1 + rng.Below(2); count > 0; count--)
        {
            FuzzNode node = rng.Chance(55) ? Leave(ref rng) : Packed(ref rng);
            statements.Insert(rng.Chance(50) ? 0 : rng.Below(statements.Count + 1), node);
        }
    }

    private FuzzNode Leave(ref Rng rng)
    {
        string condition = rng.Below(5) switch
        {
            0 => expressions.Condition(2, ref rng),
            1 when scope.Indexes.Count > 0 => $"{scope.Indexes[^1].Name} == m * 11 + k",
            2 when scope.Indexes.Count > 0 => $"{scope.Indexes[^1].Name} > 40 && {expressions.Condition(2, ref rng)}",
            _ => $"({expressions.NotConstant("int", 2, ref rng)} & 1023) == 77",
        };
        return new FuzzNode($"if ({condition})", new FuzzNode(rng.Pick("break;", "break;", "throw new InvalidOperationException(\"left\");"))) { IsBlock = true };
    }

    private FuzzNode Packed(ref Rng rng)
    {
        FuzzArray[] arrays = [.. scope.Arrays.Where(array => array.Kind != "[,]" && array.Fields == 1 && array.Element != "bool" && !scope.Summed.Contains(array.Element))];
        FuzzArray[] targets = [.. arrays.Where(array => array.IsWritable)];
        if (targets.Length == 0)
        {
            return Leave(ref rng);
        }

        string counter = body.Counter(ref rng);
        FuzzArray target = targets[rng.Below(targets.Length)];
        FuzzArray source = arrays[rng.Below(arrays.Length)];
        var node = new FuzzNode($"if ({expressions.Condition(2, ref rng)})") { IsBlock = true };
        string place = rng.Pick($"{counter}++", $"{counter}++", $"++{counter}", counter);
        scope.Stored.Add(target.Element);
        node.Children.Add(rng.Chance(75)
            ? new FuzzNode($"{target.Name}[{place}] = {expressions.NotConstant(target.Element, 2, ref rng)};")
            : new FuzzNode($"{expressions.Element(target, ref rng)} = ({target.Element}){source.Name}[{place}];"));
        if (place == counter)
        {
            node.Children.Insert(rng.Below(2), new FuzzNode($"{counter}++;"));
        }

        return node;
    }
}
