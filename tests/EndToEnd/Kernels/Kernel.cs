namespace AutoPar.EndToEnd;

/// <summary>An annotated method as the differential run sees it: what it takes, and its forms as delegates.</summary>
/// <param name="Depth">How deep its loops are nested: bounds the trip counts that it can be run with.</param>
/// <param name="Forms">The method as written first; then its generated forms.</param>
public sealed record Kernel(
    string Name, string File, int Line, Type? Receiver, Slot[] Parameters, FieldSlot[] Fields, int Depth, Hint[] Hints, Form[] Forms)
{
    /// <summary>Float sums or products: last bits may differ from the method as written.</summary>
    public bool IsReassociated => Hints.Any(hint => hint.Kind == "Reassociated");

    public bool IsTranscendental => Hints.Any(hint => hint.Kind == "Transcendental");

    public bool LaterWritesVisible => Hints.Any(hint => hint.Kind == "LaterWritesVisible");

    /// <summary>A loop over a scalar method, for its universal function.</summary>
    public bool IsUniversal => Hints.Any(hint => hint.Kind == "Universal");

    public int MaxTrips => Hints.FirstOrDefault(hint => hint.Kind == "MaxTrips")?.Numbers[0] is { } most ? (int)most : int.MaxValue;

    public override string ToString() => Name;
}

/// <summary>A parameter.</summary>
public sealed record Slot(string Name, Type Type, SlotKind Kind, bool IsUnique = false);

/// <summary>A field that the method may use.</summary>
public sealed record FieldSlot(string Name, Type Owner, bool IsStatic, bool IsReadOnly);

public enum SlotKind
{
    Value,
    Span,
    ReadOnlySpan,
    Reference,
    Pointer,
}

/// <summary>What an attribute of the corpus says.</summary>
public sealed record Hint(string Kind, string Parameter, double[] Numbers);

/// <summary>One way to run the method; the arguments are those of <see cref="Kernel.Parameters"/>, after the receiver if there is one.</summary>
public sealed record Form(string Name, Func<object?[], object?> Run);
