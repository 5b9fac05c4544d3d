using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace AutoPar.Runtime;

/// <summary>
/// One call of a generated form in self-check mode: the method as written runs on copies of the arguments, the form on the arguments
/// themselves, and what they leave is compared.
/// </summary>
/// <param name="method">The form, as a message names it.</param>
/// <param name="compared">How results and elements of arrays are compared.</param>
public sealed class FormCheck(string method, ComparedAs compared)
{
    [ThreadStatic]
    private static bool t_isChecking;

    private readonly Dictionary<object, object> _copies = new(ReferenceEqualityComparer.Instance);
    private Exception? _asWritten;
    private Exception? _generated;
    private double _largest = 1;
    private long _longest = 1;

    /// <summary>Whether a call that begins on this thread is to be checked: in self-check mode, and not inside of a call that is.</summary>
    public static bool IsWanted
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => AutoParOptions.Verify && !t_isChecking;
    }

    /// <summary>Whether two spans, or a span and an array, share no memory: only then do copies behave as they do.</summary>
    public static bool AreApart<T1, T2>(ReadOnlySpan<T1> one, ReadOnlySpan<T2> other)
    {
        ref byte first = ref Unsafe.As<T1, byte>(ref MemoryMarshal.GetReference(one));
        ref byte second = ref Unsafe.As<T2, byte>(ref MemoryMarshal.GetReference(other));
        long distance = (long)Unsafe.ByteOffset(ref first, ref second);
        return one.IsEmpty || other.IsEmpty
            || (distance >= 0 ? distance >= (long)one.Length * Unsafe.SizeOf<T1>() : -distance >= (long)other.Length * Unsafe.SizeOf<T2>());
    }

    /// <summary>An array's copy; the same one each time, so that arrays which are one stay one.</summary>
    [return: NotNullIfNotNull(nameof(original))]
    public TArray? CopyArray<TArray>(TArray? original)
        where TArray : class
    {
        if (original is not Array array)
        {
            return original;
        }

        if (!_copies.TryGetValue(array, out object? copy))
        {
            var fresh = (Array)array.Clone();
            _copies.Add(array, copy = fresh);
            Measure(array);
            if (fresh is Array[] rows)
            {
                for (int row = 0; row < rows.Length; row++)
                {
                    rows[row] = CopyArray(rows[row])!;
                }
            }
        }

        return (TArray)copy;
    }

    /// <summary>The copy of a list; the same one each time.</summary>
    [return: NotNullIfNotNull(nameof(original))]
    public List<T>? CopyList<T>(List<T>? original)
    {
        if (original is null)
        {
            return null;
        }

        if (!_copies.TryGetValue(original, out object? copy))
        {
            _copies.Add(original, copy = new List<T>(original));
            Measure(original.ToArray());
        }

        return (List<T>)copy;
    }

    /// <summary>The copy of what a span covers.</summary>
    public T[] CopySpan<T>(ReadOnlySpan<T> original)
    {
        T[] copy = original.ToArray();
        Measure(copy);
        return copy;
    }

    /// <summary>Runs both ways, from <see cref="Begin"/> to <see cref="End"/>.</summary>
    /// <exception cref="AutoParVerificationException">One way threw something else than the other, or nothing.</exception>
    public void Run(Action asWritten, Action generated)
    {
        ArgumentNullException.ThrowIfNull(asWritten);
        ArgumentNullException.ThrowIfNull(generated);
        Begin();
        _asWritten = Thrown(asWritten);
        _generated = Thrown(generated);
        End();
    }

    /// <summary>From here to <see cref="End"/> this thread checks.</summary>
    public void Begin() => t_isChecking = true;

    /// <summary>What the method as written threw.</summary>
    public void AsWritten(Exception exception) => _asWritten = exception;

    /// <summary>What the form threw.</summary>
    public void Generated(Exception exception) => _generated = exception;

    /// <summary>Both ways have run. Throws what the form threw, if that is what it should; then nothing else is compared.</summary>
    /// <exception cref="AutoParVerificationException">One way threw something else than the other, or nothing.</exception>
    public void End()
    {
        t_isChecking = false;
        bool isCancelled = IsCancelled(_asWritten) || IsCancelled(_generated);
        if (!isCancelled && (_asWritten?.GetType() != _generated?.GetType() || _asWritten?.Message != _generated?.Message))
        {
            throw new AutoParVerificationException(method, $"it throws {Text(_generated)} and should throw {Text(_asWritten)}");
        }

        if ((_generated ?? _asWritten) is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }
    }

    private static Exception? Thrown(Action way)
    {
        try
        {
            way();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>Compares results, be they numbers or arrays.</summary>
    /// <exception cref="AutoParVerificationException">They differ.</exception>
    public void CompareResult<T>(T asWritten, T generated)
    {
        if (generated is Array array && asWritten is Array other)
        {
            CompareArrays("the result", other, array, null, 0);
        }
        else if (!new Closeness(compared, _longest, _largest).AreEqual(asWritten, generated))
        {
            throw Differs("the result", asWritten, generated, "");
        }
    }

    /// <summary>Compares what is in two lists.</summary>
    /// <exception cref="AutoParVerificationException">It differs.</exception>
    public void CompareResult<T>(List<T>? asWritten, List<T>? generated)
    {
        if (asWritten is not null && generated is not null)
        {
            CompareArrays("the result", asWritten.ToArray(), generated.ToArray(), null, 0);
        }
        else if (asWritten is not null || generated is not null)
        {
            throw Differs("the result", asWritten, generated, "");
        }
    }

    /// <summary>Compares a parameter's array, rows included.</summary>
    /// <param name="index">The loop's index, where iteration i writes element i + <paramref name="offset"/> alone; otherwise null.</param>
    /// <exception cref="AutoParVerificationException">They differ.</exception>
    public void CompareArray(string name, Array? asWritten, Array? generated, string? index = null, long offset = 0)
    {
        if (asWritten is not null && generated is not null)
        {
            CompareArrays(name, asWritten, generated, index, offset);
        }
    }

    /// <summary>Compares a parameter's list.</summary>
    /// <inheritdoc cref="CompareArray(string, Array, Array, string, long)"/>
    public void CompareList<T>(string name, List<T>? asWritten, List<T>? generated, string? index = null, long offset = 0) =>
        CompareArray(name, asWritten?.ToArray(), generated?.ToArray(), index, offset);

    /// <summary>Compares what a parameter's span covers.</summary>
    /// <inheritdoc cref="CompareArray(string, Array, Array, string, long)"/>
    public void CompareSpan<T>(string name, T[] asWritten, ReadOnlySpan<T> generated, string? index = null, long offset = 0) =>
        CompareArrays(name, asWritten, generated.ToArray(), index, offset);

    private void CompareArrays(string name, Array asWritten, Array generated, string? index, long offset)
    {
        if (asWritten.Length != generated.Length)
        {
            throw Differs(name, $"{asWritten.Length} elements long", $"{generated.Length} elements long", "");
        }

        long at = ElementComparison.FirstDifference(asWritten, generated, new Closeness(compared, _longest, _largest));
        if (at < 0)
        {
            return;
        }

        int[] place = ElementComparison.Place(generated, at);
        string element = $"{name}[{string.Join(", ", place)}]";
        if (generated.GetValue(place) is Array row && asWritten.GetValue(place) is Array other)
        {
            CompareArrays(element, other, row, null, 0);
            return;
        }

        throw Differs(element, asWritten.GetValue(place), generated.GetValue(place), index is null ? "" : $" (iteration {index} = {at - offset})");
    }

    private void Measure(Array array)
    {
        if (compared != ComparedAs.Bits)
        {
            _longest = Math.Max(_longest, array.LongLength);
            _largest = Math.Max(_largest, ElementComparison.Largest(array));
        }
    }

    private AutoParVerificationException Differs(string what, object? asWritten, object? generated, string where) =>
        new(method, string.Create(CultureInfo.InvariantCulture, $"{what} is {generated ?? "null"} and should be {asWritten ?? "null"}{where}"));

    private static bool IsCancelled(Exception? exception) =>
        exception is OperationCanceledException { CancellationToken.IsCancellationRequested: true };

    private static string Text(Exception? exception) => exception is null ? "nothing" : $"{exception.GetType().Name} ({exception.Message})";
}
