namespace Kernels;

/// <summary>What a test may pass for a scalar parameter, where the usual values would never end or never get anywhere.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ValuesAttribute(string parameter, params long[] values) : Attribute
{
    public string Parameter { get; } = parameter;

    public long[] Values { get; } = values;
}

/// <summary>The range of an array's ordinary elements, or of a scalar; special values are left out.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class BetweenAttribute(string parameter, double low, double high) : Attribute
{
    public string Parameter { get; } = parameter;

    public double Low { get; } = low;

    public double High { get; } = high;
}

/// <summary>The largest trip count that the method is run with.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MaxTripsAttribute(int trips) : Attribute
{
    public int Trips { get; } = trips;
}

/// <summary>Further values of n, beyond the usual ones.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ExtraTripsAttribute(params int[] trips) : Attribute
{
    public int[] Trips { get; } = trips;
}

/// <summary>A one-dimensional array that holds rows: its usual length is n times the other sizes.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class RowsAttribute(string parameter) : Attribute
{
    public string Parameter { get; } = parameter;
}

/// <summary>An index array whose elements are often all different, or all but one.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class MostlyUniqueAttribute(string parameter) : Attribute
{
    public string Parameter { get; } = parameter;
}

/// <summary>A float sum or product: reassociated, so its last bits may differ from the method as written.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReassociatedAttribute : Attribute;

/// <summary>Calls transcendental functions: a few units in the last place may differ from the method as written.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TranscendentalAttribute : Attribute;

/// <summary>A body that is run as written on threads: after an exception, writes of later iterations may be visible.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LaterWritesVisibleAttribute : Attribute;

/// <summary>Catches what an iteration throws: it sees what chunks in their order have done until then.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CatchesAttribute : Attribute;

/// <summary>The token is sometimes cancelled already: the method as written looks at it before it stores anything.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MayBeCancelledAttribute : Attribute;
