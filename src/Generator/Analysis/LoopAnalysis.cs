using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>Where the iterations of a loop are to run.</summary>
internal enum ExecutionTarget
{
    Threads,
    Lanes,
}

/// <summary>Judges loops: may their iterations run on threads, or in the lanes of a vector, and under which guards?</summary>
internal static class LoopAnalysis
{
    /// <param name="root">The loop that generated code takes over: <paramref name="loop"/> or one around it, which stays sequential.</param>
    public static LoopVerdict Verdict(LoopNest nest, Loop root, Loop loop, ExecutionTarget target, FloatMode mode)
    {
        EquatableArray<ScalarRole> roles = ScalarRoles.Of(nest, loop);
        var obstacles = ImmutableArray.CreateBuilder<Refusal>();
        obstacles.AddRange(BodyObstacles.Find(root, loop, target));

        Region region = Region.Of(loop);
        Region whole = root.Id == loop.Id ? region : Region.Of(root);
        ImmutableArray<Conflict> conflicts = ConflictFinder.Of(region);
        ScanSlice? slice = target == ExecutionTarget.Threads && nest.CheckedSums.IsEmpty && MayTellBlocks(loop, roles)
            ? ScanSlice.Of(region, roles, conflicts, nest.BlockSums) : null;
        obstacles.AddRange(ScalarObstacles.Find(loop, roles, target, mode, slice is not null));
        GuardList guards = new();
        AddPlain(region, whole, guards);
        var judge = new ConflictJudge(root, region, conflicts, roles, target, guards);
        int? maxLanes = judge.Judge(obstacles);
        slice?.Apart.ForEach(pair => guards.Add(new Different(pair.First, pair.Second)));
        bool mayMeet = !judge.Reductions.IsEmpty || judge.IsPipelined || guards.ToArray().Any(guard => guard is Independent);
        if (target == ExecutionTarget.Threads)
        {
            bool endsWithoutRoom = roles.Any(role => role is Cursor);
            obstacles.AddRange(SearchObstacles.Find(loop, roles, mayMeet, endsWithoutRoom, tellsScans: slice is not null));
            obstacles.AddRange(Appends.Find(loop, slice is not null, !judge.Seams.IsEmpty));
        }

        ContentGuards.Add(nest, whole, guards);

        bool isCut = target == ExecutionTarget.Lanes && root.Id == loop.Id && MayBeCutAtConditions(loop, roles);
        ConditionSplitting? conditions = isCut ? ConditionSplitting.Of(region) : null;
        obstacles.AddRange(guards.Refusals);
        return new LoopVerdict(
            loop,
            obstacles.OrderBy(refusal => refusal.RuleId.StartsWith("AP1", StringComparison.Ordinal) ? 0 : 1).Distinct().ToEquatableArray(),
            guards.ToArray(),
            roles,
            maxLanes)
        {
            Cuts = judge.Cuts.Concat(conditions?.Cuts ?? EquatableArray<IndexCut>.Empty).Distinct().ToEquatableArray(),
            ArrayReductions = judge.Reductions,
            IsPipelined = judge.IsPipelined,
            Seams = judge.Seams,
            Slice = slice,
            Conditions = conditions?.Conditions ?? EquatableArray<CutCondition>.Empty,
        };
    }

    /// <summary>What must hold, and why it can't, before the statements of a loop may run in any other order, whatever that is.</summary>
    public static LoopVerdict Plain(LoopNest nest, Loop loop)
    {
        Region region = Region.Of(loop);
        GuardList guards = new();
        AddPlain(region, region, guards);
        ContentGuards.Add(nest, region, guards);
        IEnumerable<Refusal> obstacles = BodyObstacles.Find(loop, loop, ExecutionTarget.Threads).Concat(guards.Refusals);
        return new LoopVerdict(loop, obstacles.ToEquatableArray(), guards.ToArray(), Roles(nest, loop), MaxLanes: null);
    }

    private static void AddPlain(Region region, Region whole, GuardList guards)
    {
        NumberGuards.Add(whole, guards);
        LookupGuards.Add(whole, guards);
        HolderGuards.Add(whole, guards);
        BoundsGuards.Add(whole, guards);
        TripGuards.Add(whole, guards);
        AliasGuards.AddViews(region, guards);
        AliasGuards.AddReferences(whole, guards);
        AliasGuards.AddHeaders(whole, guards);
        ElementGuards.Add(whole, guards);
        Appends.AddGuards(whole, guards);
    }

    /// <summary>All iterations of a block run, or those of one that is left early have no effects, and need no test to run at all.</summary>
    private static bool MayTellBlocks(Loop loop, EquatableArray<ScalarRole> roles) => LoopTree.Exits(loop.Body).Any()
        ? loop is { IsResumed: true, ContentTests: 0 } && !SearchObstacles.HasEffects(loop) && !roles.Any(role => role is Cursor)
        : !loop.IsResumed || roles.Any(role => role is Cursor);

    /// <summary>Nothing is handed from iteration to iteration, and no sum's order would depend on where the cuts lie.</summary>
    private static bool MayBeCutAtConditions(Loop loop, EquatableArray<ScalarRole> roles) => !loop.IsResumed && roles.All(role => role switch
    {
        Scan or Ordered or Cursor => false,
        _ => !ReductionOperators.Reassociates(role),
    });

    /// <summary>The roles of the scalars that a loop assigns.</summary>
    public static EquatableArray<ScalarRole> Roles(LoopNest nest, Loop loop) => ScalarRoles.Of(nest, loop);
}
