using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>Where the iterations of a loop are to run.</summary>
internal enum ExecutionTarget
{
    Threads,
    Lanes,
}

/// <summary>
/// Judges loops. A first, narrow proof: every array is accessed at the loop's own index, so iterations never meet.
/// </summary>
internal static class LoopAnalysis
{
    public static LoopVerdict Verdict(LoopNest nest, Loop root, Loop loop, ExecutionTarget target, FloatMode mode)
    {
        EquatableArray<ScalarRole> roles = ScalarRoles.Of(nest, loop);
        var obstacles = new List<Refusal>();
        string Pick(string threads, string lanes) => target == ExecutionTarget.Threads ? threads : lanes;
        foreach (Recurrence recurrence in roles.OfType<Recurrence>())
        {
            obstacles.Add(new Refusal(Pick(RuleIds.ScalarRecurrence, RuleIds.LanesScalarRecurrence), loop.Location, EquatableArray.Of(recurrence.Variable.Name, recurrence.Reason)));
        }

        List<(ArrayAccess Access, bool Writes, IReadOnlyList<Loop> Domain)> accesses = [];
        if (!Collect(root.Body, [root], accesses))
        {
            obstacles.Add(new Refusal(Pick(RuleIds.NotLowered, RuleIds.LanesNotLowered), loop.Location, EquatableArray.Of("a statement of this kind")));
        }

        bool writes = accesses.Any(item => item.Writes);
        foreach ((ArrayAccess access, bool isWrite, IReadOnlyList<Loop> domain) in accesses)
        {
            bool own = access.Subscripts.Any(subscript => subscript is VariableRead read && read.Variable.Id == loop.Index.Id);
            if (!access.Subscripts.All(subscript => IsSimple(subscript, domain)) || access.Object.Kind is not (MemoryKind.Array or MemoryKind.MultiArray)
                || (!own && accesses.Any(other => other.Writes && other.Access.Object.Kind == access.Object.Kind && other.Access.Object.Origin != MemoryOrigin.FreshLocal
                    && (isWrite || other.Access.Object.Id == access.Object.Id))))
            {
                obstacles.Add(new Refusal(Pick(RuleIds.CarriedDependence, RuleIds.LanesCarriedDependence), access.Location, EquatableArray.Of($"{access.Text} may meet itself", "the loop's index as subscript")));
            }
        }

        IEnumerable<MemoryObject> objects = accesses.Select(item => item.Access.Object).GroupBy(item => item.Id).Select(group => group.First());
        IEnumerable<Guard> different = from written in accesses.Where(item => item.Writes).Select(item => item.Access.Object).Distinct()
                                       from other in objects
                                       where other.Id != written.Id && other.Kind == written.Kind && accesses.Any(item => item.Access.Object.Id == other.Id && !item.Access.Subscripts.Any(subscript => subscript is VariableRead read && read.Variable.Id == loop.Index.Id))
                                       select new Different(written, other);
        IEnumerable<Guard> guards = objects.Select(item => (Guard)new NotNull(item))
            .Concat(LoopTree.SelfAndDescendants(root).Select(item => new FiniteTripCount(item)))
            .Concat(accesses.Select(item => new InBounds(item.Access, item.Domain.ToEquatableArray())))
            .Concat(different);
        return new LoopVerdict(loop, obstacles.ToEquatableArray(), guards.ToEquatableArray(), roles, null);
    }

    public static EquatableArray<ScalarRole> Roles(LoopNest nest, Loop loop) => ScalarRoles.Of(nest, loop);

    private static bool IsSimple(Expression subscript, IReadOnlyList<Loop> domain) => subscript switch
    {
        Constant { Value: int } => true,
        VariableRead read => domain.Any(loop => loop.Index.Id == read.Variable.Id) || !LoopTree.Statements(domain[0].Body).OfType<Assign>().Any(assign => assign.Target.Id == read.Variable.Id),
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } binary => IsSimple(binary.Left, domain) && IsSimple(binary.Right, domain),
        _ => false,
    };

    private static bool Collect(Block block, IReadOnlyList<Loop> domain, List<(ArrayAccess, bool, IReadOnlyList<Loop>)> accesses)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Assign assign:
                    Loads(assign.Value);
                    break;
                case Store store:
                    accesses.Add((store.Target, true, domain));
                    Loads(store.Value);
                    break;
                case If conditional:
                    Loads(conditional.Condition);
                    if (!Collect(conditional.Then, domain, accesses) || !Collect(conditional.Else, domain, accesses))
                    {
                        return false;
                    }

                    break;
                case LoopStatement { Loop: var loop }:
                    if (!Collect(loop.Body, [.. domain, loop], accesses))
                    {
                        return false;
                    }

                    break;
                default:
                    return false;
            }
        }

        return true;

        void Loads(Expression expression) =>
            accesses.AddRange(ExpressionTree.SelfAndDescendants(expression).OfType<Load>().Select(load => (load.Access, false, domain)));
    }
}
