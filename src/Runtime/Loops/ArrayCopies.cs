using System.Numerics;

namespace AutoPar.Runtime;

/// <summary>
/// The copies of an array whose elements a parallel loop only updates (a histogram's table). A chunk takes one that no other
/// chunk has; there are never more than chunks that run at once. The first of them is the array itself.
/// </summary>
/// <remarks>A copy starts at the operator's identity. The operators are exact, so it doesn't matter which chunk had which copy.</remarks>
public sealed class ArrayCopies<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly int _length;
    private readonly ArrayOperator _operator;
    private readonly List<T[]> _copies = [];
    private readonly Stack<T[]?> _idle = new([null]);
    private readonly Gate _gate = new();

    /// <param name="length">The array's length: a copy has the same.</param>
    /// <param name="operator">What the loop updates elements with.</param>
    public ArrayCopies(int length, ArrayOperator @operator)
    {
        _length = length;
        _operator = @operator;
    }

    /// <summary>A copy for this chunk alone; null stands for the array itself.</summary>
    public T[]? Take()
    {
        _gate.Enter();
        bool isIdle = _idle.TryPop(out T[]? idle);
        _gate.Exit();
        if (isIdle)
        {
            return idle;
        }

        T[] copy = new T[_length];
        if (Identity != T.Zero)
        {
            Array.Fill(copy, Identity);
        }

        _gate.Enter();
        try
        {
            _copies.Add(copy);
            _idle.EnsureCapacity(_copies.Count + 1);
        }
        finally
        {
            _gate.Exit();
        }

        return copy;
    }

    /// <summary>The chunk is done with what it took.</summary>
    public void Return(T[]? copy)
    {
        _gate.Enter();
        _idle.Push(copy);
        _gate.Exit();
    }

    /// <summary>Updates the array by all copies, after the loop.</summary>
    public void CombineInto(Span<T> array)
    {
        foreach (T[] copy in _copies)
        {
            Combine(array, copy);
        }
    }

    private T Identity => _operator switch
    {
        ArrayOperator.Multiply => T.One,
        ArrayOperator.And => ~T.Zero,
        ArrayOperator.Min => T.MaxValue,
        ArrayOperator.Max => T.MinValue,
        _ => T.Zero,
    };

    private void Combine(Span<T> array, ReadOnlySpan<T> copy)
    {
        array = array[..copy.Length];
        int done = 0;
        if (Vector<T>.IsSupported)
        {
            for (; done <= array.Length - Vector<T>.Count; done += Vector<T>.Count)
            {
                Combine(new Vector<T>(array[done..]), new Vector<T>(copy[done..])).CopyTo(array[done..]);
            }
        }

        for (; done < array.Length; done++)
        {
            array[done] = Combine(array[done], copy[done]);
        }
    }

    private Vector<T> Combine(Vector<T> left, Vector<T> right) => _operator switch
    {
        ArrayOperator.Multiply => left * right,
        ArrayOperator.And => left & right,
        ArrayOperator.Or => left | right,
        ArrayOperator.Xor => left ^ right,
        ArrayOperator.Min => Vector.Min(left, right),
        ArrayOperator.Max => Vector.Max(left, right),
        _ => left + right,
    };

    private T Combine(T left, T right) => unchecked(_operator switch
    {
        ArrayOperator.Multiply => left * right,
        ArrayOperator.And => left & right,
        ArrayOperator.Or => left | right,
        ArrayOperator.Xor => left ^ right,
        ArrayOperator.Min => T.Min(left, right),
        ArrayOperator.Max => T.Max(left, right),
        _ => left + right,
    });
}
