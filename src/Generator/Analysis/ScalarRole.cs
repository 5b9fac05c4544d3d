using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>What a scalar that a loop assigns is to that loop. Scalars that it only reads are invariant and have no role.</summary>
internal abstract record ScalarRole(Variable Variable);

/// <summary>Assigned before every use in each iteration.</summary>
/// <param name="IsLiveOut">
/// Read after the loop (in an enclosing loop or after the nest): the value of the last iteration goes out (lastprivate),
/// and the value from before the loop when there is no iteration.
/// </param>
internal sealed record Private(Variable Variable, bool IsLiveOut = false) : ScalarRole(Variable);

/// <summary>
/// Assigned in some iterations only, never read in one that hasn't assigned it, and read after the loop: the value of
/// the last iteration that assigned goes out.
/// </summary>
internal sealed record LastAssigned(Variable Variable) : ScalarRole(Variable);

/// <summary>
/// <c>Variable = Variable op value</c> in every form that C# has for it, read nowhere else in the loop. Each lane and
/// each block runs the statements as written on an accumulator of its own that starts at
/// <see cref="ReductionOperators.StartsAtIdentity"/>; <see cref="ReductionOperators"/> says how two are combined.
/// </summary>
/// <param name="IsConditional">Under an if: a field is then stored only when some iteration assigned it.</param>
internal sealed record Reduction(Variable Variable, ReductionOperator Operator, bool IsConditional) : ScalarRole(Variable);

/// <summary>Combined with values by a method or operator that the user declares associative, and used in no other way.</summary>
internal sealed record AssociativeReduction(Variable Variable, AssociativeMethod Method) : ScalarRole(Variable);

/// <summary>
/// <c>if (value &lt; best) { best = value; at = index; }</c> and its relatives: <paramref name="Companions"/> are what is
/// assigned along with <see cref="ScalarRole.Variable"/>, each to a value that doesn't depend on the accumulators.
/// </summary>
internal sealed record ArgReduction(Variable Variable, ReductionOperator Operator, EquatableArray<Variable> Companions)
    : ScalarRole(Variable);

/// <summary>A companion of an <see cref="ArgReduction"/>, whose role it shares.</summary>
/// <param name="IsLiveOut">Read after the loop: then it has a value before it, which stays where nothing is found.</param>
internal sealed record Companion(Variable Variable, Variable Of, bool IsLiveOut = true) : ScalarRole(Variable);

/// <summary>
/// Changes by the loop-invariant <paramref name="Step"/> once per iteration: its value before iteration k's increment
/// is the value from before the loop + k·Step (integers only, wrapping in the variable's type).
/// </summary>
/// <param name="IsLiveOut">
/// Read after the loop, or by the loop itself when an enclosing one comes to it again: the value after the last increment goes out.
/// </param>
internal sealed record Induction(Variable Variable, Expression Step, bool IsLiveOut = false) : ScalarRole(Variable);

/// <summary>
/// Of a resumed loop: iterations that take a branch add a constant to it, and it is the subscript of what those store or load there.
/// The elements of the active ones lie side by side from it on.
/// </summary>
/// <param name="Amount">What an active iteration adds to it; at least 1.</param>
internal sealed record Cursor(Variable Variable, long Amount) : ScalarRole(Variable)
{
    /// <summary>The active lanes of a vector are one element each.</summary>
    public bool PacksLanes => Amount == 1 && Variable.Type == ElementType.Int32;
}

/// <summary>
/// Updated by <paramref name="Operator"/>, its running value used in the loop: each lane starts at the identity (or at the
/// value from before the loop), and a prefix scan combines the lanes.
/// </summary>
/// <param name="Operator">Null when it is only assigned: the value is that of the last iteration that did.</param>
/// <param name="Restarts">
/// Some iterations assign it without regard to its value. With an operator the scan is segmented; without, false says that
/// each iteration assigns it, so that the value before is that of the iteration before.
/// </param>
/// <param name="Before">A variable that keeps the value from before the iteration's updates; null when there is none.</param>
/// <param name="Factor">Of a linear recurrence: what an iteration multiplies the value by, before it adds something.</param>
/// <param name="Added">What an iteration adds then, where its factor is one of its own: both are variables. Null where the factor doesn't change in the loop.</param>
internal sealed record Scan(Variable Variable, ReductionOperator? Operator, bool Restarts, Variable? Before, Expression? Factor = null, Variable? Added = null)
    : ScalarRole(Variable);

/// <summary>Carried from iteration to iteration by the statements of <see cref="Loop.Ordered"/>, which lanes run one after the other.</summary>
internal sealed record Ordered(Variable Variable) : ScalarRole(Variable);

/// <summary>Carried from iteration to iteration in a way that nothing above describes. Always an obstacle.</summary>
/// <param name="Reason">Why it isn't a reduction, for the message.</param>
/// <param name="Transformation">What would make it parallel, when there is something: <c>"a scan"</c>; otherwise it's a race on threads.</param>
internal sealed record Recurrence(Variable Variable, string Reason, string? Transformation) : ScalarRole(Variable);
