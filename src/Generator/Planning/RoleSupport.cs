using AutoPar.Generator.Analysis;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>Which scalars that a loop carries or leaves behind have a form in lanes.</summary>
internal static class RoleSupport
{
    // Owners of last values and minima are counted in integers of 4 bytes at least.
    private const int MostLanesWithOwner = 16;

    /// <summary>Whether a reduction may have to run again, one by one.</summary>
    public static bool IsOrdered(ScalarRole role) =>
        role is Reduction { Operator: >= ReductionOperator.LessFirst } && role.Variable.Type.IsFloat();

    public static Refusal? Unsupported(Loop loop, EquatableArray<ScalarRole> roles, LaneVariables variables)
    {
        if (loop.Ordered is { Variables.IsEmpty: true }
            && OrderedStatements.Reads(loop).FirstOrDefault(read => read.Id != loop.Index.Id && variables.Stride(read) is not null) is { } counted)
        {
            return new Refusal(RuleIds.LanesScalarRecurrence, loop.Location, EquatableArray.Of(counted.Name, "it counts along with iterations that run in order"));
        }

        HashSet<int> beforeStop = BeforeStop(loop);
        bool stores = LoopTree.Statements(loop.Body).Any(statement => statement is Store);
        foreach (ScalarRole role in roles)
        {
            string? reason = role switch
            {
                Recurrence => "it is carried from iteration to iteration",
                Ordered when OrderedStatements.Reads(loop).Any(read => read.Id != loop.Index.Id && variables.Stride(read) is not null) =>
                    "what it is computed from counts along with the iterations",
                Induction when variables.Stride(role.Variable) is null => "its step isn't a sum or product of values from before the loop",
                ArgReduction { Operator: < ReductionOperator.LessFirst or > ReductionOperator.GreaterLast } => "only the first or last of least or greatest values can be found",
                ArgReduction or LastAssigned when LaneTypes.Lanes(loop, variables, null) > MostLanesWithOwner => "its lanes are too narrow to count iterations",
                _ when loop.IsResumed && (IsOrdered(role) || role is Private { IsLiveOut: true }) => "its value is needed where the loop is left",
                not (Scan or Private) when beforeStop.Contains(role.Variable.Id) => "it is updated before the loop may be left",
                _ when IsOrdered(role) && (stores || roles.Any(other => other is Induction or Scan)) =>
                    "zeros of both signs would make the loop run again, and it also stores or counts",
                _ => null,
            };
            if (reason is not null)
            {
                return new Refusal(RuleIds.LanesScalarRecurrence, loop.Location, EquatableArray.Of(role.Variable.Name, reason));
            }
        }

        return null;
    }

    /// <summary>What is assigned before the last test whether the vectors end: only the values of scans are kept from before the vector.</summary>
    private static HashSet<int> BeforeStop(Loop loop)
    {
        IEnumerable<Statement> before = loop.Body.Statements.Reverse()
            .SkipWhile(statement => !LoopTree.Statements(new Block(EquatableArray.Of(statement))).Any(inner => inner is Exit { Kind: ExitKind.Stop }));
        return Walk.Assigned(new Block(before.ToEquatableArray()));
    }
}
