using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>What a scan combines values by: associative, the left operand being that of the earlier iterations.</summary>
public interface IScanOperator
{
    /// <summary>Combines lane by lane.</summary>
    static abstract Vector128<T> Combine<T>(Vector128<T> left, Vector128<T> right);

    /// <inheritdoc cref="Combine{T}(Vector128{T}, Vector128{T})"/>
    static abstract Vector256<T> Combine<T>(Vector256<T> left, Vector256<T> right);

    /// <inheritdoc cref="Combine{T}(Vector128{T}, Vector128{T})"/>
    static abstract Vector512<T> Combine<T>(Vector512<T> left, Vector512<T> right);
}

/// <summary><c>left + right</c>, which wraps for integers.</summary>
public readonly struct ScanSum : IScanOperator
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Combine<T>(Vector128<T> left, Vector128<T> right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Combine<T>(Vector256<T> left, Vector256<T> right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Combine<T>(Vector512<T> left, Vector512<T> right) => left + right;
}

/// <summary><c>left * right</c>, which wraps for integers.</summary>
public readonly struct ScanProduct : IScanOperator
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Combine<T>(Vector128<T> left, Vector128<T> right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Combine<T>(Vector256<T> left, Vector256<T> right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Combine<T>(Vector512<T> left, Vector512<T> right) => left * right;
}

/// <summary><c>left &amp; right</c>, also of masks.</summary>
public readonly struct ScanAnd : IScanOperator
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Combine<T>(Vector128<T> left, Vector128<T> right) => left & right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Combine<T>(Vector256<T> left, Vector256<T> right) => left & right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Combine<T>(Vector512<T> left, Vector512<T> right) => left & right;
}

/// <summary><c>left | right</c>, also of masks.</summary>
public readonly struct ScanOr : IScanOperator
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Combine<T>(Vector128<T> left, Vector128<T> right) => left | right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Combine<T>(Vector256<T> left, Vector256<T> right) => left | right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Combine<T>(Vector512<T> left, Vector512<T> right) => left | right;
}

/// <summary><c>left ^ right</c>, also of masks.</summary>
public readonly struct ScanXor : IScanOperator
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Combine<T>(Vector128<T> left, Vector128<T> right) => left ^ right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Combine<T>(Vector256<T> left, Vector256<T> right) => left ^ right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Combine<T>(Vector512<T> left, Vector512<T> right) => left ^ right;
}

/// <summary><c>Math.Min(left, right)</c>.</summary>
public readonly struct ScanMin : IScanOperator
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Combine<T>(Vector128<T> left, Vector128<T> right) => Vector128.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Combine<T>(Vector256<T> left, Vector256<T> right) => Vector256.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Combine<T>(Vector512<T> left, Vector512<T> right) => Vector512.Min(left, right);
}

/// <summary><c>Math.Max(left, right)</c>.</summary>
public readonly struct ScanMax : IScanOperator
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Combine<T>(Vector128<T> left, Vector128<T> right) => Vector128.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Combine<T>(Vector256<T> left, Vector256<T> right) => Vector256.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Combine<T>(Vector512<T> left, Vector512<T> right) => Vector512.Max(left, right);
}

/// <summary><c>right &lt; left ? right : left</c>: the first of equal values, and no NaN but the first value.</summary>
public readonly struct ScanLeast : IScanOperator
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Combine<T>(Vector128<T> left, Vector128<T> right) => Vector128.ConditionalSelect(Vector128.LessThan(right, left), right, left);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Combine<T>(Vector256<T> left, Vector256<T> right) => Vector256.ConditionalSelect(Vector256.LessThan(right, left), right, left);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Combine<T>(Vector512<T> left, Vector512<T> right) => Vector512.ConditionalSelect(Vector512.LessThan(right, left), right, left);
}

/// <summary><c>right &gt; left ? right : left</c>: the first of equal values, and no NaN but the first value.</summary>
public readonly struct ScanGreatest : IScanOperator
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Combine<T>(Vector128<T> left, Vector128<T> right) => Vector128.ConditionalSelect(Vector128.GreaterThan(right, left), right, left);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Combine<T>(Vector256<T> left, Vector256<T> right) => Vector256.ConditionalSelect(Vector256.GreaterThan(right, left), right, left);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Combine<T>(Vector512<T> left, Vector512<T> right) => Vector512.ConditionalSelect(Vector512.GreaterThan(right, left), right, left);
}

/// <summary>The left operand: with segments, what was assigned last.</summary>
public readonly struct ScanKept : IScanOperator
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Combine<T>(Vector128<T> left, Vector128<T> right) => left;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Combine<T>(Vector256<T> left, Vector256<T> right) => left;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Combine<T>(Vector512<T> left, Vector512<T> right) => left;
}
