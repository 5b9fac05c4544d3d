using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// Brings a scalar that one iteration decides (an arg reduction, the last value assigned) and what goes with it back from the
/// lanes: the copies in pairs, lane by lane, then the lanes one by one.
/// </summary>
internal sealed class OwnerFold(CodeWriter writer, LaneScope scope, Accumulators accumulators)
{
    public void Write(ScalarRole role)
    {
        Variable variable = role.Variable;
        WritePairs(role);
        string owner = scope.Names.Fresh(variable.Name.TrimStart('@') + "At");
        string lane = scope.Names.Fresh("lane");
        string candidate = scope.Names.Fresh("candidate");
        string value = scope.Names.Fresh("value");
        writer.Line($"long {owner} = -1;");
        using (writer.Block($"for (int {lane} = 0; {lane} < {scope.Lanes}; {lane}++)"))
        {
            writer.Line($"long {candidate} = {Element(scope.MaskType, accumulators.Owner(variable, 0), lane)};");
            writer.Line($"{variable.Type.Keyword()} {value} = {Element(variable, lane)};");
            using (writer.Block($"if ({candidate} >= 0 && ({Wins(role, owner, candidate, value)}))"))
            {
                writer.Line($"{owner} = {candidate};");
                writer.Line($"{variable.Name} = {KernelText.AsDeclared(variable, value)};");
                foreach (Variable companion in Companions(role))
                {
                    writer.Line($"{companion.Name} = {KernelText.AsDeclared(companion, Element(companion, lane))};");
                }
            }
        }

        foreach (Variable flagged in Flagged(role))
        {
            writer.Line($"{PartialStruct.FlagName(flagged)} |= {owner} >= 0;");
        }
    }

    /// <summary>
    /// Copy 0 gets what wins in each lane. Where no iteration has assigned, a copy has the value from before the loop, which
    /// a value that was taken beats, or equals with a number above −1.
    /// </summary>
    private void WritePairs(ScalarRole role)
    {
        string wins = accumulators.Copies > 1 ? scope.Names.Fresh("wins") : "";
        for (int distance = 1; distance < accumulators.Copies; distance *= 2)
        {
            for (int copy = 0; copy + distance < accumulators.Copies; copy += 2 * distance)
            {
                using (writer.Block(""))
                {
                    int other = copy + distance;
                    writer.Line($"{scope.MaskType.Text} {wins} = {LaneScope.Strip(WinsInLanes(role, copy, other))};");
                    string owner = accumulators.Owner(role.Variable, copy);
                    string otherOwner = accumulators.Owner(role.Variable, other);
                    writer.Line($"{owner} = {scope.MaskType.Class}.ConditionalSelect({wins}, {otherOwner}, {owner});");
                    foreach (Variable variable in Companions(role).Prepend(role.Variable))
                    {
                        Select(variable, wins, copy, other);
                    }
                }
            }
        }
    }

    private void Select(Variable variable, string wins, int copy, int other)
    {
        LaneType type = scope.TypeOf(variable);
        string mask = LaneConversion.Mask(new LaneMask(wins, scope.MaskSize), type.Element.Size(), scope.Lanes);
        mask = type.Keyword == LaneMask.Element(type.Element.Size()).Keyword() ? mask : $"{type.Class}.As{type.Name}({mask})";
        string name = accumulators.Name(variable, copy);
        writer.Line($"{name} = {type.Class}.ConditionalSelect({mask}, {accumulators.Name(variable, other)}, {name});");
    }

    private string WinsInLanes(ScalarRole role, int copy, int other)
    {
        string left = accumulators.Owner(role.Variable, copy);
        string right = accumulators.Owner(role.Variable, other);
        if (role is not ArgReduction arg)
        {
            return Compare(scope.MaskType, ">", right, left).Text;
        }

        (string better, string earlier) = Order(arg);
        LaneType type = scope.Type(arg.Variable.Type);
        string value = accumulators.Name(arg.Variable, copy);
        string otherValue = accumulators.Name(arg.Variable, other);
        return $"{Wide(Compare(type, better, otherValue, value))} | ({Wide(Compare(type, "==", otherValue, value))} & {Compare(scope.MaskType, earlier, right, left).Text})";
    }

    private string Wide(LaneMask mask) => LaneConversion.Mask(mask, scope.MaskSize, scope.Lanes);

    private LaneMask Compare(LaneType type, string relation, string left, string right)
    {
        string method = relation switch { "<" => "LessThan", ">" => "GreaterThan", _ => "Equals" };
        string text = $"{type.Class}.{method}({left}, {right})";
        int size = type.Element.Size();
        ElementType mask = LaneMask.Element(size);
        return new LaneMask(type.Keyword == mask.Keyword() ? text : $"{type.Class}.As{new LaneType(mask, scope.Lanes).Name}({text})", size);
    }

    private IEnumerable<Variable> Flagged(ScalarRole role) => accumulators.Roles
        .Where(other => other.Variable.Id == role.Variable.Id || (other is Companion companion && companion.Of.Id == role.Variable.Id))
        .Where(KernelVariables.HasAssignedFlag)
        .Select(other => other.Variable);

    private static IReadOnlyList<Variable> Companions(ScalarRole role) => role is ArgReduction arg ? arg.Companions.Items : [];

    private static string Wins(ScalarRole role, string owner, string candidate, string value)
    {
        if (role is not ArgReduction arg)
        {
            return $"{candidate} > {owner}";
        }

        string best = ExpressionPrinter.Operand(new VariableRead(arg.Variable));
        (string better, string earlier) = Order(arg);
        return $"{owner} < 0 || {value} {better} {best} || ({value} == {best} && {candidate} {earlier} {owner})";
    }

    /// <summary>How a better value compares to another one, and of equal values the number of the iteration that counts.</summary>
    private static (string Better, string Earlier) Order(ArgReduction arg) => arg.Operator switch
    {
        ReductionOperator.LessFirst => ("<", "<"),
        ReductionOperator.LessLast => ("<", ">"),
        ReductionOperator.GreaterFirst => (">", "<"),
        _ => (">", ">"),
    };

    private string Element(Variable variable, string lane)
    {
        string element = Element(scope.TypeOf(variable), accumulators.Name(variable, 0), lane);
        return variable.Type switch
        {
            ElementType.Boolean => element + " != 0",
            ElementType.Char or ElementType.NativeInt or ElementType.NativeUInt => $"({variable.Type.Keyword()}){element}",
            _ => element,
        };
    }

    private static string Element(LaneType type, string vector, string lane) => $"{type.Class}.GetElement({vector}, {lane})";
}
