using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// <c>{Name}Partial</c>: what a run of iterations yields, one field an output, and how two runs are combined.
/// </summary>
internal static class PartialStruct
{
    public static void Write(CodeWriter writer, RegionPlan plan)
    {
        string type = plan.Name + "Partial";
        using (writer.Block($"private struct {type}"))
        {
            foreach (ScalarRole role in plan.Outputs)
            {
                writer.Line($"public {role.Variable.TypeText} {role.Variable.Name};");
                if (KernelVariables.HasAssignedFlag(role))
                {
                    writer.Line($"public bool {FlagName(role.Variable)};");
                }
            }

            if (plan.Root.IsResumed)
            {
                writer.Line($"public long {Done(plan)};");
            }

            if (!plan.Root.IsResumed || plan.IsSearched || plan.BlockTotals is not null)
            {
                WriteCombine(writer, plan, type);
            }

            if (plan.CheckedSums.Count > 0)
            {
                WriteFits(writer, plan);
            }
        }

        writer.Line();
    }

    private static void WriteCombine(CodeWriter writer, RegionPlan plan, string type)
    {
        writer.Line();
        using (writer.Block($"public static {type} Combine(in {type} left, in {type} right)"))
        {
            if (plan.Root.IsResumed && plan.BlockTotals is not null && !plan.IsSearched)
            {
                writer.Line("// Where a block ends without room, so do all behind it, before their first iteration.");
                using (writer.Block($"if (right.{Done(plan)} == 0)"))
                {
                    writer.Line("return left;");
                }

                writer.Line();
            }

            writer.Line($"{type} result = left;");
            foreach (ScalarRole role in plan.Outputs)
            {
                if (plan.Totals.FirstOrDefault(total => role is Scan && total.Variable.Id == role.Variable.Id) is { } total)
                {
                    CombineTotals(writer, total);
                    continue;
                }

                Combine(writer, role);
            }

            if (plan.Root.IsResumed)
            {
                writer.Line($"result.{Done(plan)} += right.{Done(plan)};");
            }

            writer.Line("return result;");
        }
    }

    /// <summary>No prefix of a checked sum overflowed, in whatever order its terms were added.</summary>
    private static void WriteFits(CodeWriter writer, RegionPlan plan)
    {
        string parameters = string.Join(", ", plan.CheckedSums.Select(sum => $"{sum.Sum.TypeText} {sum.Sum.Name}"));
        IEnumerable<string> tests = plan.CheckedSums.Select(sum =>
            $"(global::System.Int128){sum.Sum.Name} + {sum.Above.Name} <= {sum.Sum.TypeText}.MaxValue"
            + $" && (global::System.Int128){sum.Sum.Name} + {sum.Below.Name} >= {sum.Sum.TypeText}.MinValue");
        writer.Line();
        writer.Line($"public readonly bool Fits({parameters})");
        writer.Line($"    => {string.Join("\n            && ", tests)};");
    }

    /// <summary>The field of a resumed loop that says how many iterations have run.</summary>
    public static string Done(RegionPlan plan)
    {
        string name = "done";
        while (KernelVariables.All(plan).Any(variable => variable.Name == name) || plan.Objects.Any(item => item.Name == name))
        {
            name += "0";
        }

        return name;
    }

    /// <summary>The field that says whether the output was assigned.</summary>
    public static string FlagName(Variable variable) => variable.Name.TrimStart('@') + "Assigned";

    private static void Combine(CodeWriter writer, ScalarRole role)
    {
        string name = role.Variable.Name;
        bool flagged = KernelVariables.HasAssignedFlag(role);
        if (flagged)
        {
            writer.Line($"result.{FlagName(role.Variable)} = left.{FlagName(role.Variable)} | right.{FlagName(role.Variable)};");
        }

        switch (role)
        {
            case Reduction reduction:
                string value = Combined(reduction.Operator, role.Variable, "left." + name, "right." + name);
                writer.Line(flagged
                    ? $"result.{name} = right.{FlagName(role.Variable)} ? ({value}) : left.{name};"
                    : $"result.{name} = {value};");
                break;
            case AssociativeReduction { Method: var method }:
                writer.Line($"result.{name} = {method.Combine("left." + name, "right." + name)};");
                break;
            case ArgReduction arg:
                CombineArg(writer, arg);
                break;
            case LastAssigned:
                writer.Line($"result.{name} = right.{FlagName(role.Variable)} ? right.{name} : left.{name};");
                break;
            case Companion:
                break;
            default:
                writer.Line($"result.{name} = right.{name};");
                break;
        }
    }

    /// <summary>What a run of iterations does to a scanned scalar, after what those before did.</summary>
    private static void CombineTotals(CodeWriter writer, BlockTotal total)
    {
        string name = total.Variable.Name;
        string left = total.Power is null ? $"left.{name}" : $"unchecked(left.{name} * right.{total.Power.Name})";
        string value = Combined(total.Operator!.Value, total.Variable, left, $"right.{name}");
        writer.Line(total.Restarts is null
            ? $"result.{name} = {value};"
            : $"result.{name} = right.{total.Restarts.Name} ? right.{name} : ({value});");
    }

    /// <summary>C# for the combination of two values of a reduction, the left one being that of the earlier iterations.</summary>
    public static string Combined(ReductionOperator @operator, Variable variable, string left, string right)
    {
        ElementType type = variable.Type;
        if (variable.TypeText == type.Keyword() || type is ElementType.NativeInt or ElementType.NativeUInt)
        {
            return ReductionOperators.Combine(@operator, type, left, right);
        }

        string combined = ReductionOperators.Combine(@operator, type, $"({type.Keyword()}){left}", $"({type.Keyword()}){right}");
        return $"({variable.TypeText})({combined})";
    }

    /// <summary>The companions go with the value that wins.</summary>
    private static void CombineArg(CodeWriter writer, ArgReduction arg)
    {
        string name = arg.Variable.Name;
        string symbol = arg.Operator switch
        {
            ReductionOperator.LessFirst => "<",
            ReductionOperator.LessLast => "<=",
            ReductionOperator.GreaterFirst => ">",
            _ => ">=",
        };

        // A run that assigned nothing holds the value from before the loop, which would win a tie that the later one wins.
        string assigned = KernelVariables.HasAssignedFlag(arg) ? $"right.{FlagName(arg.Variable)} && " : "";
        using (writer.Block($"if ({assigned}right.{name} {symbol} left.{name})"))
        {
            writer.Line($"result.{name} = right.{name};");
            foreach (Variable companion in arg.Companions)
            {
                writer.Line($"result.{companion.Name} = right.{companion.Name};");
            }
        }
    }
}
