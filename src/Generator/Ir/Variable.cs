namespace AutoPar.Generator.Ir;

internal enum VariableKind
{
    /// <summary>A local of the method, declared inside or outside the loop.</summary>
    Local,

    /// <summary>A by-value parameter.</summary>
    Parameter,

    /// <summary>A <c>ref</c>, <c>in</c> or <c>out</c> parameter or ref local: it may lie inside an array.</summary>
    Reference,

    /// <summary>An instance field of <c>this</c> (or of another invariant object, see <see cref="Variable.AccessText"/>).</summary>
    InstanceField,

    StaticField,

    /// <summary>An element of an array or span at a place that doesn't change: <see cref="Variable.Element"/>.</summary>
    Element,

    /// <summary>
    /// What the iteration before has stored in an array, kept in a scalar; before the first iteration it is
    /// <see cref="Variable.Element"/>.
    /// </summary>
    Carried,

    /// <summary>Made by the compiler: a hoisted subexpression, an inlined argument.</summary>
    Temporary,
}

/// <summary>
/// A scalar of the loop nest. Its <see cref="Id"/> is unique in the method. <see cref="AccessText"/> is the C# that
/// reads it outside the generated kernel (<c>sum</c>, <c>this._scale</c>, <c>global::N.C.Total</c>); inside, it's a
/// local called <see cref="Name"/>, which is unique in the method too.
/// </summary>
/// <param name="TypeText">The type as C#, fully qualified: for an enum, the enum; <see cref="Type"/> is then its underlying type.</param>
/// <param name="DeclaringLoop">The loop in whose body the variable is declared; null when outside the nest.</param>
/// <param name="ReadAfter">Whether code after the nest may read it; always true for fields and references.</param>
/// <param name="IsVolatile">A volatile field: no read or write of it may be moved or merged.</param>
/// <param name="Element">
/// The element that it is loaded from before the loop (<see cref="VariableKind.Carried"/>), or that it stands for: all through the nest (<see cref="VariableKind.Element"/>), or, a temporary, in one inner
/// loop. Null for others.
/// </param>
internal sealed record Variable(
    int Id,
    string Name,
    ElementType Type,
    string TypeText,
    VariableKind Kind,
    string AccessText,
    int? DeclaringLoop,
    bool ReadAfter,
    bool IsVolatile = false,
    ArrayAccess? Element = null)
{
    /// <summary>Calls of Interlocked update it in the nest: what a region adds to it is added by such a call, too.</summary>
    public bool IsAtomic { get; init; }

    /// <summary>Lives in memory that other code can reach: threads must not write it per iteration.</summary>
    public bool IsMemory => Kind is VariableKind.Reference or VariableKind.InstanceField or VariableKind.StaticField or VariableKind.Element;

    /// <summary>What a message calls it.</summary>
    public string DisplayName => Kind is VariableKind.Element or VariableKind.Carried ? AccessText : Name;
}
