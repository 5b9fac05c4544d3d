using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>The operators that reductions are made of. The ways to write a minimum are different functions.</summary>
internal enum ReductionOperator
{
    /// <summary>Sums, differences and counts: <c>s -= x</c> adds partial sums of negated values.</summary>
    Add,
    Multiply,
    And,
    Or,
    Xor,

    /// <summary><c>Math.Min</c>: NaN propagates, −0 &lt; +0; any order gives the same bits.</summary>
    Min,
    Max,

    /// <summary><c>if (x &lt; s) s = x</c>: NaN elements are skipped, the first of equal values stays.</summary>
    LessFirst,

    /// <summary><c>if (x &lt;= s) s = x</c>: the last of equal values stays.</summary>
    LessLast,
    GreaterFirst,
    GreaterLast,

    /// <summary><c>s = s &lt; x ? s : x</c>: a NaN element replaces s, and the next element replaces it. Associative only without NaN.</summary>
    LessOrReplace,
    GreaterOrReplace,
}

internal static class ReductionOperators
{
    /// <summary>Float sums and products change bits when reassociated; everything else is exact in any grouping that keeps the order.</summary>
    public static bool Reassociates(ReductionOperator @operator, ElementType type) =>
        type.IsFloat() && @operator is ReductionOperator.Add or ReductionOperator.Multiply;

    /// <summary>What the role yields depends on how values are grouped: float sums and products, and what the user's own methods combine.</summary>
    public static bool Reassociates(ScalarRole role) =>
        role is AssociativeReduction || (role is Reduction reduction && Reassociates(reduction.Operator, reduction.Variable.Type));

    /// <summary>
    /// Accumulators start at the identity, and the value from before the loop is combined at the end; otherwise they
    /// start at the value from before the loop, which combining twice doesn't change.
    /// </summary>
    public static bool StartsAtIdentity(ReductionOperator @operator) => @operator <= ReductionOperator.Xor;

    /// <summary>The identity as C#: −0.0 for float sums, since −0.0 + x has the bits of x for every x.</summary>
    public static string Identity(ReductionOperator @operator, ElementType type) => (@operator, type) switch
    {
        (ReductionOperator.Add, ElementType.Double) => "-0.0",
        (ReductionOperator.Add, ElementType.Single) => "-0.0f",
        (ReductionOperator.Multiply, _) => $"({type.Keyword()})1",
        (ReductionOperator.And, ElementType.Boolean) => "true",
        (ReductionOperator.Or or ReductionOperator.Xor, ElementType.Boolean) => "false",
        (ReductionOperator.And, _) => $"unchecked(({type.Keyword()})~({type.Keyword()})0)",
        (ReductionOperator.Add or ReductionOperator.Or or ReductionOperator.Xor, _) => $"({type.Keyword()})0",
        _ => throw new ArgumentOutOfRangeException(nameof(@operator), @operator, "has no identity"),
    };

    /// <summary>
    /// C# for the combination of two accumulators, the left one holding the earlier iterations.
    /// </summary>
    public static string Combine(ReductionOperator @operator, ElementType type, string left, string right) => @operator switch
    {
        ReductionOperator.Add => Wrap(type, $"{left} + {right}"),
        ReductionOperator.Multiply => Wrap(type, $"{left} * {right}"),
        ReductionOperator.And => Wrap(type, $"{left} & {right}"),
        ReductionOperator.Or => Wrap(type, $"{left} | {right}"),
        ReductionOperator.Xor => Wrap(type, $"{left} ^ {right}"),
        ReductionOperator.Min => $"global::System.Math.Min({left}, {right})",
        ReductionOperator.Max => $"global::System.Math.Max({left}, {right})",
        ReductionOperator.LessFirst => $"{right} < {left} ? {right} : {left}",
        ReductionOperator.LessLast => $"{right} <= {left} ? {right} : {left}",
        ReductionOperator.GreaterFirst => $"{right} > {left} ? {right} : {left}",
        ReductionOperator.GreaterLast => $"{right} >= {left} ? {right} : {left}",
        ReductionOperator.LessOrReplace => $"{left} < {right} ? {left} : {right}",
        ReductionOperator.GreaterOrReplace => $"{left} > {right} ? {left} : {right}",
        _ => throw new ArgumentOutOfRangeException(nameof(@operator), @operator, null),
    };

    // Types narrower than int are computed as int in C#, and cast back; wrapping is what the loop as written does too.
    private static string Wrap(ElementType type, string expression) =>
        type.IsFloat() || type == ElementType.Boolean ? expression : $"unchecked(({type.Keyword()})({expression}))";
}
