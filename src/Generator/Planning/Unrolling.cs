using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>How many vectors are in flight at once.</summary>
internal static class Unrolling
{
    // Four independent accumulators hide the latency of an addition (2 to 4 cycles at two loads a cycle); in a short
    // loop without them, four vectors at a time take each array a few cache lines further before the next one's turn.
    private const int VectorsInFlight = 4;

    // With more of them in all, accumulators would be spilled: x64 has 32 vector registers with AVX-512, 16 without.
    private const int MostAccumulators = 8;

    // A longer body keeps the units busy by itself.
    private const int ShortBody = 8;

    // A lane's chain of operations is seldom shorter than what the units could do meanwhile, but registers are few.
    private const int VectorsThatShareLoops = 2;
    private const int SmallSharedBody = 40;

    // Four of them take 32 registers; they gain 10 to 20 % where nothing but short operations wait for each other (Mandelbrot).
    private const int MostVectorsOfFour = 6;

    /// <summary>
    /// Vectors that share inner loops (unroll and jam), which run while any lane of any is active, or the test whether an iteration leaves
    /// the loop.
    /// </summary>
    public static bool Interleaves(Loop loop, EquatableArray<ScalarRole> roles, int lanes, int? maxLanes)
    {
        var variables = new LaneVariables(loop, roles);
        return !roles.Any(role => role is Cursor)
            && (loop.IsResumed || LoopTree.Statements(loop.Body).Any(statement => statement is LoopStatement || variables.IsDivergent(statement)))
            && !variables.HasAffineScalars
            && !roles.Any(role => role is Scan or Ordered)
            && !IndexedAccess.In(loop, variables).Any()
            && !(VectorsThatShareLoops * lanes > maxLanes)
            && roles.Count(role => role is Reduction or ArgReduction or Companion) <= MostAccumulators / VectorsThatShareLoops
            && Operations(loop) <= SmallSharedBody;
    }

    public static int Choose(Loop loop, EquatableArray<ScalarRole> roles, int lanes, int? maxLanes)
    {
        // Each gather is a few dozen instructions.
        bool hasIndexed = IndexedAccess.In(loop, new LaneVariables(loop, roles)).Any();
        if (Interleaves(loop, roles, lanes, maxLanes))
        {
            return (IsSearch(loop) || FillsRegisters(loop, roles)) && !(VectorsInFlight * lanes > maxLanes) ? VectorsInFlight : VectorsThatShareLoops;
        }

        if (loop.Ordered is not null)
        {
            // The statements that run in order take longer than the others.
            return 1;
        }

        if (loop.IsResumed)
        {
            // The tests of all vectors in flight come before what any of them does.
            return 1;
        }

        int reductions = roles.Count(role => role is Reduction or ArgReduction or Companion);
        int unroll = LoopTree.Statements(loop.Body).Any(statement => statement is LoopStatement or WhileStatement) ? 1
            : reductions > 0 && hasIndexed ? 2
            : reductions > 0 ? Math.Max(1, Math.Min(VectorsInFlight, MostAccumulators / reductions))
            : IsShort(loop) && !hasIndexed ? VectorsInFlight : 1;
        while (unroll > 1 && lanes * unroll > maxLanes)
        {
            unroll /= 2;
        }

        // Accumulators are folded in pairs.
        return unroll == 3 ? 2 : unroll;
    }

    /// <summary>
    /// Inner loops of few variables and short operations: four vectors in flight, where each is one register and there are 32.
    /// Nothing is accumulated, since which loop runs depends on the machine.
    /// </summary>
    public static bool FillsRegisters(Loop loop, EquatableArray<ScalarRole> roles)
    {
        var variables = new LaneVariables(loop, roles);
        return !loop.IsResumed && loop.Ordered is null && roles.All(role => role is Private)
            && LoopTree.Statements(loop.Body).Any(statement => statement is LoopStatement or WhileStatement)
            && LoopTree.Statements(loop.Body).SelectMany(LoopTree.Assigned).Where(variables.IsVarying).Select(variable => variable.Id).Distinct().Count() <= MostVectorsOfFour
            && !ExpressionTree.Of(loop.Body).SelectMany(ExpressionTree.SelfAndDescendants).Any(IsLong);
    }

    // Divisions and functions keep their unit busy by themselves.
    private static bool IsLong(Expression part) => part is IntrinsicCall or Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder };

    /// <summary>Nothing but tests.</summary>
    private static bool IsSearch(Loop loop) => Operations(loop) <= ShortBody
        && loop.Body.Statements.All(statement => statement is Assign or If { Then.Statements: [Exit { Kind: ExitKind.Stop }] });

    /// <summary>Straight-line code of few operations.</summary>
    private static bool IsShort(Loop loop) =>
        LoopTree.Statements(loop.Body).All(statement => statement is Assign or Store)
        && Operations(loop) <= ShortBody;

    private static int Operations(Loop loop) => ExpressionTree.Of(loop.Body).SelectMany(ExpressionTree.SelfAndDescendants).Sum(part => part switch
    {
        Constant or VariableRead => 0,
        IntrinsicCall { Function: var function } when function.IsRandom() => 80,
        _ => 1,
    });
}
