using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>What is known of trip counts at compile time.</summary>
internal static class TripCounts
{
    /// <summary>The trip count when start, bound and step are constants.</summary>
    public static long? Constant(Loop loop)
    {
        if (AsInt64(loop.Start) is not { } start || AsInt64(loop.Bound) is not { } bound || loop.ConstantStep is not { } step || step == 0)
        {
            return null;
        }

        long span = loop.Relation switch
        {
            LoopRelation.Less or LoopRelation.NotEqual when step > 0 => bound - start,
            LoopRelation.LessOrEqual when step > 0 => bound - start + 1,
            LoopRelation.Greater or LoopRelation.NotEqual when step < 0 => start - bound,
            LoopRelation.GreaterOrEqual when step < 0 => start - bound + 1,
            _ => 0,
        };
        long size = Math.Abs(step);
        return span <= 0 ? 0 : (span + size - 1) / size;
    }

    // Constants beyond int aren't worth knowing, and their differences could wrap.
    private static long? AsInt64(Expression expression) => expression switch
    {
        Constant { Value: int value } => value,
        Constant { Value: long and >= int.MinValue and <= int.MaxValue } constant => (long)constant.Value,
        Constant { Value: uint and <= int.MaxValue } constant => (uint)constant.Value,
        Constant { Value: byte value } => value,
        Constant { Value: short value } => value,
        Conversion { IsChecked: false, Type: ElementType.Int64, Operand: Constant operand } => AsInt64(operand),
        _ => null,
    };
}
