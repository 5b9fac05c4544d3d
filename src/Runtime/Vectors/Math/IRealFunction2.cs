namespace AutoPar.Runtime;

/// <summary>As <see cref="IRealFunction{T}"/>, of two arguments.</summary>
internal interface IRealFunction2<T>
{
    /// <summary>Whether every lane's pair of arguments is in the core range.</summary>
    static abstract bool IsCore<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes>;

    /// <summary>The function; for lanes in the core range.</summary>
    static abstract TLanes Core<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes>;

    /// <summary>The framework's function, for arguments outside the core range.</summary>
    static abstract T Outside(T x, T y);
}
