using System.Numerics;

namespace AutoPar.Runtime;

// Those of Math are called directly: the JIT doesn't inline generic math's calls of them.
public static partial class LaneFunctions
{
    /// <summary><c>T.Exp(x)</c></summary>
    public readonly struct Exp<T> : ILaneFunction<T>
        where T : IExponentialFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Exp((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Exp((float)(object)x)
            : T.Exp(x);
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
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Log((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Log((float)(object)x)
            : T.Log(x);
    }

    /// <summary><c>T.Log2(x)</c></summary>
    public readonly struct Log2<T> : ILaneFunction<T>
        where T : ILogarithmicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Log2((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Log2((float)(object)x)
            : T.Log2(x);
    }

    /// <summary><c>T.Log10(x)</c></summary>
    public readonly struct Log10<T> : ILaneFunction<T>
        where T : ILogarithmicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Log10((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Log10((float)(object)x)
            : T.Log10(x);
    }

    /// <summary><c>T.LogP1(x)</c></summary>
    public readonly struct LogP1<T> : ILaneFunction<T>
        where T : ILogarithmicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.LogP1(x);
    }

    /// <summary><c>T.Log2P1(x)</c></summary>
    public readonly struct Log2P1<T> : ILaneFunction<T>
        where T : ILogarithmicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Log2P1(x);
    }

    /// <summary><c>T.Log10P1(x)</c></summary>
    public readonly struct Log10P1<T> : ILaneFunction<T>
        where T : ILogarithmicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Log10P1(x);
    }

    /// <summary><c>T.Exp2M1(x)</c></summary>
    public readonly struct Exp2M1<T> : ILaneFunction<T>
        where T : IExponentialFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Exp2M1(x);
    }

    /// <summary><c>T.Exp10M1(x)</c></summary>
    public readonly struct Exp10M1<T> : ILaneFunction<T>
        where T : IExponentialFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => T.Exp10M1(x);
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
        public static T Invoke(T x, T y) => typeof(T) == typeof(double) ? (T)(object)Math.Pow((double)(object)x, (double)(object)y)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Pow((float)(object)x, (float)(object)y)
            : T.Pow(x, y);
    }

    /// <summary><c>T.Sin(x)</c></summary>
    public readonly struct Sin<T> : ILaneFunction<T>
        where T : ITrigonometricFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Sin((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Sin((float)(object)x)
            : T.Sin(x);
    }

    /// <summary><c>T.Cos(x)</c></summary>
    public readonly struct Cos<T> : ILaneFunction<T>
        where T : ITrigonometricFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Cos((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Cos((float)(object)x)
            : T.Cos(x);
    }

    /// <summary><c>T.Tan(x)</c></summary>
    public readonly struct Tan<T> : ILaneFunction<T>
        where T : ITrigonometricFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Tan((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Tan((float)(object)x)
            : T.Tan(x);
    }

    /// <summary><c>T.Asin(x)</c></summary>
    public readonly struct Asin<T> : ILaneFunction<T>
        where T : ITrigonometricFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Asin((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Asin((float)(object)x)
            : T.Asin(x);
    }

    /// <summary><c>T.Acos(x)</c></summary>
    public readonly struct Acos<T> : ILaneFunction<T>
        where T : ITrigonometricFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Acos((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Acos((float)(object)x)
            : T.Acos(x);
    }

    /// <summary><c>T.Atan(x)</c></summary>
    public readonly struct Atan<T> : ILaneFunction<T>
        where T : ITrigonometricFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Atan((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Atan((float)(object)x)
            : T.Atan(x);
    }

    /// <summary><c>T.Sinh(x)</c></summary>
    public readonly struct Sinh<T> : ILaneFunction<T>
        where T : IHyperbolicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Sinh((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Sinh((float)(object)x)
            : T.Sinh(x);
    }

    /// <summary><c>T.Cosh(x)</c></summary>
    public readonly struct Cosh<T> : ILaneFunction<T>
        where T : IHyperbolicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Cosh((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Cosh((float)(object)x)
            : T.Cosh(x);
    }

    /// <summary><c>T.Tanh(x)</c></summary>
    public readonly struct Tanh<T> : ILaneFunction<T>
        where T : IHyperbolicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Tanh((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Tanh((float)(object)x)
            : T.Tanh(x);
    }

    /// <summary><c>T.Asinh(x)</c></summary>
    public readonly struct Asinh<T> : ILaneFunction<T>
        where T : IHyperbolicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Asinh((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Asinh((float)(object)x)
            : T.Asinh(x);
    }

    /// <summary><c>T.Acosh(x)</c></summary>
    public readonly struct Acosh<T> : ILaneFunction<T>
        where T : IHyperbolicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Acosh((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Acosh((float)(object)x)
            : T.Acosh(x);
    }

    /// <summary><c>T.Atanh(x)</c></summary>
    public readonly struct Atanh<T> : ILaneFunction<T>
        where T : IHyperbolicFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Atanh((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Atanh((float)(object)x)
            : T.Atanh(x);
    }

    /// <summary><c>T.Atan2(x, y)</c></summary>
    public readonly struct Atan2<T> : ILaneFunction2<T>
        where T : IFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x, T y) => typeof(T) == typeof(double) ? (T)(object)Math.Atan2((double)(object)x, (double)(object)y)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Atan2((float)(object)x, (float)(object)y)
            : T.Atan2(x, y);
    }

    /// <summary><c>T.Cbrt(x)</c></summary>
    public readonly struct Cbrt<T> : ILaneFunction<T>
        where T : IRootFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x) => typeof(T) == typeof(double) ? (T)(object)Math.Cbrt((double)(object)x)
            : typeof(T) == typeof(float) ? (T)(object)MathF.Cbrt((float)(object)x)
            : T.Cbrt(x);
    }

    /// <summary><c>T.Hypot(x, y)</c></summary>
    public readonly struct Hypot<T> : ILaneFunction2<T>
        where T : IRootFunctions<T>
    {
        /// <inheritdoc/>
        public static T Invoke(T x, T y) => T.Hypot(x, y);
    }
}
