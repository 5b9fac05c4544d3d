using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Rough costs in nanoseconds on a 4 GHz core: enough to rank the loops of a nest and to tell whether a fork pays.
/// </summary>
internal static class CostModel
{
    /// <summary>Inner loops whose trip count isn't known at compile time are taken to run this often.</summary>
    private const long AssumedTrips = 64;

    // Rows of sparse matrices and lists of neighbours are short.
    private const long TripsFromMemory = 16;

    private const double LoopOverhead = 0.5;

    // An inner loop runs for as long as the slowest of the lanes takes.
    private const double Divergence = 1.5;

    public static LoopCost Of(Loop root, VectorLoopPlan? vector)
    {
        double sequential = Sequential(root);
        double cost = vector is null ? sequential : Vector(root, vector);
        return InnerTrips.Of(root, out int depth) is { } trips
            ? new LoopCost(sequential, cost, trips, cost / Math.Pow(AssumedTrips, depth))
            : new LoopCost(sequential, cost);
    }

    /// <summary>One iteration of the loop as written.</summary>
    public static double Sequential(Loop loop) => loop.Body.Statements
        .Where((statement, place) => place >= loop.ContentTests || statement is Assign)
        .Sum(statement => Of(statement, null, 1));

    /// <summary>One iteration of <paramref name="root"/> with the plan's loop in lanes.</summary>
    public static double Vector(Loop root, VectorLoopPlan plan) =>
        OrderedStatements.Store(root) && root.Ordered is { } group
            ? OrderedStatements.Of(root).Sum(statement => Of(statement, null, 1))
                + (root.Body.Statements.Where((_, place) => place < group.First || place >= group.First + group.Count)
                    .Sum(statement => Of(statement, plan.Loop, plan.Lanes)) / plan.Lanes)
        : root.Id == plan.Loop.Id ? Of(root.Body, plan.Loop, plan.Lanes) / plan.Lanes : Around(root.Body, plan);

    /// <summary>Its lanes are used only where a stride that is known at run time turns out to be 1.</summary>
    public static bool HopesForStride(Loop loop) =>
        Region.Of(loop).Sites.Any(site => site.Object.Rank == 1 && AccessShape.Of(site.Access, loop) is { Kind: AccessKind.Strided, Stride: null });

    /// <summary>What is outside the loop in lanes runs as written.</summary>
    private static double Around(Block block, VectorLoopPlan plan) => block.Statements.Sum(statement => statement switch
    {
        LoopStatement { Loop: var loop } when loop.Id == plan.Loop.Id => OfLoop(loop, plan.Loop, plan.Lanes, TripCounts.Constant(loop) ?? AssumedTrips),
        LoopStatement { Loop: var loop } when LoopTree.Path(loop, plan.Loop).Count > 0 =>
            LoopOverhead + ((TripCounts.Constant(loop) ?? AssumedTrips) * (Around(loop.Body, plan) + LoopOverhead)),
        If conditional => 0.5 + Of(conditional.Condition, null, 1) + Around(conditional.Then, plan) + Around(conditional.Else, plan),
        _ => Of(statement, null, 1),
    });

    /// <summary>
    /// The run through the subscripts before the loop, for one iteration of <paramref name="loop"/>: a load and a comparison for
    /// each that is tested.
    /// </summary>
    public static double ContentRun(Loop loop, IEnumerable<Content> contents)
    {
        const double Probe = 0.15;
        return Probe * contents.SelectMany(content => LoopTree.SelfAndDescendants(content.Shadow)).Where(inner => inner.Id == loop.Id)
            .SelectMany(inner => LoopTree.Statements(inner.Body)).Count(statement => statement is Assign { Target: var target } && ShadowLoop.IsProbe(target));
    }

    /// <summary>All iterations of an inner loop, in lanes by the plan or as written.</summary>
    public static double OfLoop(Loop loop, VectorLoopPlan? plan, long trips) => OfLoop(loop, plan?.Loop, plan?.Lanes ?? 1, trips);

    /// <summary>Those of an inner loop of <paramref name="nest"/>, where they decide between lanes and the loop as written.</summary>
    public static long Trips(Loop nest, Loop loop)
    {
        HashSet<int> loaded = [.. LoopTree.Statements(nest.Body).OfType<Assign>().Where(assign => IsLoaded(assign.Value)).Select(assign => assign.Target.Id)];
        return TripCounts.Constant(loop) ?? (ExpressionTree.Header(loop).SelectMany(Walk.Parts)
            .Any(part => part is Load || (part is VariableRead read && loaded.Contains(read.Variable.Id))) ? TripsFromMemory : AssumedTrips);
    }

    private static double Of(Block block, Loop? vector, int lanes) => block.Statements.Sum(statement => Of(statement, vector, lanes));

    private static double Of(Statement statement, Loop? vector, int lanes) => statement switch
    {
        Assign assign => Of(assign.Value, vector, lanes),
        Store store => Of(store.Value, vector, lanes) - (vector is null ? Shared(store) : 0) + Access(store.Target, vector, lanes, isStore: true),
        If conditional => 0.5 + Of(conditional.Condition, vector, lanes) + Of(conditional.Then, vector, lanes) + Of(conditional.Else, vector, lanes),
        LoopStatement { Loop: var loop } => OfLoop(loop, vector, lanes, TripCounts.Constant(loop) ?? AssumedTrips),
        WhileStatement loop => AssumedTrips * (vector is null ? 1 : Divergence) * (Of(loop.Condition, vector, lanes) + Of(loop.Body, vector, lanes)),
        Exit { Value: null } => 0.25,
        Opaque { Effects: { Numbers.IsEmpty: false } effects } => 0.5 * (effects.ElementReads.Count + effects.ElementWrites.Count),
        Opaque { Effects.Nanoseconds: var nanoseconds } => nanoseconds,
        _ => Effects.CallNanoseconds,
    };

    /// <summary>As written, an element that is loaded and stored is found once.</summary>
    private static double Shared(Store store) =>
        0.25 * Walk.Parts(store.Value).OfType<Load>().Count(load => store.Target.Subscripts.Any(IsLoaded) && Walk.Same(load, new Load(store.Target)));

    private static bool IsLoaded(Expression subscript) => ExpressionTree.SelfAndDescendants(subscript).Any(part => part is Load);

    private static double OfLoop(Loop loop, Loop? vector, int lanes, long trips)
    {
        double iteration = Of(loop.Body, vector, lanes);

        // Leaving the lanes (remainder, folding accumulators) costs about as much as two vectors.
        return loop.Id == vector?.Id
            ? LoopOverhead + ((trips + (2 * lanes)) * iteration / lanes)
            : LoopOverhead + (trips * (IsDivergent(loop, vector) ? Divergence : 1) * (iteration + LoopOverhead));
    }

    private static bool IsDivergent(Loop loop, Loop? vector) => vector is not null && LoopTree.Path(vector, loop).Count > 1
        && ExpressionTree.Header(loop).Any(part => ExpressionTree.DependsOn(part, vector));

    private static double Of(Expression expression, Loop? vector, int lanes) =>
        Own(expression, vector, lanes) + ExpressionTree.Operands(expression).Sum(operand => Of(operand, vector, lanes));

    private static double Own(Expression expression, Loop? vector, int lanes) => expression switch
    {
        Load load => Access(load.Access, vector, lanes),
        Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } division =>
            division.Type.IsFloat() || vector is null ? 2
            : ExpressionTree.DependsOn(division.Right, vector) ? lanes * (division.Type.Size() > 4 || division.Type == ElementType.UInt32 ? 6 : 0.5)
            : lanes * (division.Type.Size() > 4 ? 0.5 : 0.15),
        Binary or Unary or Comparison or Conditional or Conversion => 0.25,
        IntrinsicCall { IsVectorMath: true } when vector is not null => 0.5 * lanes,
        IntrinsicCall { Function: var function } when function.IsTranscendental() => 6.0 * (vector is null ? 1 : lanes),
        IntrinsicCall { Function: var function } when function.IsRandom() => vector is null ? 8 : 1.25 * lanes,
        IntrinsicCall { Function: IntrinsicFunction.Sqrt } => 3,
        IntrinsicCall { Function: IntrinsicFunction.PopCount or IntrinsicFunction.LeadingZeroCount or IntrinsicFunction.TrailingZeroCount } when vector is not null => 0.15 * lanes,
        IntrinsicCall => 0.5,
        _ => 0,
    };

    private static double Access(ArrayAccess access, Loop? vector, int lanes, bool isStore = false)
    {
        const double One = 0.25;
        const double Anywhere = 0.5;
        return vector is null ? access.Subscripts.Any(IsLoaded) ? Anywhere : One : AccessShape.Of(access, vector) switch
        {
            { Kind: AccessKind.Invariant } when access.Object.Rank == 1 && StartsApart(access, vector) => Indexed(access, vector, lanes, isStore),
            { Kind: AccessKind.Invariant } => One / 2,
            { Kind: AccessKind.Contiguous } => One,
            { Kind: AccessKind.Reversed } => 2 * One,
            { Kind: AccessKind.Strided, Stride: >= -4 and <= 4 and var stride } when access.Object.Element.Size() >= 4 => 2 * One * Math.Abs(stride),
            { Kind: AccessKind.Strided, Stride: >= -4 and <= 4 and var stride } when !isStore || LeavesNoGap(access, vector) =>
                2 * One * Math.Abs(stride) * Math.Max(1, lanes * access.Object.Element.Size() / 16),
            { Kind: AccessKind.Strided, Stride: not null } => (access.Object.Element.Size() >= 4 ? 3 : 6) * One * lanes,
            { Kind: AccessKind.NonAffine } when Cursors.IsAt(access, Cursors.Of(vector).Keys) => (isStore ? 16 : 8) * One,
            { Kind: AccessKind.NonAffine } when access.Object.Rank == 1 => Indexed(access, vector, lanes, isStore),
            // Lanes are used only where such a stride turns out to be 1.
            _ when access.Object.Rank == 1 => 2 * One,
            _ => 2 * One * lanes,
        };
    }

    /// <summary>It is stored together with its neighbours.</summary>
    private static bool LeavesNoGap(ArrayAccess access, Loop vector) =>
        InterleavedGroup.Stores(vector).Any(group => group.Any(store => store.Target.Id == access.Id));

    /// <summary>The place is an inner loop's index, which starts elsewhere in each lane.</summary>
    private static bool StartsApart(ArrayAccess access, Loop vector)
    {
        HashSet<int> apart = [.. LoopTree.SelfAndDescendants(vector).Skip(1)
            .Where(inner => ExpressionTree.SelfAndDescendants(inner.Start).Any(part => ExpressionTree.DependsOn(part, vector)))
            .Select(inner => inner.Index.Id)];
        return apart.Count > 0
            && access.Subscripts.SelectMany(ExpressionTree.SelfAndDescendants).Any(part => part is VariableRead read && apart.Contains(read.Variable.Id));
    }

    /// <summary>
    /// A gather takes apart the subscripts and puts together the elements, one by one; a scatter the other way round. Measured in
    /// units in which <c>a[i] = b[p[i]]</c> as written takes 1 for an iteration, as it does above.
    /// </summary>
    private static double Indexed(ArrayAccess access, Loop vector, int lanes, bool isStore)
    {
        double element = access.Object.Element.Size() > 4 ? 0.65 : isStore ? 0.8 : 0.6;
        return 1 + (lanes * element) + access.Subscripts.Sum(subscript => Of(subscript, vector, lanes));
    }
}
