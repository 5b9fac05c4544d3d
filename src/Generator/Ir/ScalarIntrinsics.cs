namespace AutoPar.Generator.Ir;

/// <summary>Calls of the framework functions that the IR knows, as scalar C#.</summary>
internal static class ScalarIntrinsics
{
    /// <summary>The class of Runtime whose functions are the same one by one and in lanes.</summary>
    public const string VectorMath = "global::AutoPar.Runtime.VectorMath.";

    public static string Call(IntrinsicFunction function, ElementType result, ElementType operand, IReadOnlyList<string> arguments)
    {
        string list = string.Join(", ", arguments);
        return function switch
        {
            _ when function.IsRandom() => $"global::AutoPar.ParallelRandom.{RandomName(function)}({list})",
            IntrinsicFunction.MinNumber or IntrinsicFunction.MaxNumber or IntrinsicFunction.MinNative or IntrinsicFunction.MaxNative
                or IntrinsicFunction.IsNaN or IntrinsicFunction.IsInfinity or IntrinsicFunction.IsFinite or IntrinsicFunction.IsNegative
                or IntrinsicFunction.RotateLeft or IntrinsicFunction.RotateRight
                or IntrinsicFunction.Exp2 or IntrinsicFunction.Exp10 or IntrinsicFunction.ExpM1 or IntrinsicFunction.LogP1
                or IntrinsicFunction.Exp2M1 or IntrinsicFunction.Exp10M1 or IntrinsicFunction.Log2P1 or IntrinsicFunction.Log10P1
                or IntrinsicFunction.Hypot => $"{operand.Keyword()}.{function}({list})",

            // BitOperations' functions and generic math's count the same bits; they differ in the result's type.
            IntrinsicFunction.PopCount or IntrinsicFunction.LeadingZeroCount or IntrinsicFunction.TrailingZeroCount =>
                result == operand ? $"{operand.Keyword()}.{function}({list})" : $"unchecked(({result.Keyword()}){operand.Keyword()}.{function}({list}))",
            IntrinsicFunction.Abs or IntrinsicFunction.Min or IntrinsicFunction.Max or IntrinsicFunction.Clamp or IntrinsicFunction.Sign => $"global::System.Math.{function}({list})",
            IntrinsicFunction.ReverseEndianness => $"global::System.Buffers.Binary.BinaryPrimitives.{function}({list})",
            IntrinsicFunction.NoArm => $"global::AutoPar.Runtime.SwitchArms.None<{result.Keyword()}>()",
            _ => $"global::System.{(operand == ElementType.Single ? "MathF" : "Math")}.{function}({list})",
        };
    }

    /// <summary>What the function is called in <c>ParallelRandom</c>, and in Runtime's class for lanes.</summary>
    public static string RandomName(IntrinsicFunction function) => function.ToString().Substring("Random".Length);
}
