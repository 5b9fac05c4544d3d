using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Ir;

/// <summary>
/// A statement of a loop body, structured: <c>continue</c> is already an <c>else</c>, <c>switch</c> a chain of
/// <see cref="If"/>, compound assignments and increments plain ones, in C#'s order of evaluation.
/// </summary>
internal abstract record Statement(SourceLocation Location);

internal sealed record Block(EquatableArray<Statement> Statements)
{
    public static Block Empty { get; } = new(EquatableArray<Statement>.Empty);
}

/// <summary>Assigns a scalar; also its declaration, when it has an initializer.</summary>
internal sealed record Assign(Variable Target, Expression Value, SourceLocation Location) : Statement(Location);

/// <summary>Stores an element; <c>a[i] += x</c> is a store whose value loads the same element.</summary>
internal sealed record Store(ArrayAccess Target, Expression Value, SourceLocation Location) : Statement(Location);

internal sealed record If(Expression Condition, Block Then, Block Else, SourceLocation Location) : Statement(Location);

/// <summary>A counted loop in canonical form; see <see cref="Loop"/>.</summary>
internal sealed record LoopStatement(Loop Loop, SourceLocation Location) : Statement(Location);

/// <summary>A loop that isn't counted: <c>while</c> on data. Its body is lowered; its trip count is unknown.</summary>
internal sealed record WhileStatement(Expression Condition, Block Body, bool TestsFirst, SourceLocation Location) : Statement(Location);

internal enum ExitKind
{
    Break,
    Return,
    Throw,
    Goto,

    /// <summary>Ends a loop before the iterations that come here; see <see cref="Loop.IsResumed"/>.</summary>
    Stop,
}

/// <summary>
/// Leaves the loop <paramref name="LoopId"/> early; the id of a <see cref="WhileStatement"/> is no counted loop's. <paramref name="Value"/>: what a return returns, when lowered.
/// </summary>
internal sealed record Exit(ExitKind Kind, int LoopId, Expression? Value, SourceLocation Location) : Statement(Location);

/// <summary>Only in the loop of a guard: the iteration writes or reads the element, and nothing is accessed yet.</summary>
internal sealed record Touch(ArrayAccess Target, bool IsWrite, SourceLocation Location) : Statement(Location);

/// <summary>
/// A statement that isn't lowered. It is emitted as the user wrote it, in a chunk, when its effects are known and
/// independent from iteration to iteration.
/// </summary>
/// <param name="Text">Its source text.</param>
/// <param name="Declares">Variables that the text declares: the kernel must not declare them again.</param>
internal sealed record Opaque(string Text, EquatableArray<Variable> Declares, Effects Effects, SourceLocation Location) : Statement(Location);

/// <summary>What an opaque statement does, as far as the Frontend can tell.</summary>
/// <param name="ElementReads">Array elements it reads.</param>
/// <param name="ElementWrites">Array elements it writes, each on every execution or not.</param>
/// <param name="Reason">Why it wasn't lowered, in words: <c>"calls string.Format"</c>.</param>
/// <param name="Unknown">An effect that nothing bounds (unknown call, shared object mutated); null when the lists above are complete.</param>
/// <param name="MayThrow">May throw on its own account: then exceptions are those of the lowest iteration.</param>
internal sealed record Effects(
    EquatableArray<Variable> ScalarReads,
    EquatableArray<Variable> ScalarWrites,
    EquatableArray<ArrayAccess> ElementReads,
    EquatableArray<ArrayAccess> ElementWrites,
    string Reason,
    Refusal? Unknown,
    bool MayThrow)
{
    /// <summary>All that it does is this update of a scalar.</summary>
    public AssociativeUpdate? Update { get; init; }

    /// <summary>The loop stands in a try statement: after an exception the method still sees its locals.</summary>
    public bool IsInTry { get; init; }

    /// <summary>A guess at what it takes, in nanoseconds on a 4 GHz core.</summary>
    public double Nanoseconds { get; init; } = CallNanoseconds;

    /// <summary>What a statement is taken to cost that calls, allocates or loops.</summary>
    public const double CallNanoseconds = 20;

    /// <summary>What List.Add takes, its share in growing the list included.</summary>
    public const double AppendNanoseconds = 2;

    /// <summary>What it appends to lists, in no order. They are among neither reads nor writes: chunks may append to lists of their own.</summary>
    public EquatableArray<ListUse> Appends { get; init; } = EquatableArray<ListUse>.Empty;

    /// <summary>Other uses of lists that depend on what is in them.</summary>
    public EquatableArray<ListUse> ListReads { get; init; } = EquatableArray<ListUse>.Empty;

    /// <summary>Dictionaries and sets that it looks something up in: it does what is said here if their comparers are the framework's.</summary>
    public EquatableArray<Variable> Lookups { get; init; } = EquatableArray<Variable>.Empty;

    /// <summary>Variables that it declares for itself, and uses as subscripts: they have another value in each iteration.</summary>
    public EquatableArray<Variable> Inner { get; init; } = EquatableArray<Variable>.Empty;

    /// <summary>Type parameters whose operators it uses: it does what is said here if they stand for primitive numbers.</summary>
    public EquatableArray<string> Numbers { get; init; } = EquatableArray<string>.Empty;
}

/// <summary>A list in an opaque statement.</summary>
/// <param name="List">Null when it isn't followed.</param>
/// <param name="ListType">Two lists of which this differs aren't one. Empty where that can't be told: the type depends on a type parameter, for instance.</param>
/// <param name="Text">The use, as the user wrote it.</param>
internal sealed record ListUse(MemoryObject? List, string ListType, string Text, SourceLocation Location);
