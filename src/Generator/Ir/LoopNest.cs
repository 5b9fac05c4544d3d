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
    SourceLocation Location);
