using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>Arithmetic that vectors lack.</summary>
public static partial class LaneMath
{
    /// <summary>C#'s integer remainder in every lane; no divisor may be 0.</summary>
    public static Vector512<T> Remainder<T>(Vector512<T> left, Vector512<T> right)
        where T : IBinaryInteger<T> => left - ((left / right) * right);

    /// <inheritdoc cref="Remainder{T}(Vector512{T}, Vector512{T})"/>
    public static Vector256<T> Remainder<T>(Vector256<T> left, Vector256<T> right)
        where T : IBinaryInteger<T> => left - ((left / right) * right);

    /// <inheritdoc cref="Remainder{T}(Vector512{T}, Vector512{T})"/>
    public static Vector128<T> Remainder<T>(Vector128<T> left, Vector128<T> right)
        where T : IBinaryInteger<T> => left - ((left / right) * right);

    /// <summary>1 in the upper half, which isn't in use and mustn't divide by 0.</summary>
    public static Vector128<T> LowerHalfOrOne<T>(Vector128<T> value) => Vector128.Create(value.GetLower(), Vector64<T>.One);
}
