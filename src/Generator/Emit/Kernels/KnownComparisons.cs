using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// Comparisons that have one value whatever a lane holds: with NaN, and of unsigned numbers with 0. .NET 10 knows them, too, and folds
/// what &amp; makes of such a mask and another one to the other one, where there are mask registers (dotnet/runtime#123399).
/// </summary>
internal static class KnownComparisons
{
    /// <summary>Null when the value isn't known.</summary>
    public static bool? Value(Comparison comparison)
    {
        (Expression left, Expression right, ComparisonOperator @operator) = (comparison.Left, comparison.Right, comparison.Operator);
        if (IsNaN(left) || IsNaN(right))
        {
            return @operator == ComparisonOperator.NotEqual;
        }

        return @operator switch
        {
            ComparisonOperator.Less when IsLeast(right) => false,
            ComparisonOperator.GreaterOrEqual when IsLeast(right) => true,
            ComparisonOperator.Greater when IsLeast(left) => false,
            ComparisonOperator.LessOrEqual when IsLeast(left) => true,
            _ => null,
        };
    }

    private static bool IsNaN(Expression expression) => expression is Constant { Value: double.NaN or float.NaN };

    private static bool IsLeast(Expression expression) => expression is Constant { Value: 0u or 0UL or (byte)0 or (ushort)0 };
}
