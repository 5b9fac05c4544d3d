using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Model;

/// <summary>
/// A place of which there are several instances at run time: a loop's iterations, or the activities that a parallel
/// construct starts. Frames nest as the program does, across calls.
/// </summary>
internal abstract class Frame(Frame? parent, Symbol? index)
{
    public Frame? Parent { get; } = parent;

    public int Depth { get; } = (parent?.Depth ?? -1) + 1;

    /// <summary>Something in it doesn't compile: what that would do, lock or wait, isn't known.</summary>
    public bool IsBroken { get; set; }

    /// <summary>What tells instances apart; null when there is one instance for each of the parent's.</summary>
    public Symbol? Index { get; } = index;

    public IEnumerable<Frame> Path()
    {
        Stack<Frame> path = new();
        for (Frame? frame = this; frame is not null; frame = frame.Parent)
        {
            path.Push(frame);
        }

        return path;
    }
}

/// <summary>A sequential loop.</summary>
internal sealed class LoopFrame(Frame? parent, Symbol index, long startTick) : Frame(parent, index)
{
    public long StartTick => startTick;

    /// <summary>The events that each iteration waits for, set anew each time.</summary>
    public ImmutableHashSet<string> WaitedEach { get; set; } = [];

    /// <summary>What an iteration has handed to others when it ends.</summary>
    public ImmutableHashSet<object> HandedOver { get; set; } = [];

    /// <summary>The variable of a for statement, which all iterations share.</summary>
    public ISymbol? Variable { get; set; }
}

/// <summary>How a construct's instances are spoken of.</summary>
internal enum ConstructKind
{
    Iterations,
    Query,
    Branch,
    Task,
    Thread,
    WorkItem,
    Timer,
}

/// <summary>Code that runs at the same time as other code: iterations of Parallel.For, a task, a thread.</summary>
internal sealed class ConstructFrame(Frame? parent, Symbol? index, ConstructKind kind, SyntaxNode syntax, long startTick) : Frame(parent, index)
{
    public ConstructKind Kind => kind;

    public SyntaxNode Syntax => syntax;

    /// <summary>The construct that it is one activity of: the branches of Parallel.Invoke have one.</summary>
    public SyntaxNode? Whole { get; set; }

    public SyntaxNode Group => Whole ?? syntax;

    /// <summary>The sequential code's clock when it was started.</summary>
    public long StartTick => startTick;

    /// <summary>What was running already when it began, as far as the starting code knew.</summary>
    public ImmutableHashSet<ConstructFrame> RunningBefore { get; set; } = [];

    /// <summary>What had ended when it began, because it continues that.</summary>
    public ImmutableHashSet<ConstructFrame> Antecedents { get; set; } = [];

    /// <summary>What has ended when it has: what its own code waited for.</summary>
    public ImmutableHashSet<ConstructFrame> EndedInside { get; set; } = [];

    /// <summary>What its code has started and not waited for.</summary>
    public ImmutableHashSet<ConstructFrame> RunningAfter { get; set; } = [];

    /// <summary>The loops that go on before it has ended.</summary>
    public HashSet<LoopFrame> Outlived { get; } = [];

    /// <summary>The gates that had to be passed to start it.</summary>
    public ImmutableArray<LockHold> Gates { get; set; } = [];

    /// <summary>Somebody's own scheduler runs it.</summary>
    public string? Scheduler { get; set; }

    /// <summary>It was given that scheduler itself, one that isn't the framework's.</summary>
    public bool HasOwnScheduler { get; set; }

    /// <summary>Its code passes a barrier.</summary>
    public bool HasBarrier { get; set; }

    /// <summary>Each begins when the one before has ended.</summary>
    public bool IsChained { get; set; }

    /// <summary>Told to use one thread: its instances follow each other.</summary>
    public bool IsSequential { get; set; }

    /// <summary>What holds of its index.</summary>
    public List<Constraint> Bounds { get; } = [];

    /// <summary>For two instances, the earlier one first: this of the later one is at least that of the earlier one.</summary>
    public List<(AffineForm Later, AffineForm Earlier)> Order { get; } = [];
}

/// <summary>What every evaluation has for itself.</summary>
internal sealed class OwnFrame : Frame
{
    private OwnFrame()
        : base(null, null)
    {
    }

    public static OwnFrame Instance { get; } = new();
}
