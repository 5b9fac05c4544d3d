using System.Collections.Immutable;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Interpretation;

internal enum FindingKind
{
    /// <summary>A call whose effects nobody knows.</summary>
    UnknownCall,

    /// <summary>Waiting for a task of the pool.</summary>
    Blocking,

    /// <summary>A lock was taken while another one was held.</summary>
    NestedLock,

    /// <summary>All that the body does is done under one lock.</summary>
    WholeBodyLocked,
}

/// <summary>Something seen on the way that isn't an access.</summary>
internal sealed record Finding(FindingKind Kind, SyntaxNode Syntax, Frame? Frame, string Text)
{
    public long Tick { get; init; }

    public ImmutableHashSet<ConstructFrame> Running { get; init; } = [];

    /// <summary>The locks held, outermost first.</summary>
    public ImmutableArray<LockHold> Locks { get; init; } = [];

    public ObjectId? Outer { get; init; }

    public ObjectId? Inner { get; init; }

    public SyntaxNode? CallSite { get; init; }

    public SyntaxNode Place => CallSite ?? Syntax;
}
