using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>Which calls of known functions have a form in lanes.</summary>
internal static class IntrinsicSupport
{
    /// <summary>Whether the call has a vector form at all.</summary>
    public static bool HasLanes(IntrinsicCall call) => call.Function.IsRandom() || ((Rotates(call.Function) || call.Arguments.All(argument => argument.Type == call.Arguments[0].Type))
        && (call.Type == call.Arguments[0].Type || Counts(call.Function) || call.Type == ElementType.Boolean || call.Function == IntrinsicFunction.Sign)
        && !(Rotates(call.Function) && call.Type.Size() < 4)
        && (call.Arguments[0].Type.IsFloat() || call.Function is IntrinsicFunction.Abs or IntrinsicFunction.Min or IntrinsicFunction.Max
            or IntrinsicFunction.Clamp or IntrinsicFunction.Sign or IntrinsicFunction.ReverseEndianness
            || Rotates(call.Function) || Counts(call.Function)));

    private static bool Rotates(IntrinsicFunction function) => function is IntrinsicFunction.RotateLeft or IntrinsicFunction.RotateRight;

    private static bool Counts(IntrinsicFunction function) =>
        function is IntrinsicFunction.PopCount or IntrinsicFunction.LeadingZeroCount or IntrinsicFunction.TrailingZeroCount;
}
