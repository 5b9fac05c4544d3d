using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>What stands in the way because of scalars: recurrences, and float sums whose order Strict keeps.</summary>
internal static class ScalarObstacles
{
    /// <param name="hasSlice">Threads can tell what a block does to the scalars that are scanned.</param>
    public static IEnumerable<Refusal> Find(
        Loop loop, IEnumerable<ScalarRole> roles, ExecutionTarget target, FloatMode mode, bool hasSlice = false)
    {
        bool isLanes = target == ExecutionTarget.Lanes;
        foreach (ScalarRole role in roles)
        {
            SourceLocation location = LocationOf(loop, role.Variable);
            switch (role)
            {
                case Recurrence when role.Variable.TypeText == "decimal":
                    yield return new Refusal(
                        isLanes ? RuleIds.LanesOrderVisible : RuleIds.OrderVisible, location,
                        EquatableArray.Of($"rounding and scale of the decimal '{role.Variable.Name}' depend on the order"));
                    break;
                case Recurrence when IsAtomic(loop, role.Variable):
                    break;
                case Recurrence when role.Variable.IsAtomic:
                    yield return new Refusal(
                        isLanes ? RuleIds.LanesOrderVisible : RuleIds.OrderVisible, location,
                        EquatableArray.Of($"the loop uses '{role.Variable.DisplayName}' while calls of Interlocked update it"));
                    break;
                case Recurrence when FloatExits.Decides(loop, role.Variable):
                    yield return new Refusal(
                        isLanes ? RuleIds.LanesOrderVisible : RuleIds.OrderVisible, location,
                        EquatableArray.Of(
                            $"where the loop is left depends on the last bits of '{role.Variable.Name}', and those on the order in which it is accumulated"));
                    break;
                case Recurrence recurrence:
                    foreach (Refusal refusal in OfRecurrence(recurrence, location, isLanes))
                    {
                        yield return refusal;
                    }

                    break;
                case Scan { Factor: null } scan when IsKeptInOrder(scan, mode):
                    yield return FloatOrder(role.Variable, location, isLanes);
                    break;
                case Ordered when !isLanes:
                case Cursor cursor when isLanes ? !cursor.PacksLanes : !hasSlice:
                case Scan scan when (!isLanes && !hasSlice) || (scan.Factor is not null && IsKeptInOrder(scan, mode)):
                    foreach (Refusal refusal in OfRecurrence(Recurrences.Explain(loop, new ScalarUses(loop, role.Variable)), location, isLanes))
                    {
                        yield return refusal;
                    }

                    break;
                case Reduction reduction when mode == FloatMode.Strict && ReductionOperators.Reassociates(reduction.Operator, reduction.Variable.Type):
                    yield return FloatOrder(reduction.Variable, location, isLanes);
                    break;
                case AssociativeReduction when mode == FloatMode.Strict:
                    yield return FloatOrder(role.Variable, location, isLanes);
                    break;
            }
        }
    }

    /// <summary>What scans are for threads that can't tell what a block does to the scalars.</summary>
    public static IEnumerable<Refusal> OfScans(Loop loop, IEnumerable<Scan> scans) => scans.SelectMany(scan =>
        OfRecurrence(Recurrences.Explain(loop, new ScalarUses(loop, scan.Variable)), LocationOf(loop, scan.Variable), isLanes: false));

    /// <summary>A scan of floats that would change its bits.</summary>
    public static bool IsKeptInOrder(Scan scan, FloatMode mode) => scan.Operator is { } scanned && (scan.Factor is null
        ? mode == FloatMode.Strict && ReductionOperators.Reassociates(scanned, scan.Variable.Type)
        : mode != FloatMode.Fast && scan.Variable.Type.IsFloat());

    /// <summary>Written by calls like Interlocked.Add alone: their order is visible, which is an obstacle of its own, but no race.</summary>
    private static bool IsAtomic(Loop loop, Variable variable)
    {
        Statement[] writers = [.. LoopTree.Statements(loop.Body).Where(statement => statement switch
        {
            Assign assign => assign.Target.Id == variable.Id,
            Opaque opaque => opaque.Effects.ScalarWrites.Any(written => written.Id == variable.Id),
            _ => false,
        })];
        return writers.Length > 0 && writers.All(writer => writer is Opaque { Effects.Unknown.RuleId: RuleIds.OrderVisible });
    }

    private static IEnumerable<Refusal> OfRecurrence(Recurrence recurrence, SourceLocation location, bool isLanes)
    {
        Variable variable = recurrence.Variable;
        if (recurrence.Transformation is { } transformation)
        {
            yield return new Refusal(
                isLanes ? RuleIds.LanesNeedsTransformation : RuleIds.NeedsTransformation, location,
                EquatableArray.Of(transformation, $"'{variable.Name}' is carried from iteration to iteration: {recurrence.Reason}"));
            yield break;
        }

        if (!isLanes)
        {
            yield return variable.Kind is VariableKind.InstanceField or VariableKind.StaticField
                ? new Refusal(RuleIds.RaceOnField, location, EquatableArray.Of(variable.Name, recurrence.Reason))
                : new Refusal(RuleIds.RaceOnScalar, location, EquatableArray.Of(variable.Name, recurrence.Reason));
        }

        yield return new Refusal(
            isLanes ? RuleIds.LanesScalarRecurrence : RuleIds.ScalarRecurrence, location, EquatableArray.Of(variable.Name, recurrence.Reason));
    }

    private static Refusal FloatOrder(Variable variable, SourceLocation location, bool isLanes) =>
        new(isLanes ? RuleIds.LanesFloatOrder : RuleIds.FloatOrder, location, EquatableArray.Of(variable.Name));

    private static SourceLocation LocationOf(Loop loop, Variable variable) =>
        LoopTree.Statements(loop.Body).OfType<Assign>().FirstOrDefault(assign => assign.Target.Id == variable.Id)?.Location ?? loop.Location;
}
