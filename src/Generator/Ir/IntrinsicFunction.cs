namespace AutoPar.Generator.Ir;

/// <summary>
/// The pure framework functions that the IR knows by name. The operand type tells <c>Math</c> from <c>MathF</c>;
/// generic-math statics (<c>double.Max</c>) map to the same entries where they are the same function.
/// </summary>
internal enum IntrinsicFunction
{
    // Exact: the same bits from scalar and vector instructions.
    Abs,
    Min,
    Max,
    MinNumber,
    MaxNumber,
    MinNative,
    MaxNative,
    Clamp,
    Sign,
    CopySign,
    Sqrt,
    Floor,
    Ceiling,
    Truncate,

    /// <summary>To nearest, ties to even: <c>Math.Round(x)</c>.</summary>
    Round,
    FusedMultiplyAdd,
    IsNaN,
    IsInfinity,
    IsFinite,
    IsNegative,
    PopCount,
    LeadingZeroCount,
    TrailingZeroCount,
    RotateLeft,
    RotateRight,
    ReverseEndianness,

    // AutoPar's ParallelRandom: a number of a seed, an index and, last, a stream.
    RandomUInt32,
    RandomUInt64,
    RandomSingle,
    RandomDouble,
    RandomNormal,
    RandomExponential,

    /// <summary>With two bounds before the stream; it throws where the range is empty.</summary>
    RandomInt32,

    /// <summary>Without arguments: the value of a switch expression that no arm matches. It throws.</summary>
    NoArm,

    // Transcendental: correctly rounded by nobody, so FloatMode decides.
    Exp,
    Exp2,
    Exp10,
    ExpM1,
    Log,
    Log2,
    Log10,
    LogP1,
    Log2P1,
    Log10P1,
    Exp2M1,
    Exp10M1,
    Pow,
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Atan2,
    Sinh,
    Cosh,
    Tanh,
    Asinh,
    Acosh,
    Atanh,
    Cbrt,
    Hypot,

    // Vector math's alone.
    Erf,
    Erfc,
}

internal static class IntrinsicFunctions
{
    /// <summary>Implementations differ in the last bits.</summary>
    public static bool IsTranscendental(this IntrinsicFunction function) => function >= IntrinsicFunction.Exp;

    /// <summary>It draws a random number.</summary>
    public static bool IsRandom(this IntrinsicFunction function) =>
        function is >= IntrinsicFunction.RandomUInt32 and <= IntrinsicFunction.RandomInt32;

    /// <summary>
    /// Runtime's <c>VectorMath</c> stands for it. Not for ExpM1 and its kind: the framework's is <c>Exp(x) - 1</c>, which is off
    /// by far more than a unit near 0, and the loop should give what the method as written gives.
    /// </summary>
    public static bool HasVectorMath(this IntrinsicFunction function) => function
        is IntrinsicFunction.Exp or IntrinsicFunction.Exp2 or IntrinsicFunction.Exp10
        or IntrinsicFunction.Log or IntrinsicFunction.Log2 or IntrinsicFunction.Log10 or IntrinsicFunction.Pow
        or IntrinsicFunction.Sin or IntrinsicFunction.Cos or IntrinsicFunction.Tan
        or IntrinsicFunction.Asin or IntrinsicFunction.Acos or IntrinsicFunction.Atan or IntrinsicFunction.Atan2
        or IntrinsicFunction.Sinh or IntrinsicFunction.Cosh or IntrinsicFunction.Tanh
        or IntrinsicFunction.Asinh or IntrinsicFunction.Acosh or IntrinsicFunction.Atanh
        or IntrinsicFunction.Cbrt or IntrinsicFunction.Hypot
        || function.LogarithmOfNext() is not null;

    /// <summary>The framework's <c>LogP1(x)</c> is <c>Log(x + 1)</c>, with the sum rounded: the function of that sum.</summary>
    public static IntrinsicFunction? LogarithmOfNext(this IntrinsicFunction function) => function switch
    {
        IntrinsicFunction.LogP1 => IntrinsicFunction.Log,
        IntrinsicFunction.Log2P1 => IntrinsicFunction.Log2,
        IntrinsicFunction.Log10P1 => IntrinsicFunction.Log10,
        _ => null,
    };
}
