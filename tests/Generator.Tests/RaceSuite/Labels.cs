using System;

namespace RaceSuite;

/// <summary>Two parts of this method that run at once touch one location, at least one writing, with nothing that orders them.</summary>
/// <param name="names">The variable, field, array or object that they race on. A message that names one of them is enough.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RacyAttribute(params string[] names) : Attribute
{
    public string[] Names { get; } = names;
}

/// <summary>No input makes this method race.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SafeAttribute : Attribute;

/// <summary>Some callers make this method race, others do not, and its text does not say which: no warning.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CannotKnowAttribute : Attribute;

/// <summary>A lock prevents the race, but what comes out depends on the order in which the iterations take it. To be told at any severity.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OrderDependentAttribute(params string[] names) : Attribute
{
    public string[] Names { get; } = names;
}
