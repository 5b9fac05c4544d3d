using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>The tests of a region's guard, in the order in which they run.</summary>
/// <param name="TripSteps">How many of the steps tell whether there are enough trips: they come first.</param>
/// <param name="Obstacle">Why what the proof needs can't be tested, in terms of threads: such a region is refused. Null when it can.</param>
internal sealed record GuardPlan(EquatableArray<GuardStep> Steps, int TripSteps, Refusal? Obstacle);

internal abstract record GuardStep;

/// <summary>A C# condition that must hold.</summary>
internal sealed record GuardTest(string Condition) : GuardStep;

/// <summary>A C# statement that computes what later tests compare.</summary>
internal sealed record GuardDeclaration(string Statement) : GuardStep;

/// <summary>The elements must be different objects.</summary>
internal sealed record GuardObjects(MemoryObject Holders) : GuardStep;

/// <summary>The pre-pass over the contents must succeed.</summary>
internal sealed record GuardPrepass(Content Content, int Number) : GuardStep;
