using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// Brings the accumulators back into the scalars, in an order that depends on the code alone: copies in pairs, then
/// halves of the vector.
/// </summary>
internal sealed class AccumulatorFold(CodeWriter writer, LaneScope scope, Accumulators accumulators)
{
    private const string Folds = "global::AutoPar.Runtime.VectorFold.";

    /// <param name="restart">The statement that puts the loop back to its first iteration.</param>
    public void Write(string restart)
    {
        List<string> commits = [];
        List<string> doubts = [];
        foreach (ScalarRole role in accumulators.Roles)
        {
            if (Accumulators.HasOwner(role))
            {
                continue;
            }

            if (role is Reduction reduction)
            {
                Reduce(reduction, commits, doubts);
            }
        }

        List<ScalarRole> owned = [.. accumulators.Roles.Where(Accumulators.HasOwner)];
        if (doubts.Count == 0)
        {
            commits.ForEach(writer.Line);
            owned.ForEach(new OwnerFold(writer, scope, accumulators).Write);
            return;
        }

        writer.Line("// Zeros of both signs, or a NaN: which of them stays depends on the order, so one by one.");
        using (writer.Block($"if ({string.Join(" || ", doubts)})"))
        {
            writer.Line(restart);
        }

        using (writer.Block("else"))
        {
            commits.ForEach(writer.Line);
            owned.ForEach(new OwnerFold(writer, scope, accumulators).Write);
        }
    }

    private void Reduce(Reduction reduction, List<string> commits, List<string> doubts)
    {
        Variable variable = reduction.Variable;
        if (variable.Type == ElementType.Boolean)
        {
            commits.Add(ReduceCondition(reduction));
            AddFlag(reduction, commits);
            return;
        }

        LaneType type = scope.Type(variable.Type);
        ReductionOperator fold = Fold(reduction.Operator);
        string all = Pairwise(variable, (left, right) => fold switch
        {
            ReductionOperator.Min => $"{type.Class}.Min({left}, {right})",
            ReductionOperator.Max => $"{type.Class}.Max({left}, {right})",
            ReductionOperator.Add => $"({left} + {right})",
            ReductionOperator.Multiply => $"({left} * {right})",
            ReductionOperator.And => $"({left} & {right})",
            ReductionOperator.Or => $"({left} | {right})",
            _ => $"({left} ^ {right})",
        });
        string method = fold switch { ReductionOperator.Add => "Sum", ReductionOperator.Multiply => "Product", _ => fold.ToString() };
        string folded = $"{Folds}{method}{(type.IsHalf ? "Half" : "")}({LaneScope.Strip(all)})";
        string local = scope.Names.Fresh(variable.Name.TrimStart('@') + "Folded");
        writer.Line($"{variable.Type.Keyword()} {local} = {(type.Keyword == variable.Type.Keyword() ? folded : $"({variable.Type.Keyword()}){folded}")};");
        if (RoleSupport.IsOrdered(reduction))
        {
            doubts.AddRange(Doubts(reduction, type, local, fold));
        }

        bool identity = ReductionOperators.StartsAtIdentity(reduction.Operator);
        string before = ExpressionPrinter.Operand(new VariableRead(variable));
        string value = identity ? ReductionOperators.Combine(reduction.Operator, variable.Type, before, local) : local;
        commits.Add($"{variable.Name} = {KernelText.AsDeclared(variable, value)};");
        AddFlag(reduction, commits);
    }

    private IEnumerable<string> Doubts(Reduction reduction, LaneType type, string folded, ReductionOperator fold)
    {
        Variable variable = reduction.Variable;
        string zero = variable.Type == ElementType.Double ? "0.0" : "0.0f";
        (string won, string other) = fold == ReductionOperator.Min ? ("-" + zero, zero) : (zero, "-" + zero);
        string sign = $"{(fold == ReductionOperator.Min ? "" : "!")}{type.Keyword}.IsNegative({folded})";
        string others = string.Join(" || ", Enumerable.Range(0, accumulators.Copies)
            .Select(copy => $"{Folds}Holds({accumulators.Name(variable, copy)}, {other})"));
        yield return $"({folded} == {won} && {sign} && ({others}))";
        if (Accumulators.ForgetsAtNaN(reduction))
        {
            yield return $"{type.Keyword}.IsNaN({folded})";
            for (int copy = 0; copy < accumulators.Copies; copy++)
            {
                yield return $"{accumulators.NaNs(variable, copy)} != {type.Text}.Zero";
            }
        }
    }

    // Of equal values all are alike, but for zeros: those are looked at apart.
    private static ReductionOperator Fold(ReductionOperator @operator) => @operator switch
    {
        ReductionOperator.LessFirst or ReductionOperator.LessLast or ReductionOperator.LessOrReplace => ReductionOperator.Min,
        ReductionOperator.GreaterFirst or ReductionOperator.GreaterLast or ReductionOperator.GreaterOrReplace => ReductionOperator.Max,
        _ => @operator,
    };

    private string ReduceCondition(Reduction reduction)
    {
        Variable variable = reduction.Variable;
        string symbol = reduction.Operator switch { ReductionOperator.And => "&", ReductionOperator.Or => "|", _ => "^" };
        string all = Pairwise(variable, (left, right) => $"({left} {symbol} {right})");
        LaneType type = scope.MaskType;
        string folded = reduction.Operator switch
        {
            ReductionOperator.And => $"({all} == {type.Text}.AllBitsSet)",
            ReductionOperator.Or => $"({all} != {type.Text}.Zero)",
            _ => $"((global::System.Numerics.BitOperations.PopCount({type.Class}.ExtractMostSignificantBits({all})) & 1) != 0)",
        };
        return $"{variable.Name} = {variable.Name} {symbol} {folded};";
    }

    private void AddFlag(Reduction reduction, List<string> commits)
    {
        if (Accumulators.HasFlag(reduction))
        {
            string any = string.Join(" | ", Enumerable.Range(0, accumulators.Copies).Select(copy => accumulators.Flag(reduction.Variable, copy)));
            commits.Add($"{PartialStruct.FlagName(reduction.Variable)} |= ({any}) != {scope.MaskType.Text}.Zero;");
        }
    }

    private string Pairwise(Variable variable, Func<string, string, string> combine)
    {
        List<string> level = [.. Enumerable.Range(0, accumulators.Copies).Select(copy => accumulators.Name(variable, copy))];
        while (level.Count > 1)
        {
            level = [.. Enumerable.Range(0, level.Count / 2).Select(pair => combine(level[2 * pair], level[(2 * pair) + 1]))];
        }

        return level[0];
    }
}
