using AutoPar.Generator.Analysis;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>The assignments that follow a run, so that the rest of the method finds what the loop as written leaves.</summary>
internal static class RegionOutputs
{
    /// <summary>Variables whose value after the loop follows from the trip count alone.</summary>
    public static IEnumerable<Variable> Counted(RegionPlan region) =>
        (region.Root.IndexReadAfter || region.Root.IsResumed ? [region.Root.Index] : Enumerable.Empty<Variable>())
            .Concat(region.Roles.OfType<Induction>()
                .Where(role => (role.IsLiveOut || region.Root.IsResumed) && role.Variable.Id != region.Root.Index.Id)
                .Select(role => role.Variable));

    /// <summary>One call for all that the loop makes.</summary>
    private static string Atomic(Reduction role, string value) =>
        $"global::System.Threading.Interlocked.{role.Operator}(ref {role.Variable.AccessText}, {value});";

    /// <summary>Statements that assign what a run yielded. It ran at least one iteration.</summary>
    public static IEnumerable<string> Assignments(RegionPlan region, string result)
    {
        foreach (CheckedSum sum in region.CheckedSums)
        {
            yield return $"{sum.Sum.AccessText} = unchecked(({sum.Sum.TypeText})({sum.Sum.AccessText} + {result}.{sum.Above.Name} + {result}.{sum.Below.Name}));";
        }

        HashSet<int> ours = [.. region.CheckedSums.SelectMany(sum => new[] { sum.Above.Id, sum.Below.Id }).Concat(region.BlockSums.Select(sum => sum.Total.Id))];
        foreach (ScalarRole role in region.Outputs.Where(role => role.Variable.Kind != VariableKind.Carried && !ours.Contains(role.Variable.Id)))
        {
            Variable variable = role.Variable;
            string yielded = $"{result}.{variable.Name}";
            string value = role switch
            {
                Reduction reduction when ReductionOperators.StartsAtIdentity(reduction.Operator) =>
                    PartialStruct.Combined(reduction.Operator, variable, variable.AccessText, yielded),
                AssociativeReduction { Method: var method } => method.Combine(variable.AccessText, yielded),
                _ => yielded,
            };
            string assignment = variable.IsAtomic ? Atomic((Reduction)role, yielded) : $"{variable.AccessText} = {value};";

            // Memory is stored to only if an iteration stored to it; so is what only some iterations assign.
            bool isConditional = KernelVariables.HasAssignedFlag(role) && (variable.IsMemory || role is LastAssigned);
            yield return isConditional ? $"if ({result}.{PartialStruct.FlagName(variable)}) {assignment}" : assignment;
        }
    }
}
