using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>Which calls of known functions have a form in lanes.</summary>
internal static class IntrinsicSupport
{
    /// <summary>Whether the call has a vector form at all.</summary>
    public static bool HasLanes(IntrinsicCall call) => call.Function is not IntrinsicFunction.BigMul
        && call.Arguments.All(argument => argument.Type == call.Arguments[0].Type || call.Function is IntrinsicFunction.RotateLeft or IntrinsicFunction.RotateRight)
        && (call.Type == call.Arguments[0].Type || Counts(call.Function) || call.Type == ElementType.Boolean || call.Function == IntrinsicFunction.Sign)
        && !(call.Function is IntrinsicFunction.RotateLeft or IntrinsicFunction.RotateRight && call.Type.Size() < 4)
        && (call.Arguments[0].Type.IsFloat() || call.Function is IntrinsicFunction.Abs or IntrinsicFunction.Min or IntrinsicFunction.Max
            or IntrinsicFunction.Clamp or IntrinsicFunction.Sign or IntrinsicFunction.RotateLeft or IntrinsicFunction.RotateRight
            || Counts(call.Function));

    private static bool Counts(IntrinsicFunction function) =>
        function is IntrinsicFunction.PopCount or IntrinsicFunction.LeadingZeroCount or IntrinsicFunction.TrailingZeroCount;
}
