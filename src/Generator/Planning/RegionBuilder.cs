using System.Collections.Immutable;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning.Guards;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>Puts together what Emit needs to know of one region.</summary>
internal static class RegionBuilder
{
    // A guard and the calls around a kernel cost about this much: the kernel must win it back.
    private const double EntryNanoseconds = 6;

    public static RegionPlan Build(
        LoopNest nest, LoopVerdict verdict, LaneCandidate? lanes, string name, bool runsOnThreads, bool isStatic, FloatMode mode)
    {
        Loop root = RootStart.Named(nest, verdict.Loop);
        VectorLoopPlan? vector = lanes?.Plan;
        EquatableArray<ScalarRole> roles = LoopAnalysis.Roles(nest, root);
        EquatableArray<Guard> guards = Merge(verdict.Guards, lanes?.Verdict.Guards ?? [],
        [
            .. Apart(nest, root),
            .. Counters(nest, root).Select(counter => new ExactSteps(counter)),
            .. nest.Assumed.Select(condition => new Holds(condition)),
            .. runsOnThreads ? [] : GainGuards.Of(root, vector),
        ]);
        EquatableArray<PieceCondition> conditions = PieceConditions.Of(nest, lanes?.Verdict.Conditions ?? EquatableArray<CutCondition>.Empty);
        Loop plain = new UncheckedArithmetic().Visit(root);
        root = Contracted(PieceConditions.Replaced(plain, conditions), mode);
        vector = vector is null ? null : vector with { Loop = LoopTree.SelfAndDescendants(root).Single(loop => loop.Id == vector.Loop.Id) };

        Content? tried = nest.CheckedSums.IsEmpty && verdict.Slice is null ? Speculation.Replaces(root, vector, roles, guards) : null;
        guards = guards.Where(guard => guard != tried).ToEquatableArray();
        LoopCost cost = CostModel.Of(root, vector);
        EquatableArray<IndexCut> cuts = lanes?.Verdict.Cuts ?? EquatableArray<IndexCut>.Empty;
        EquatableArray<IndexCut> threadCuts = runsOnThreads ? verdict.Cuts : EquatableArray<IndexCut>.Empty;
        SeamPlan? seams = runsOnThreads ? SeamPlan.Of(nest, Contracted(plain, mode), verdict, cost) : null;
        Expression[] used = [.. Expressions(root, guards), .. cuts.Concat(threadCuts).Select(cut => cut.Distance), .. conditions.Select(condition => condition.Test),
            .. seams?.Values ?? []];
        HashSet<int> flags = [.. conditions.Select(condition => condition.Flag.Id)];
        ImmutableArray<Variable> inputs = [.. Inputs(root, roles, guards, used).Where(variable => !flags.Contains(variable.Id) && variable.Id != seams?.First.Id)];
        ImmutableArray<MemoryObject> objects = Objects(nest, root, used);
        bool opaque = LoopTree.Statements(root.Body).Any(statement => statement is Opaque);
        var region = new RegionPlan(
            name, root, roles, guards, inputs, objects, vector, runsOnThreads,
            MinimumTrips(root, vector, roles, cost), opaque && !isStatic, mode, cost)
        {
            Token = nest.Token,
            IsSliced = nest.IsSliced && !root.IsResumed && !roles.Any(role => role is Scan or Ordered),
            CheckedSums = nest.CheckedSums,
            Speculation = tried?.Reason,
            Cuts = cuts,
            ArrayReductions = runsOnThreads ? verdict.ArrayReductions : EquatableArray<ArrayReduction>.Empty,
            Appended = Appends.Of(root).ToEquatableArray(),
            Conditions = conditions,
            IsSearched = runsOnThreads && root.IsResumed && (verdict.Slice is null || LoopTree.Exits(root.Body).Any()),
            ThreadCuts = threadCuts,
            Seams = seams,
            Contents = ContentPlanner.Plan(nest, root, guards, name, isStatic),
        };
        return region with
        {
            Lock = RegionLock.Of(nest, region),
            Find = region.IsSearched && SearchObstacles.HasEffects(root) ? Find(nest, region, lanes) : null,
        };
    }

    /// <summary>The search of a loop with effects, with vectors of as many lanes.</summary>
    private static RegionPlan? Find(LoopNest nest, RegionPlan plan, LaneCandidate? lanes)
    {
        if (SearchObstacles.Slice(plan.Root) is not { } slice)
        {
            return null;
        }

        EquatableArray<ScalarRole> roles = LoopAnalysis.Roles(nest, slice);
        Expression[] used = [.. Expressions(slice, EquatableArray<Guard>.Empty)];
        VectorLoopPlan? vector = lanes is null ? null : new VectorLoopPlan(
            slice, lanes.Plan.Lanes, Unrolling.Choose(slice, roles, lanes.Plan.Lanes, null), roles, Unrolling.Interleaves(slice, roles, lanes.Plan.Lanes, null));
        return plan with
        {
            Name = plan.Name + "Find",
            Root = slice,
            Roles = roles,
            Inputs = Inputs(slice, roles, EquatableArray<Guard>.Empty, used).ToEquatableArray(),
            Objects = Objects(nest, slice, used).ToEquatableArray(),
            Vector = vector,
            IsSearched = false,
            NeedsThis = false,
        };
    }

    private static Loop Contracted(Loop root, FloatMode mode) => mode == FloatMode.Fast ? new Contraction().Visit(root) : root;

    /// <summary>Why no guard could show what a region with this proof needs; null when one can.</summary>
    public static Refusal? Unguarded(LoopNest nest, LoopVerdict verdict, LaneCandidate? lanes, FloatMode mode) =>
        GuardPlanner.Plan(Build(nest, verdict, lanes, "", runsOnThreads: false, isStatic: true, mode), "trips").Obstacle;

    /// <summary>
    /// Whether a region on one thread may start at <paramref name="root"/> around the loop in lanes: every statement is
    /// lowered, and scalars that go out are ones that a kernel can yield.
    /// </summary>
    public static bool CanEnclose(LoopNest nest, Loop root) =>
        LoopTree.Statements(root.Body).All(statement => statement is Assign or Store or If or LoopStatement)
        && LoopAnalysis.Roles(nest, root).All(role => role is Private { IsLiveOut: false } or Reduction { IsConditional: false });

    /// <summary>What both proofs need, in the order of the base guard: cheap tests first, contents last.</summary>
    private static EquatableArray<Guard> Merge(EquatableArray<Guard> threads, EquatableArray<Guard> lanes, IEnumerable<Guard> apart) =>
        threads.Concat(lanes).Concat(apart).Distinct().OrderBy(Rank).ToEquatableArray();

    /// <summary>Those that the region reads.</summary>
    private static IEnumerable<ExactCounter> Counters(LoopNest nest, Loop root) =>
        nest.Counters.Where(counter => ExpressionTree.Of(root.Body).Any(expression => Walk.Reads(expression, counter.Variable)));

    /// <summary>What passes have taken for granted of the objects that the region uses.</summary>
    private static IEnumerable<Guard> Apart(LoopNest nest, Loop root)
    {
        if (nest.Apart.IsEmpty)
        {
            return [];
        }

        HashSet<int> used = [.. Objects(nest, root, Expressions(root, EquatableArray<Guard>.Empty)).Select(item => item.Id)];
        return nest.Apart.Where(pair => used.Contains(pair.First.Id) && used.Contains(pair.Second.Id)).Select(pair => new Different(pair.First, pair.Second));
    }

    private static int Rank(Guard guard) => guard switch
    {
        PrimitiveNumber => -1,
        FrameworkComparer => 0,
        NotNull => 0,
        FiniteTripCount => 1,
        InBounds => 2,
        Content or DifferentRows or DifferentObjects => 4,
        Independent => 5,
        _ => 3,
    };

    /// <summary>Below this, the loop as written is at least as fast. It depends on the code alone.</summary>
    private static long MinimumTrips(Loop root, VectorLoopPlan? vector, EquatableArray<ScalarRole> roles, LoopCost cost)
    {
        if (VectorFunctions.AreUsed(root))
        {
            // An element's bits may not depend on the trip count.
            return 1;
        }

        if (vector?.Loop.Id == root.Id)
        {
            // With less, most iterations are left to the remainder; a reduction folds its accumulators, too, lane by lane where an iteration decides.
            return (roles.Any(role => role is ArgReduction or LastAssigned) ? 6L : roles.Any(role => role is Reduction) ? 3L : 2L) * vector.Lanes;
        }

        // Inner loops, divisions and calls are worth a fork from the first iteration on; a cheap body isn't.
        return Math.Max(1, (long)(EntryNanoseconds / Math.Max(cost.SequentialNanoseconds, 0.1)));
    }

    private static ImmutableArray<Variable> Inputs(
        Loop root, EquatableArray<ScalarRole> roles, EquatableArray<Guard> guards, IEnumerable<Expression> used)
    {
        HashSet<int> declaredInside = [.. LoopTree.SelfAndDescendants(root).Select(loop => loop.Index.Id)];
        if (LoopTree.StartsAtItself(root))
        {
            declaredInside.Remove(root.Index.Id);
        }

        HashSet<int> notRead = [];
        foreach (ScalarRole role in roles)
        {
            if (role is Private or LastAssigned or AssociativeReduction or Reduction { Operator: <= ReductionOperator.Xor })
            {
                notRead.Add(role.Variable.Id);
            }
        }

        HashSet<int> inner = [.. LoopTree.SelfAndDescendants(root).Select(loop => loop.Id)];
        IEnumerable<Variable> read = used
            .Concat(roles.Where(role => role.Variable.Kind == VariableKind.Carried).SelectMany(role => role.Variable.Element!.Subscripts))
            .SelectMany(ExpressionTree.SelfAndDescendants)
            .OfType<VariableRead>()
            .Select(expression => expression.Variable)
            .Concat(LoopTree.Statements(root.Body).OfType<Opaque>().SelectMany(opaque => opaque.Effects.ScalarReads))
            .Concat(roles.OfType<Companion>().Select(role => role.Variable))
            .Concat(guards.OfType<ReferenceOutside>().Select(guard => guard.Reference));
        return read
            .Where(variable => variable.Kind != VariableKind.Carried && !declaredInside.Contains(variable.Id) && !notRead.Contains(variable.Id)
                && !(variable.DeclaringLoop is { } loop && inner.Contains(loop)))
            .GroupBy(variable => variable.Id)
            .Select(group => group.First())
            .OrderBy(variable => variable.Id)
            .ToImmutableArray();
    }

    private static ImmutableArray<MemoryObject> Objects(LoopNest nest, Loop root, IEnumerable<Expression> expressions)
    {
        IEnumerable<MemoryObject> used = expressions
            .SelectMany(ExpressionTree.SelfAndDescendants)
            .Select(expression => expression switch
            {
                Load load => load.Access.Object,
                ObjectLength length => length.Object,
                _ => null,
            })
            .OfType<MemoryObject>()
            .Concat(LoopTree.Statements(root.Body).OfType<Store>().Select(store => store.Target.Object))
            .Concat(LoopTree.Statements(root.Body).OfType<Opaque>().SelectMany(opaque =>
                opaque.Effects.ElementReads.Concat(opaque.Effects.ElementWrites).Select(access => access.Object)))
            .Concat(Appends.Of(root));
        HashSet<int> ids = [.. used.Select(item => item.Id)];
        return nest.Objects.Where(item => ids.Contains(item.Id)).ToImmutableArray();
    }

    private static IEnumerable<Expression> Expressions(Loop root, EquatableArray<Guard> guards) =>
        ExpressionTree.Of(root.Body)
            .Concat([root.Start, root.Bound, root.Step])
            .Concat(guards.OfType<Holds>().Select(guard => guard.Condition));
}
