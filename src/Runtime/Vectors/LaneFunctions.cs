using System.Numerics;

namespace AutoPar.Runtime;

/// <summary>A scalar function of one argument, for <see cref="LaneMath"/>.</summary>
public interface ILaneFunction<T>
{
    /// <summary>The function.</summary>
    static abstract T Invoke(T x);
}

/// <summary>A scalar function of two arguments, for <see cref="LaneMath"/>.</summary>
public interface ILaneFunction2<T>
{
    /// <summary>The function.</summary>
    static abstract T Invoke(T x, T y);
}

/// <summary>The scalar functions that generated code applies lane by lane.</summary>
public static partial class LaneFunctions
{
    /// <summary><c>x % y</c></summary>
    public readonly struct Remainder<T> : ILaneFunction2<T>
        where T : IModulusOperators<T, T, T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x, T y) => x % y;
    }

    /// <summary><c>x &lt;&lt; n</c></summary>
    public readonly struct ShiftLeft<T> : ILaneFunction2<T>
        where T : IBinaryInteger<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x, T n) => x << int.CreateTruncating(n);
    }

    /// <summary><c>x &gt;&gt;&gt; n</c></summary>
    public readonly struct ShiftRightLogical<T> : ILaneFunction2<T>
        where T : IBinaryInteger<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x, T n) => x >>> int.CreateTruncating(n);
    }

    /// <summary><c>x &gt;&gt; n</c></summary>
    public readonly struct ShiftRightArithmetic<T> : ILaneFunction2<T>
        where T : IBinaryInteger<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x, T n) => x >> int.CreateTruncating(n);
    }
}
