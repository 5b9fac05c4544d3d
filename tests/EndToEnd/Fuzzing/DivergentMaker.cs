namespace AutoPar.EndToEnd;

/// <summary>Makes inner loops that iterations of the loop around them leave after different numbers of trips. All of them end.</summary>
internal sealed class DivergentMaker(FuzzScope scope, ExpressionMaker expressions, BodyMaker bodies)
{
    private int _names;

    /// <summary>In a scalar method: what it returns, also from inside the loops.</summary>
    public string? Result { get; init; }

    /// <summary>The loop, and before it the scalars that it carries from trip to trip; they may be read after it.</summary>
    public FuzzNode[] Make(int depth, ref Rng rng)
    {
        var statements = new List<FuzzNode>();
        var carried = new List<(string Name, string Type)>();
        for (int i = 1 + rng.Below(2); i > 0; i--)
        {
            (string Name, string Type) scalar = ($"z{_names++}", ExpressionMaker.AnyType(ref rng));
            statements.Add(new FuzzNode($"{scalar.Type} {scalar.Name} = {expressions.NotConstant(scalar.Type, 1, ref rng)};"));
            carried.Add(scalar);
        }

        scope.Scalars.AddRange(carried);
        string counter = $"u{_names++}";
        string condition = expressions.Condition(2, ref rng);
        string few = rng.Chance(60) ? $"({expressions.NotConstant("int", 1, ref rng)} & {rng.Pick("3", "7")})" : rng.Pick("m", "5", Result is null ? "k" : "n");
        string start = rng.Chance(25) ? $"({expressions.NotConstant("int", 1, ref rng)} & 3)" : "0";
        int form = rng.Below(5);
        scope.Indexes.Add((counter, "int"));
        List<FuzzNode> body = Body(carried, depth, canContinue: form < 3, ref rng);
        scope.Indexes.RemoveAt(scope.Indexes.Count - 1);
        var step = new FuzzNode($"{counter}++;") { IsFixed = true };
        switch (form)
        {
            case 0:
                statements.Add(new FuzzNode($"for (int {counter} = {start}; {counter} < {few}; {counter}{rng.Pick("++", "++", " += 2")})", [.. body]) { IsBlock = true });
                break;
            case 1:
                statements.Add(new FuzzNode($"for (int {counter} = {few}; {counter} > 0; {counter}--)", [.. body]) { IsBlock = true });
                break;
            case 2:
                // Read after the loop, too.
                statements.Add(new FuzzNode($"int {counter};"));
                statements.Add(new FuzzNode($"for ({counter} = {start}; {counter} < {few}; {counter}++)", [.. body]) { IsBlock = true });
                scope.Scalars.Add((counter, "int"));
                break;
            case 3:
                statements.Add(new FuzzNode($"int {counter} = {start};"));
                statements.Add(new FuzzNode($"while ({counter} < 6 && {condition})", [.. body, step]) { IsBlock = true });
                scope.Scalars.Add((counter, "int"));
                break;
            default:
                statements.Add(new FuzzNode($"int {counter} = {start};"));
                statements.Add(new FuzzNode("do", [.. body, step]) { IsBlock = true, Tail = $" while ({counter} < 5 && {condition});" });
                scope.Scalars.Add((counter, "int"));
                break;
        }

        return [.. statements];
    }

    private List<FuzzNode> Body(List<(string Name, string Type)> carried, int depth, bool canContinue, ref Rng rng)
    {
        var body = new List<FuzzNode>();
        int known = scope.Scalars.Count;
        for (int i = 2 + rng.Below(3); i > 0; i--)
        {
            switch (rng.Below(11))
            {
                case < 4:
                    body.Add(Update(carried[rng.Below(carried.Count)], ref rng));
                    break;
                case 4 or 5:
                    body.Add(new FuzzNode($"if ({expressions.Condition(1, ref rng)})", new FuzzNode("break;")) { IsBlock = true });
                    break;
                case 6 when canContinue:
                    body.Add(new FuzzNode($"if ({expressions.Condition(1, ref rng)})", new FuzzNode("continue;")) { IsBlock = true });
                    break;
                case 7:
                    string jump = rng.Chance(50) ? "break;" : canContinue ? "continue;" : "break;";
                    body.Add(new FuzzNode($"if ({expressions.Condition(1, ref rng)})",
                        Update(carried[0], ref rng),
                        new FuzzNode($"if ({expressions.Condition(1, ref rng)})", new FuzzNode(jump)) { IsBlock = true },
                        Update(carried[^1], ref rng)) { IsBlock = true });
                    break;
                case 8:
                    (string Name, string Type) local = ($"z{_names++}", ExpressionMaker.AnyType(ref rng));
                    body.Add(new FuzzNode($"{local.Type} {local.Name} = {expressions.NotConstant(local.Type, 2, ref rng)};"));
                    scope.Scalars.Add(local);
                    break;
                case 9 when Result is not null && rng.Chance(50):
                    body.Add(new FuzzNode($"if ({expressions.Condition(1, ref rng)})", new FuzzNode($"return {expressions.NotConstant(Result, 1, ref rng)};")) { IsBlock = true });
                    break;
                case 9 when depth > 0:
                    body.AddRange(Make(depth - 1, ref rng));
                    break;
                default:
                    // What is stored is in reach of the outer loop's index.
                    (string Name, string Type) index = scope.Indexes[^1];
                    scope.Indexes.RemoveAt(scope.Indexes.Count - 1);
                    body.Add(scope.Indexes.Count > 0 ? bodies.Store(ref rng) : Update(carried[0], ref rng));
                    scope.Indexes.Add(index);
                    break;
            }
        }

        scope.Scalars.RemoveRange(known, scope.Scalars.Count - known);
        return body;
    }

    private FuzzNode Update((string Name, string Type) scalar, ref Rng rng) =>
        new($"{scalar.Name} = {expressions.NotConstant(scalar.Type, 2, ref rng)};");
}
