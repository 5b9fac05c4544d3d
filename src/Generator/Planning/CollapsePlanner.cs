using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Whether threads may take parts of the inner loop as well: it is all that the root's iterations do but for scalars that each part
/// computes anew, its bounds are the same in all of them, and what shows the root's iterations to be independent shows it of its own.
/// </summary>
internal static class CollapsePlanner
{
    // Of so many iterations each worker gets its share, whatever the inner loop does.
    private const int ManyIterations = 1024;

    private const int FewInnerIterations = 16;

    /// <summary>Null when the root's iterations stay whole.</summary>
    /// <param name="verdict">Of the region's root, on threads.</param>
    public static CollapsePlan? Of(LoopNest nest, LoopVerdict verdict, RegionPlan region, FloatMode mode)
    {
        if (!RunsPlainChunks(region) || Inner(region.Root) is not { } inner || !HasPlainHeader(inner) || !IsWorth(region.Root, inner)
            || !ComputesAnew(region, inner) || !IsKnownBefore(inner.Start, region) || !IsKnownBefore(inner.Bound, region)
            || !IsIndependent(nest, verdict, region, inner, mode))
        {
            return null;
        }

        FreshVariables fresh = new(nest);
        Variable first = Limit(fresh, inner, "From");
        Variable last = Limit(fresh, inner, "To");
        Expression end = inner.Relation == LoopRelation.LessOrEqual
            ? new Binary(BinaryOperator.Add, inner.Index.Type, inner.Bound, One(inner.Index.Type))
            : inner.Bound;
        return new CollapsePlan(inner, end, Tile(region, inner, first, last), first, last);
    }

    private static bool RunsPlainChunks(RegionPlan region) =>
        region is { RunsOnThreads: true, HasOutputs: false, Seams: null, Pipeline: null, BlockTotals: null, Lock: null, Speculation: null, IsSearched: false }
        && region.Vector?.Loop.Id != region.Root.Id
        && region.Cuts.IsEmpty && region.ThreadCuts.IsEmpty && region.Conditions.IsEmpty
        && region.ArrayReductions.IsEmpty && region.Appended.IsEmpty && region.CheckedSums.IsEmpty
        && !region.Guards.Any(guard => guard is Independent)
        && region.Roles.All(role => role is Private { IsLiveOut: false } or Induction)
        && region.Root is { IsResumed: false, Ordered: null };

    /// <summary>The one loop, when all other statements assign scalars; those behind it count on.</summary>
    private static Loop? Inner(Loop root) =>
        root.Body.Statements.OfType<LoopStatement>().Take(2).ToArray() is [{ Loop: { IsResumed: false, Ordered: null } inner }]
        && root.Body.Statements.All(statement => statement is Assign or LoopStatement)
        && !root.Body.Statements.SkipWhile(statement => statement is Assign).OfType<Assign>().Any(assign => Walk.Parts(assign.Value).Any(part => part is Load))
            ? inner
            : null;

    private static bool HasPlainHeader(Loop loop) =>
        loop is { ConstantStep: 1, Relation: LoopRelation.Less or LoopRelation.LessOrEqual, IndexReadAfter: false, Form: LoopForm.For or LoopForm.Foreach }
        && loop.Index.Type is ElementType.Int32 or ElementType.Int64
        && loop.Start.Type == loop.Index.Type && loop.Bound.Type == loop.Index.Type && !LoopTree.StartsAtItself(loop);

    private static bool IsWorth(Loop root, Loop inner) =>
        !(TripCounts.Constant(root) >= ManyIterations) && !(TripCounts.Constant(inner) < FewInnerIterations);

    /// <summary>What comes before the inner loop has the same value in every part: none of them stores what it loads.</summary>
    private static bool ComputesAnew(RegionPlan region, Loop inner)
    {
        MemoryObject[] loaded = [.. region.Root.Body.Statements.OfType<Assign>().SelectMany(assign => Walk.Parts(assign.Value)).OfType<Load>()
            .Select(load => load.Access.Object).Distinct()];
        MemoryObject[] stored = [.. LoopTree.Statements(inner.Body).OfType<Store>().Select(store => store.Target.Object).Distinct()];
        return loaded.Length == 0 || (!LoopTree.Statements(inner.Body).Any(statement => statement is Opaque)
            && loaded.All(load => stored.All(store =>
                AliasAnalysis.Of(load, store) == AliasKind.None || IsImplied(new Different(load, store), region.Guards))));
    }

    /// <summary>Computed from what the kernel is called with, in a way that can't throw.</summary>
    private static bool IsKnownBefore(Expression expression, RegionPlan region)
    {
        HashSet<int> assigned = [.. LoopTree.Statements(region.Root.Body).SelectMany(LoopTree.Assigned).Select(variable => variable.Id)];
        return ExpressionTree.SelfAndDescendants(expression).All(part => part.Type.IsInteger() && part switch
        {
            Constant or Conversion { IsChecked: false } => true,
            Binary { IsChecked: false, Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } => true,
            Binary { Operator: BinaryOperator.Divide, Right: Constant { Value: int and > 0 } } => true,
            VariableRead read => !assigned.Contains(read.Variable.Id) && region.Inputs.Any(input => input.Id == read.Variable.Id),
            ObjectLength { Row: null } length => length.Object.IsSpan || region.Guards.Contains(new NotNull(length.Object)),
            IntrinsicCall { Function: IntrinsicFunction.Min or IntrinsicFunction.Max } => true,
            _ => false,
        });
    }

    /// <summary>The region's guards show the inner loop's iterations to be independent, too.</summary>
    private static bool IsIndependent(LoopNest nest, LoopVerdict verdict, RegionPlan region, Loop inner, FloatMode mode)
    {
        if (LoopTree.Children(verdict.Loop).FirstOrDefault(child => child.Id == inner.Id) is not { } written)
        {
            return false;
        }

        LoopVerdict parts = LoopAnalysis.Verdict(nest, verdict.Loop, written, ExecutionTarget.Threads, mode);
        return parts is { IsLegal: true, IsPipelined: false, Slice: null } && parts.Cuts.IsEmpty && parts.ArrayReductions.IsEmpty && parts.Seams.IsEmpty
            && parts.Roles.All(role => role is Private { IsLiveOut: false })
            && parts.Guards.All(guard => IsImplied(guard, region.Guards));
    }

    private static bool IsImplied(Guard guard, EquatableArray<Guard> known) => known.Contains(guard) || (guard switch
    {
        Different pair => known.Contains(new Different(pair.Second, pair.First)),
        SameOrDisjoint pair => known.Contains(new SameOrDisjoint(pair.Second, pair.First))
            || known.Contains(new Different(pair.First, pair.Second)) || known.Contains(new Different(pair.Second, pair.First)),
        _ => false,
    });

    private static RegionPlan Tile(RegionPlan region, Loop inner, Variable first, Variable last)
    {
        Loop tile = inner with { Start = new VariableRead(first), Bound = new VariableRead(last), Relation = LoopRelation.Less };
        Loop root = new LoopReplacement(tile).Visit(region.Root);
        return region with
        {
            Root = root,
            Vector = region.Vector is { } vector ? vector with { Loop = LoopTree.SelfAndDescendants(root).Single(loop => loop.Id == vector.Loop.Id) } : null,
            Inputs = region.Inputs.Concat([first, last]).ToEquatableArray(),
        };
    }

    private static Variable Limit(FreshVariables fresh, Loop inner, string suffix)
    {
        string name = fresh.Name(inner.Index.Name.TrimStart('@') + suffix);
        return new Variable(fresh.Id(), name, inner.Index.Type, inner.Index.TypeText, VariableKind.Temporary, name, DeclaringLoop: null, ReadAfter: false);
    }

    private static Constant One(ElementType type) => type == ElementType.Int64 ? Constant.Int64(1) : new Constant(type, 1);
}
