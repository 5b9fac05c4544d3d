using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>
/// A condition that is tested once, before any effect of the region; if it fails, the loop runs as written. Testing has
/// no effects and never throws. Guards are tested in the order in which a verdict lists them.
/// </summary>
internal abstract record Guard;

/// <summary>The object isn't null (a multi-dimensional array: and its lower bounds are 0; a jagged one: no row in use is null).</summary>
internal sealed record NotNull(MemoryObject Object) : Guard;

/// <summary>
/// The loop's trip count, from 64-bit arithmetic, is finite and its index never wraps; a symbolic step has the sign
/// that the relation needs; <c>!=</c> is reached exactly. Arithmetic in its header has its true value: it doesn't wrap,
/// in any iteration of the loops around it. Loops without this guard can't fail it.
/// </summary>
internal sealed record FiniteTripCount(Loop Loop) : Guard;

/// <summary>
/// Every subscript of the access, an affine function, lies inside its object over all iterations of
/// <paramref name="Domain"/> (outermost first; inner bounds may be affine in outer indices), by true 64-bit values.
/// </summary>
internal sealed record InBounds(ArrayAccess Access, EquatableArray<Loop> Domain) : Guard
{
    /// <summary>Only the iterations within these limits execute the access: it may be out of range in the others.</summary>
    public EquatableArray<IndexLimit> Limits { get; init; } = EquatableArray<IndexLimit>.Empty;
}

/// <summary>The index of a loop is at least, or at most, the true value of a sum over indices of loops around it and invariants.</summary>
internal sealed record IndexLimit(int LoopId, bool IsLeast, long Constant, EquatableArray<LimitTerm> Terms);

internal sealed record LimitTerm(long Coefficient, Expression Value);

/// <summary>The two aren't one object; for spans, lists and pointers: their memory doesn't overlap.</summary>
internal sealed record Different(MemoryObject First, MemoryObject Second) : Guard;

/// <summary>Two spans start at the same byte or don't overlap: enough where both are accessed at the same index.</summary>
internal sealed record SameOrDisjoint(MemoryObject First, MemoryObject Second) : Guard;

/// <summary>The ref, in or out variable doesn't lie inside the object's memory.</summary>
internal sealed record ReferenceOutside(Variable Reference, MemoryObject Object) : Guard;

/// <summary>
/// A Boolean expression over values from before the region: <c>k &gt; 0</c>, <c>k == 0 || |k| &gt;= n - m</c>. It is
/// written with Int64 operands so that it doesn't wrap, and is evaluated unchecked.
/// </summary>
internal sealed record Holds(Expression Condition) : Guard;

/// <summary>No sum of the counter is rounded.</summary>
internal sealed record ExactSteps(ExactCounter Counter) : Guard;

/// <summary>
/// Read-only pre-pass: the loop with its stores left out runs through once without an exception (indexes read from
/// memory are in range, integer divisors aren't 0, checked arithmetic fits). Legal only when no object that the
/// pre-pass reads is stored to in the region, or the elements read are never ones stored earlier.
/// </summary>
/// <param name="Shadow">The loop to run: its body has only assignments to private scalars, ifs, loops and evaluations.</param>
/// <param name="Proven">Ids of the accesses in it that other guards show to be in range.</param>
internal sealed record Content(Loop Shadow, string Reason, EquatableArray<int> Proven) : Guard
{
    /// <summary>A condition on lengths under which the pre-pass would find nothing, so that it isn't needed; null when there is none.</summary>
    public Expression? Unless { get; init; }
}

/// <summary>The rows of a jagged array that the loop visits are different objects.</summary>
internal sealed record DifferentRows(MemoryObject Object, Loop Loop) : Guard;

/// <summary>No object stands twice in the array, list or span.</summary>
internal sealed record DifferentObjects(MemoryObject Holders) : Guard;

/// <summary>
/// No element of the object that one iteration of the loop writes is touched by another: a pre-pass over the subscripts
/// tells. It comes last and only where the loop is long enough to fork; if it fails, the iterations run in order.
/// </summary>
/// <param name="Shadow">The loop to run: as in <see cref="Content"/>, with a <see cref="Touch"/> for each access.</param>
/// <param name="IsOneTouch">An iteration touches one element, so that it's enough to tell whether all are different.</param>
internal sealed record Independent(MemoryObject Object, Loop Shadow, bool IsOneTouch) : Guard;

/// <summary>The type parameter stands for a primitive number, whose operators have no effects.</summary>
internal sealed record PrimitiveNumber(string Parameter) : Guard;

/// <summary>The dictionary or set that the variable holds compares keys as the framework does, which runs no code of the user's.</summary>
internal sealed record FrameworkComparer(Variable Collection) : Guard;
