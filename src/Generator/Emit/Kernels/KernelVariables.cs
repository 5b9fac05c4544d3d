using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>The scalars of a region, and where the kernel declares them.</summary>
internal static class KernelVariables
{
    /// <summary>Every scalar that the region mentions, loop indices included.</summary>
    public static IReadOnlyList<Variable> All(RegionPlan plan)
    {
        IEnumerable<Variable> mentioned = ExpressionTree.Of(plan.Root.Body)
            .Concat([plan.Root.Start, plan.Root.Bound, plan.Root.Step])
            .SelectMany(ExpressionTree.SelfAndDescendants)
            .OfType<VariableRead>()
            .Select(read => read.Variable);
        IEnumerable<Variable> assigned = LoopTree.Statements(plan.Root.Body).SelectMany(LoopTree.Assigned);
        return [.. plan.Inputs
            .Concat(plan.Outputs.Select(role => role.Variable))
            .Concat(mentioned)
            .Concat(assigned)
            .Concat(LoopTree.SelfAndDescendants(plan.Root).Select(loop => loop.Index))
            .GroupBy(variable => variable.Id)
            .Select(group => group.First())];
    }

    /// <summary>Whether the index exists in the loop only; else it's a local, or a parameter, of the kernel.</summary>
    public static bool DeclaresIndex(RegionPlan plan, Loop loop) =>
        !LoopTree.StartsAtItself(loop) && (!loop.IndexReadAfter || loop.Id == plan.Root.Id);

    /// <summary>
    /// Those declared at the top of the body of <paramref name="loop"/>; with null, at the top of the kernel: what is
    /// declared outside the root, and isn't a parameter of the kernel.
    /// </summary>
    public static IEnumerable<Variable> DeclaredIn(RegionPlan plan, Loop? loop)
    {
        List<Loop> loops = [.. LoopTree.SelfAndDescendants(plan.Root)];
        HashSet<int> elsewhere = [.. loops.Where(item => DeclaresIndex(plan, item)).Select(item => item.Index.Id)];
        elsewhere.UnionWith(plan.Inputs.Concat(plan.HandedOn).Select(variable => variable.Id));
        return All(plan).Where(variable => !elsewhere.Contains(variable.Id) && !DeclaredByText(plan, variable)
            && (loop is null
                ? !loops.Any(item => item.Id == variable.DeclaringLoop)
                : variable.DeclaringLoop == loop.Id));
    }

    /// <summary>Whether <c>{Name}Partial</c> says if the output was assigned at all.</summary>
    public static bool HasAssignedFlag(ScalarRole role) => role switch
    {
        LastAssigned => true,
        Reduction reduction => (reduction.IsConditional && reduction.Variable.IsMemory) || NeedsOwner(reduction.Operator, reduction.Variable.Type),
        ArgReduction arg => arg.Variable.IsMemory || arg.Operator is ReductionOperator.LessLast or ReductionOperator.GreaterLast,
        Companion => role.Variable.IsMemory,
        _ => false,
    };

    // The later of equal values wins, and +0 equals -0: a run that assigned nothing must not win with the value from
    // before the loop.
    private static bool NeedsOwner(ReductionOperator @operator, ElementType type) => type.IsFloat() && @operator
        is ReductionOperator.LessLast or ReductionOperator.GreaterLast or ReductionOperator.LessOrReplace or ReductionOperator.GreaterOrReplace;

    private static bool DeclaredByText(RegionPlan plan, Variable variable) =>
        LoopTree.Statements(plan.Root.Body).OfType<Opaque>().Any(opaque =>
            opaque.Declares.Any(declared => declared.Id == variable.Id));
}
