using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>Calls of known functions in lanes: vector instructions where they have the scalar function's bits, else lane by lane.</summary>
internal sealed class LaneIntrinsics(LaneScope scope, LaneExpressions expressions)
{
    /// <summary>A function of Runtime's LaneFunctions, applied lane by lane.</summary>
    public static string Map(LaneType type, string function, params string[] arguments) =>
        $"{LaneExpressions.Math}Map{type.Suffix}<{type.Keyword}, global::AutoPar.Runtime.LaneFunctions.{function}<{type.Keyword}>>({string.Join(", ", arguments)})";

    public string Value(IntrinsicCall call, LaneType type)
    {
        EquatableArray<Expression> arguments = call.Arguments;
        switch (call.Function)
        {
            case IntrinsicFunction.Clamp:
                return expressions.Value(Clamp(arguments[0], arguments[1], arguments[2]));
            case IntrinsicFunction.Sign:
                return expressions.Value(Sign(arguments[0]));
            case IntrinsicFunction.PopCount or IntrinsicFunction.LeadingZeroCount or IntrinsicFunction.TrailingZeroCount:
                ElementType operand = arguments[0].Type;
                string counts = $"{LaneExpressions.Math}{call.Function}({LaneScope.Strip(expressions.Value(arguments[0]))})";
                return LaneConversion.Numeric(counts, operand, call.Type, scope.Lanes);
            case IntrinsicFunction.RotateLeft or IntrinsicFunction.RotateRight:
                return Rotate(call.Function, arguments[0], arguments[1]);
            case IntrinsicFunction.ReverseEndianness:
                return $"{LaneExpressions.Math}{call.Function}({LaneScope.Strip(expressions.Value(arguments[0]))})";
        }

        string[] values = [.. arguments.Select(argument => LaneScope.Strip(expressions.Value(argument)))];
        string list = string.Join(", ", values);
        return call.Function switch
        {
            _ when call.Function.IsRandom() => $"global::AutoPar.Runtime.VectorRandom.{ScalarIntrinsics.RandomName(call.Function)}({list})",
            _ when call.IsVectorMath => $"{ScalarIntrinsics.VectorMath}{call.Function}({list})",
            IntrinsicFunction.Abs when !type.Element.IsSigned() => expressions.Value(arguments[0]),
            IntrinsicFunction.Abs or IntrinsicFunction.Min or IntrinsicFunction.Max or IntrinsicFunction.MinNumber or IntrinsicFunction.MaxNumber
                or IntrinsicFunction.MinNative or IntrinsicFunction.MaxNative or IntrinsicFunction.CopySign or IntrinsicFunction.Sqrt
                or IntrinsicFunction.Floor or IntrinsicFunction.Ceiling or IntrinsicFunction.Truncate or IntrinsicFunction.Round
                or IntrinsicFunction.FusedMultiplyAdd => $"{type.Class}.{call.Function}({list})",
            IntrinsicFunction.Log when values.Length == 2 => Map(type, "LogOfBase", values),
            _ => Map(type, call.Function.ToString(), values),
        };
    }

    public LaneMask Condition(IntrinsicCall call)
    {
        Expression value = call.Arguments[0];
        LaneType type = scope.Type(value.Type);
        string text = LaneScope.Strip(expressions.Value(value));
        string infinity = $"{type.Class}.Create({type.Keyword}.PositiveInfinity)";
        string condition = call.Function switch
        {
            IntrinsicFunction.IsNaN => $"(~{type.Class}.Equals({text}, {text}))",
            IntrinsicFunction.IsInfinity => $"{type.Class}.Equals({type.Class}.Abs({text}), {infinity})",
            IntrinsicFunction.IsFinite => $"{type.Class}.LessThan({type.Class}.Abs({text}), {infinity})",
            _ => $"{type.Class}.IsNegative({text})",
        };
        return new LaneMask($"{type.Class}.As{scope.Type(LaneMask.Element(value.Type.Size())).Name}({condition})", value.Type.Size());
    }

    /// <summary>To the right is to the left by the negative count.</summary>
    private string Rotate(IntrinsicFunction function, Expression value, Expression count)
    {
        bool isLeft = function == IntrinsicFunction.RotateLeft;
        string by = scope.Variables.IsUniform(count)
            ? (isLeft ? expressions.Scalar(count) : $"unchecked(-({expressions.Scalar(count)}))")
            : (isLeft ? "" : "-") + LaneConversion.Numeric(expressions.Value(count), ElementType.Int32, value.Type, scope.Lanes);
        return $"{LaneExpressions.Math}RotateLeft({LaneScope.Strip(expressions.Value(value))}, {by})";
    }

    private static Expression Clamp(Expression value, Expression low, Expression high) => new Conditional(
        new Comparison(ComparisonOperator.Less, value, low),
        low,
        new Conditional(new Comparison(ComparisonOperator.Greater, value, high), high, value));

    private static Expression Sign(Expression value)
    {
        Constant zero = Constants.Number(value.Type, 0);
        return new Conditional(
            new Comparison(ComparisonOperator.Greater, value, zero),
            Constant.Int32(1),
            new Conditional(new Comparison(ComparisonOperator.Less, value, zero), Constant.Int32(-1), Constant.Int32(0)));
    }
}
