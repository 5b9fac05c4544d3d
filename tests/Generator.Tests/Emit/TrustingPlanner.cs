using AutoPar.Generator.Analysis;
using AutoPar.Generator.Planning.Guards;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Tests.Emit;

/// <summary>
/// Plans every outermost loop as one region with the base guard, whatever its dependences: what is emitted is tested
/// here, not whether it's legal.
/// </summary>
internal static class TrustingPlanner
{
    public static MethodPlan Plan(MethodModel method, params Guard[] more) => new(
        method,
        method.Nests.Select(nest => Region(method, nest, more) with { RunsOnThreads = false }).ToEquatableArray(),
        method.Nests.Select(nest => Region(method, nest, more)).ToEquatableArray(),
        EquatableArray<Refusal>.Empty);

    public static RegionPlan Region(MethodModel method, LoopNest nest, params Guard[] more)
    {
        Loop root = nest.Root!;
        EquatableArray<ScalarRole> roles = Roles(root).ToEquatableArray();
        List<Guard> guards = [.. nest.Objects.Where(item => !item.IsSpan).Select(item => new NotNull(item)), new FiniteTripCount(root)];
        guards.AddRange(Bounds(root, [root]));
        guards.AddRange(more);
        LoopVerdict verdict = new(root, EquatableArray<Refusal>.Empty, guards.ToEquatableArray(), roles, null);
        RegionPlan built = RegionBuilder.Build(
            nest, verdict, null, $"{method.MemberPrefix}Loop{nest.Index}", runsOnThreads: true, method.Signature.IsStatic, Ir.FloatMode.Reproducible);
        return built with { Roles = roles, MinimumTrips = 1, Inputs = WithAccumulators(built, roles) };
    }

    // Until Analysis knows the roles, it takes accumulators for inputs.
    private static EquatableArray<Variable> WithAccumulators(RegionPlan built, EquatableArray<ScalarRole> roles)
    {
        HashSet<int> own = [.. roles.Where(role => role is Private or Reduction { Operator: <= ReductionOperator.Xor }).Select(role => role.Variable.Id)];
        return built.Inputs.Where(input => !own.Contains(input.Id)).ToEquatableArray();
    }

    private static IEnumerable<Guard> Bounds(Loop loop, List<Loop> domain)
    {
        foreach (ArrayAccess access in BodyPosition.Accesses(new Block(loop.Body.Statements.Where(statement => statement is not LoopStatement).ToEquatableArray())))
        {
            yield return new InBounds(access, domain.ToEquatableArray());
        }

        foreach (Loop child in LoopTree.Children(loop))
        {
            foreach (Guard guard in Bounds(child, [.. domain, child]))
            {
                yield return guard;
            }
        }
    }

    private static IEnumerable<ScalarRole> Roles(Loop root)
    {
        HashSet<int> indices = [.. LoopTree.SelfAndDescendants(root).Select(loop => loop.Index.Id)];
        foreach (IGrouping<int, Assign> group in LoopTree.Statements(root.Body).OfType<Assign>().GroupBy(assign => assign.Target.Id))
        {
            Variable variable = group.First().Target;
            if (indices.Contains(variable.Id))
            {
                continue;
            }

            Assign first = group.First();
            yield return first.Value switch
            {
                Binary { Operator: BinaryOperator.Add, Left: VariableRead { Variable: var read }, Right: Constant { Type: ElementType.Int32 } step }
                    when read.Id == variable.Id && variable.Type.IsInteger() => new Induction(variable, step, variable.ReadAfter),
                Binary { Operator: BinaryOperator.Add, Left: VariableRead { Variable: var read } } when read.Id == variable.Id =>
                    new Reduction(variable, ReductionOperator.Add, IsConditional: false),
                IntrinsicCall { Function: IntrinsicFunction.Max } => new Reduction(variable, ReductionOperator.Max, IsConditional: false),
                _ => new Private(variable, IsLiveOut: variable.ReadAfter),
            };
        }
    }
}
