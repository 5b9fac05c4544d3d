using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Ir;

/// <summary>
/// An outermost loop of a method with all that is in it. When the outermost loop isn't counted (<c>while</c> on data,
/// foreach over an unknown sequence), <see cref="Root"/> is null and <see cref="NotLowered"/> says why.
/// </summary>
/// <param name="Index">Its number in the method, from 1.</param>
internal sealed record LoopNest(
    int Index,
    Loop? Root,
    EquatableArray<Variable> Variables,
    EquatableArray<MemoryObject> Objects,
    EquatableArray<Refusal> NotLowered,
    TextRange Range,
    SourceLocation Location)
{
    /// <summary>
    /// For a loop that isn't lowered, or not wholly: the outermost loops in it, each a nest of its own that runs whenever
    /// control comes to it.
    /// </summary>
    public EquatableArray<LoopNest> Inside { get; init; } = EquatableArray<LoopNest>.Empty;

    /// <summary>Where methods with loops are inlined: the same nest with calls of them.</summary>
    public LoopNest? WithCalls { get; init; }

    /// <summary>What passes have done to it, in words, as remarks tell it.</summary>
    public EquatableArray<string> Transformations { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Tells what is made of it from what is made of the nest as written: a part of names. Empty for that one.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Objects that must not be one, as what a pass has made of the nest is the same loop only then.</summary>
    public EquatableArray<ObjectPair> Apart { get; init; } = EquatableArray<ObjectPair>.Empty;

    /// <summary>What must hold before the nest, as what a pass has made of it is the same loop only then.</summary>
    public EquatableArray<Comparison> Assumed { get; init; } = EquatableArray<Comparison>.Empty;

    /// <summary>Floats that count, of which a pass has made products with the trips: the nest is the same only where no sum is rounded.</summary>
    public EquatableArray<ExactCounter> Counters { get; init; } = EquatableArray<ExactCounter>.Empty;

    /// <summary>The method's parameter that cancels the loop between slices of its work; null when there is none.</summary>
    public string? Token { get; init; }

    /// <summary>Somebody may want to cancel the loop: it runs in slices.</summary>
    public bool IsSliced { get; init; }

    /// <summary>What each iteration of the outermost loop locks, as C#: what takes over the loop locks it once. Null when nothing is.</summary>
    public string? Gate { get; init; }

    /// <summary>Checked sums that run in two halves.</summary>
    public EquatableArray<CheckedSum> CheckedSums { get; init; } = EquatableArray<CheckedSum>.Empty;

    /// <summary>Running sums of floats beside which a loop adds up the terms alone.</summary>
    public EquatableArray<BlockSum> BlockSums { get; init; } = EquatableArray<BlockSum>.Empty;
}

/// <param name="Total">The sum of a block's terms, which the loop as written doesn't have.</param>
internal sealed record BlockSum(Variable Running, Variable Total);

/// <summary>
/// The accumulator <paramref name="Sum"/> of a checked sum, which the loop doesn't have: it adds up what is
/// positive in <paramref name="Above"/> and what is negative in <paramref name="Below"/>, both from 0 and in 64 bits. If
/// the sum and either fits in the sum's type, so does every prefix in any order.
/// </summary>
internal sealed record CheckedSum(Variable Sum, Variable Above, Variable Below);

/// <summary>Two objects, in the order of their ids.</summary>
internal sealed record ObjectPair
{
    public ObjectPair(MemoryObject one, MemoryObject other) => (First, Second) = one.Id < other.Id ? (one, other) : (other, one);

    public MemoryObject First { get; }

    public MemoryObject Second { get; }
}

/// <summary>
/// Each trip adds <paramref name="Count"/> · <paramref name="Unit"/>, or takes it away. That is exact if the value from before is an integer times the unit, too, and none of
/// these integers leaves the significand. Nor may the value be −0, which a sum with a product of 0 isn't.
/// </summary>
/// <param name="Variable">It has its value from before the nest.</param>
/// <param name="Unit">A power of two.</param>
/// <param name="Trips">At most so many, in Int64.</param>
internal sealed record ExactCounter(Variable Variable, double Unit, long Count, Expression Trips);
