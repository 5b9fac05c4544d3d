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

/// <summary>What follows from a condition being true, and from its being false.</summary>
internal sealed record Condition(ImmutableArray<Constraint> WhenTrue, ImmutableArray<Constraint> WhenFalse)
{
    public static Condition Nothing { get; } = new([], []);

    public static Condition Of(Constraint constraint) => new([constraint], constraint.Negated());

    public Condition Not() => new(WhenFalse, WhenTrue);

    public Condition And(Condition other) => new(
        [.. WhenTrue, .. other.WhenTrue],
        WhenFalse.IsEmpty || other.WhenFalse.IsEmpty ? [] : Common(WhenFalse, other.WhenFalse));

    public Condition Or(Condition other) => Not().And(other.Not()).Not();

    private static ImmutableArray<Constraint> Common(ImmutableArray<Constraint> one, ImmutableArray<Constraint> other) =>
        [.. one.Where(other.Contains)];
}
