using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;

namespace AutoPar.Generator.Races.Model;

internal enum Relation
{
    AtLeastZero,
    Zero,
    NotZero,
}

/// <summary>Something that holds wherever an access executes.</summary>
internal sealed record Constraint(AffineForm Form, Relation Relation)
{
    public static Constraint AtLeast(AffineForm greater, AffineForm less, long by = 0) =>
        new(greater.Subtract(less).Add(AffineForm.Of(-by)), Relation.AtLeastZero);

    public static Constraint Equal(AffineForm one, AffineForm other) => new(one.Subtract(other), Relation.Zero);

    public ImmutableArray<Constraint> Negated() => Relation switch
    {
        Relation.AtLeastZero => [new(AffineForm.Of(-1).Subtract(Form), Relation.AtLeastZero)],
        Relation.Zero => [this with { Relation = Relation.NotZero }],
        _ => [this with { Relation = Relation.Zero }],
    };
}

/// <summary>
/// Something that a test gives its branch besides knowledge: a lock that was taken, an activity that has ended, a flag that was seen set.
/// </summary>
/// <param name="Opening">For the lock of a gate: whether it opens again when this value is written; null for a lock that is released.</param>
internal sealed record Gain(ObjectId? Lock, ConstructFrame? Done, string? Flag = null, Func<object?, bool>? Opening = null);

/// <summary>What follows from a condition being true, and from its being false.</summary>
internal sealed record Condition(ImmutableArray<Constraint> WhenTrue, ImmutableArray<Constraint> WhenFalse)
{
    private static readonly ImmutableArray<Constraint> s_never = [new(AffineForm.Of(-1), Relation.AtLeastZero)];

    public static Condition Nothing { get; } = new([], []);

    /// <summary>What is always so, or never.</summary>
    public static Condition Always(bool truth) => truth ? new([], s_never) : new(s_never, []);

    public bool IsNeverTrue => WhenTrue.Contains(s_never[0]);

    public bool IsNeverFalse => WhenFalse.Contains(s_never[0]);

    public ImmutableArray<Gain> GainsWhenTrue { get; init; } = [];

    public ImmutableArray<Gain> GainsWhenFalse { get; init; } = [];

    public static Condition Of(Constraint constraint) => new([constraint], constraint.Negated());

    public Condition Not() => new(WhenFalse, WhenTrue) { GainsWhenTrue = GainsWhenFalse, GainsWhenFalse = GainsWhenTrue };

    public Condition And(Condition other) => new(
        [.. WhenTrue, .. other.WhenTrue],
        WhenFalse.IsEmpty || other.WhenFalse.IsEmpty ? [] : Common(WhenFalse, other.WhenFalse))
    {
        GainsWhenTrue = [.. GainsWhenTrue, .. other.GainsWhenTrue],
    };

    public Condition Or(Condition other) => Not().And(other.Not()).Not();

    private static ImmutableArray<Constraint> Common(ImmutableArray<Constraint> one, ImmutableArray<Constraint> other) =>
        [.. one.Where(other.Contains)];
}
