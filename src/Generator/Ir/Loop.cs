using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Ir;

/// <summary>
/// A counted loop: <c>for (Index = Start; Index Relation Bound; Index += Step)</c>. Iteration k (from 0) sees
/// Index = Start + k·Step. Start, Bound and Step are invariant in the loop, by symbols that its body doesn't assign;
/// that arrays they load from aren't stored to is for Analysis to prove or guard.
/// </summary>
/// <param name="Id">Unique in the method; the root's is the least.</param>
/// <param name="Index">The induction variable.</param>
/// <param name="Start">May read <paramref name="Index"/> itself, for its value from before the loop. Int64 where it may lie outside the index's type.</param>
/// <param name="Bound">Int64 where it was shifted; otherwise of the type that C# compares in.</param>
/// <param name="Step">Always Int64.</param>
/// <param name="IndexReadAfter">The index is declared outside the loop and may be read after it.</param>
/// <param name="Form">How it was written.</param>
/// <param name="Range">Where the whole loop statement stands in <see cref="MethodModel.BodyText"/>.</param>
/// <param name="BodyRange">Where its body stands there, braces included if any.</param>
internal sealed record Loop(
    int Id,
    Variable Index,
    Expression Start,
    Expression Bound,
    LoopRelation Relation,
    Expression Step,
    Block Body,
    bool IndexReadAfter,
    LoopForm Form,
    TextRange Range,
    TextRange BodyRange,
    SourceLocation Location)
{
    /// <summary>Step's value when it is a constant.</summary>
    public long? ConstantStep => Step is Constant { Value: var value } ? Convert.ToInt64(value) : null;

    /// <summary>How its text can be made to go on from some iteration; null when it can't.</summary>
    public LoopResume? Resume { get; init; }

    /// <summary>
    /// Made by a pass: it ends, by an <see cref="ExitKind.Stop"/>, before the first iteration, or the first vector with one, that
    /// does what a kernel can't (leave the loop), and the loop as written goes on from there. So the iterations that are left
    /// run as written, too.
    /// </summary>
    public bool IsResumed { get; init; }

    /// <summary>
    /// It is resumed, and so many of its first statements stop it where a subscript isn't in range or an operation would throw, or
    /// compute what these tests need: no guard need test it.
    /// </summary>
    public int ContentTests { get; init; }

    public bool TestsContents => ContentTests > 0;

    /// <summary>How many of its iterations one of the loop as written is: vectors hold a multiple of them.</summary>
    public int CopiesWritten { get; init; } = 1;

    /// <summary>Made by a pass: it stands where another loop is written, so that only what takes over that one, too, may take over it.</summary>
    public bool IsMoved { get; init; }

    /// <summary>The method whose text it stands in, where that one is inlined: only what takes over a loop around the call may take it over. Null in the method's own text.</summary>
    public string? InlinedFrom { get; init; }

    /// <summary>Made by a pass for lanes: statements that run for one iteration after the other (loop distribution).</summary>
    public OrderedGroup? Ordered { get; init; }
}

/// <summary>
/// Statements of a loop's body, side by side, that a recurrence holds together, or that store what other iterations touch.
/// </summary>
/// <param name="First">The place of the first one in the body.</param>
/// <param name="Variables">The scalars that they carry from iteration to iteration; nothing else in the loop assigns them. A group with such scalars stores nothing.</param>
internal sealed record OrderedGroup(int First, int Count, EquatableArray<int> Variables);

/// <param name="Range">What stands for the first iteration in <see cref="MethodModel.BodyText"/>: the initial value, or the collection.</param>
internal sealed record LoopResume(ResumeKind Kind, TextRange Range);

internal enum ResumeKind
{
    /// <summary>The index goes on from the value that it has.</summary>
    Index,

    /// <summary>The header gives the index its value.</summary>
    Initializer,

    /// <summary>foreach over an array or a span.</summary>
    Collection,
}

internal enum LoopRelation
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    NotEqual,
}

internal enum LoopForm
{
    For,
    While,

    /// <summary>Tests after the body: the first iteration runs whatever Start and Bound are.</summary>
    Do,

    /// <summary>Over an array, span or list: Index is a temporary, the element a variable assigned first in the body.</summary>
    Foreach,
}
