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
public static class LaneFunctions
{
    /// <summary><c>T.Exp(x)</c></summary>
    public readonly struct Exp<T> : ILaneFunction<T>
        where T : IExponentialFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Exp(x);
    }

    /// <summary><c>T.Exp2(x)</c></summary>
    public readonly struct Exp2<T> : ILaneFunction<T>
        where T : IExponentialFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Exp2(x);
    }

    /// <summary><c>T.Exp10(x)</c></summary>
    public readonly struct Exp10<T> : ILaneFunction<T>
        where T : IExponentialFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Exp10(x);
    }

    /// <summary><c>T.ExpM1(x)</c></summary>
    public readonly struct ExpM1<T> : ILaneFunction<T>
        where T : IExponentialFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.ExpM1(x);
    }

    /// <summary><c>T.Log(x)</c></summary>
    public readonly struct Log<T> : ILaneFunction<T>
        where T : ILogarithmicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Log(x);
    }

    /// <summary><c>T.Log2(x)</c></summary>
    public readonly struct Log2<T> : ILaneFunction<T>
        where T : ILogarithmicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Log2(x);
    }

    /// <summary><c>T.Log10(x)</c></summary>
    public readonly struct Log10<T> : ILaneFunction<T>
        where T : ILogarithmicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Log10(x);
    }

    /// <summary><c>T.LogP1(x)</c></summary>
    public readonly struct LogP1<T> : ILaneFunction<T>
        where T : ILogarithmicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.LogP1(x);
    }

    /// <summary><c>T.Log(x, y)</c></summary>
    public readonly struct LogOfBase<T> : ILaneFunction2<T>
        where T : ILogarithmicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x, T y) => T.Log(x, y);
    }

    /// <summary><c>T.Pow(x, y)</c></summary>
    public readonly struct Pow<T> : ILaneFunction2<T>
        where T : IPowerFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x, T y) => T.Pow(x, y);
    }

    /// <summary><c>T.Sin(x)</c></summary>
    public readonly struct Sin<T> : ILaneFunction<T>
        where T : ITrigonometricFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Sin(x);
    }

    /// <summary><c>T.Cos(x)</c></summary>
    public readonly struct Cos<T> : ILaneFunction<T>
        where T : ITrigonometricFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Cos(x);
    }

    /// <summary><c>T.Tan(x)</c></summary>
    public readonly struct Tan<T> : ILaneFunction<T>
        where T : ITrigonometricFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Tan(x);
    }

    /// <summary><c>T.Asin(x)</c></summary>
    public readonly struct Asin<T> : ILaneFunction<T>
        where T : ITrigonometricFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Asin(x);
    }

    /// <summary><c>T.Acos(x)</c></summary>
    public readonly struct Acos<T> : ILaneFunction<T>
        where T : ITrigonometricFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Acos(x);
    }

    /// <summary><c>T.Atan(x)</c></summary>
    public readonly struct Atan<T> : ILaneFunction<T>
        where T : ITrigonometricFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Atan(x);
    }

    /// <summary><c>T.Sinh(x)</c></summary>
    public readonly struct Sinh<T> : ILaneFunction<T>
        where T : IHyperbolicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Sinh(x);
    }

    /// <summary><c>T.Cosh(x)</c></summary>
    public readonly struct Cosh<T> : ILaneFunction<T>
        where T : IHyperbolicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Cosh(x);
    }

    /// <summary><c>T.Tanh(x)</c></summary>
    public readonly struct Tanh<T> : ILaneFunction<T>
        where T : IHyperbolicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Tanh(x);
    }

    /// <summary><c>T.Asinh(x)</c></summary>
    public readonly struct Asinh<T> : ILaneFunction<T>
        where T : IHyperbolicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Asinh(x);
    }

    /// <summary><c>T.Acosh(x)</c></summary>
    public readonly struct Acosh<T> : ILaneFunction<T>
        where T : IHyperbolicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Acosh(x);
    }

    /// <summary><c>T.Atanh(x)</c></summary>
    public readonly struct Atanh<T> : ILaneFunction<T>
        where T : IHyperbolicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Atanh(x);
    }

    /// <summary><c>T.Atan2(x, y)</c></summary>
    public readonly struct Atan2<T> : ILaneFunction2<T>
        where T : IFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x, T y) => T.Atan2(x, y);
    }

    /// <summary><c>T.Cbrt(x)</c></summary>
    public readonly struct Cbrt<T> : ILaneFunction<T>
        where T : IRootFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Cbrt(x);
    }

    /// <summary><c>T.Hypot(x, y)</c></summary>
    public readonly struct Hypot<T> : ILaneFunction2<T>
        where T : IRootFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x, T y) => T.Hypot(x, y);
    }

    /// <summary><c>x % y</c></summary>
    public readonly struct Remainder<T> : ILaneFunction2<T>
        where T : IModulusOperators<T, T, T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x, T y) => x % y;
    }

    /// <summary><c>T.PopCount(x)</c></summary>
    public readonly struct PopCount<T> : ILaneFunction<T>
        where T : IBinaryInteger<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.PopCount(x);
    }

    /// <summary><c>T.LeadingZeroCount(x)</c></summary>
    public readonly struct LeadingZeroCount<T> : ILaneFunction<T>
        where T : IBinaryInteger<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.LeadingZeroCount(x);
    }

    /// <summary><c>T.TrailingZeroCount(x)</c></summary>
    public readonly struct TrailingZeroCount<T> : ILaneFunction<T>
        where T : IBinaryInteger<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.TrailingZeroCount(x);
    }

    /// <summary><c>T.RotateLeft(x, int.CreateTruncating(n))</c></summary>
    public readonly struct RotateLeft<T> : ILaneFunction2<T>
        where T : IBinaryInteger<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x, T n) => T.RotateLeft(x, int.CreateTruncating(n));
    }

    /// <summary><c>T.RotateRight(x, int.CreateTruncating(n))</c></summary>
    public readonly struct RotateRight<T> : ILaneFunction2<T>
        where T : IBinaryInteger<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x, T n) => T.RotateRight(x, int.CreateTruncating(n));
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
