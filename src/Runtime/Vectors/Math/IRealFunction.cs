namespace AutoPar.Runtime;

/// <summary>
/// A function of one argument in type <typeparamref name="T"/>, computed in lanes of doubles where the argument is in the core range,
/// and by the framework's scalar function elsewhere.
/// </summary>
internal interface IRealFunction<T>
{
    /// <summary>Whether every lane is in the core range.</summary>
    static abstract bool IsCore<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>;

    /// <summary>The function; for lanes in the core range.</summary>
    static abstract TLanes Core<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>;

    /// <summary>The framework's function, for an argument outside the core range.</summary>
    static abstract T Outside(T x);
}
