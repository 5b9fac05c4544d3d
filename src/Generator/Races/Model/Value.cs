using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Model;

/// <summary>What is known of the value of an expression. The default knows nothing.</summary>
internal sealed record Value
{
    public static Value Nothing { get; } = new();

    /// <summary>An integer.</summary>
    public AffineForm? Number { get; init; }

    /// <summary>A reference: the objects that it may refer to.</summary>
    public ImmutableArray<ObjectId> Objects { get; init; } = [];

    /// <summary>It is each of the objects in some iteration of a loop around.</summary>
    public bool IsEach { get; init; }

    /// <summary>A view of an array begins here: a span, a pointer, a segment.</summary>
    public AffineForm? Offset { get; init; }

    public AffineForm? Length { get; init; }

    /// <summary>A delegate's code.</summary>
    public Function? Function { get; init; }

    /// <summary>Activities that waiting for the value waits for.</summary>
    public ImmutableArray<ConstructFrame> Tasks { get; init; } = [];

    /// <summary>A thread or task that isn't started yet.</summary>
    public Unstarted? Unstarted { get; init; }

    public bool IsConstant { get; init; }

    /// <summary>For a constant true or false: which.</summary>
    public bool? Boolean { get; init; }

    /// <summary>A boolean.</summary>
    public Condition? Truth { get; init; }

    /// <summary>A tuple's parts.</summary>
    public ImmutableArray<Value> Parts { get; init; } = [];

    /// <summary>The items that enumerating it yields.</summary>
    public ItemSource? Items { get; init; }

    /// <summary>A parallel query over the items.</summary>
    public Query? Query { get; init; }

    /// <summary>The variable that a ref refers to.</summary>
    public Place? Reference { get; init; }

    /// <summary>Places that it was computed from, with the read and the lock section of the read.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>A lock that awaiting it takes.</summary>
    public ObjectId? Pending { get; init; }

    /// <summary>A lock that is taken if the value, what was there before, is this constant, or isn't the one that was put there.</summary>
    public Gate? Gate { get; init; }

    /// <summary>A task that has ended: which of several it is, only a comparison tells.</summary>
    public bool HasEnded { get; init; }

    /// <summary>What a task of a task yields.</summary>
    public Value? Inner { get; init; }

    public static Value Of(AffineForm? number) => number is null ? Nothing : new Value { Number = number };

    public static Value Of(ObjectId id) => new() { Objects = [id] };

    /// <summary>Either of two values.</summary>
    public static Value Either(Value one, Value other) => ReferenceEquals(one, other) ? one : new Value
    {
        Number = one.Number is { } number && number.Equals(other.Number) ? number : null,
        Objects = [.. one.Objects.Union(other.Objects).Take(4)],
        Offset = one.Offset is { } offset && offset.Equals(other.Offset) ? offset : null,
        Function = one.Function == other.Function || other.Function is null ? one.Function : one.Function is null ? other.Function : null,
        Tasks = [.. one.Tasks.Union(other.Tasks)],
        Unstarted = one.Unstarted ?? other.Unstarted,
        Parts = one.Parts.Length == other.Parts.Length ? [.. one.Parts.Zip(other.Parts, Either)] : [],
        Items = one.Items ?? other.Items,
        Query = one.Query ?? other.Query,
        Reference = one.Reference ?? other.Reference,
        Sources = [.. one.Sources.Union(other.Sources)],
    };

    public Value From(ImmutableArray<Source> sources) => sources.IsEmpty ? this : this with { Sources = [.. sources.Union(Sources).Take(8)] };
}

/// <param name="Sections">The lock sections that the read stood in.</param>
/// <param name="IsAtomic">The read sees what was done before the write that it reads.</param>
internal sealed record Source(Spot Location, SyntaxNode Read, ImmutableArray<int> Sections, bool IsAtomic = false)
{
    public bool Equals(Source? other) => other is not null && Location.Key == other.Location.Key && Read == other.Read;

    public override int GetHashCode() => Read.GetHashCode();
}

/// <summary>A lambda, anonymous method, local function or method that a delegate calls.</summary>
/// <param name="Instance">What <c>this</c> is in it.</param>
internal sealed record Function(IMethodSymbol Method, IOperation? Body, Value Instance);

/// <summary>Code that will run once it is started.</summary>
internal sealed class Unstarted(Function function, SyntaxNode syntax, ConstructKind kind, Frame? frame)
{
    public Function Function => function;

    public SyntaxNode Syntax => syntax;

    public ConstructKind Kind => kind;

    /// <summary>Where it was made.</summary>
    public Frame? Frame => frame;

    public ConstructFrame? Started { get; set; }

    /// <summary>The activities behind the task that it yields.</summary>
    public ImmutableArray<ConstructFrame> Yielded { get; set; } = [];
}

/// <summary>A parallel query: the operators of one chain share their iterations.</summary>
internal sealed record Query(ConstructFrame Frame, Value Item);

/// <param name="Opens">Which of the values that may have been there before let one in.</param>
/// <param name="Flag">Who finds the last value sees what all others did before they counted.</param>
internal sealed record Gate(ImmutableArray<Gain> Locks, Func<object?, bool> Opens, string? Flag = null, bool CountsDown = false);

/// <summary>Yields the item of a sequence for an index.</summary>
/// <param name="Lower">Least index; null when items are numbered from 0.</param>
/// <param name="Upper">One more than the greatest index, where known.</param>
internal sealed record ItemSource(Func<AffineForm, Value> At, AffineForm? Lower = null, AffineForm? Upper = null)
{
    /// <summary>Code runs to make an item.</summary>
    public bool IsLazy { get; init; }
}

/// <summary>A variable, field or element that can be read and written.</summary>
/// <param name="Variable">The local or parameter whose value the interpreter follows; null for others.</param>
internal sealed record Place(ImmutableArray<Spot> Locations, ISymbol? Variable, ITypeSymbol? Type)
{
    public static Place None { get; } = new([], null, null);

    public Value? Known { get; init; }

    public bool IsVolatile { get; init; }

    /// <summary>It is each of the locations at some time.</summary>
    public bool IsEach { get; init; }
}
