using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace AutoPar.EndToEnd;

/// <summary>Finds the first difference between what two forms did.</summary>
internal static class OutcomeComparer
{
    /// <summary>Null when there is none.</summary>
    public static string? Difference(Kernel kernel, Outcome expected, Outcome actual, Tolerance tolerance)
    {
        if (Text(kernel, expected.Exception) is var thrown && thrown != Text(kernel, actual.Exception))
        {
            return $"exception {thrown} ≠ {Text(kernel, actual.Exception)}";
        }

        if (expected.Exception is not null && kernel.LaterWritesVisible)
        {
            return null;
        }

        if (Difference("result", expected.Result, actual.Result, tolerance) is { } result)
        {
            return result;
        }

        foreach (((string name, object? left), (_, object? right)) in expected.World.State().Zip(actual.World.State()))
        {
            if (Difference(name, left, right, tolerance) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static string Text(Kernel kernel, Exception? exception) =>
        exception is null ? "none" : kernel.IsUniversal ? exception.GetType().Name : $"{exception.GetType().Name}: {exception.Message}";

    private static string? Difference(string name, object? left, object? right, Tolerance tolerance)
    {
        if (left is null || right is null || left.GetType() != right.GetType())
        {
            return left is null && right is null ? null : $"{name}: {left ?? "null"} ≠ {right ?? "null"}";
        }

        switch (left)
        {
            case double number:
                return tolerance.Equal(number, (double)right) ? null : $"{name}: {Show(number)} ≠ {Show((double)right)}";
            case float number:
                return tolerance.Equal(number, (float)right) ? null : $"{name}: {Show(number)} ≠ {Show((float)right)}";
            case Array array:
                return Arrays(name, array, (Array)right, tolerance);
            case IList:
                return Arrays(name, Items(left), Items(right), tolerance);
            case IDictionary:
                return Arrays(name, ((IEnumerable)left).Cast<object>().ToArray(), ((IEnumerable)right).Cast<object>().ToArray(), tolerance);
            case string or decimal or nint or nuint:
                return left.Equals(right) ? null : $"{name}: {left} ≠ {right}";
            case Delegate or CancellationToken:
                return null;
        }

        return left.GetType().IsPrimitive || left.GetType().IsEnum
            ? (left.Equals(right) ? null : $"{name}: {left} ≠ {right}")
            : Fields(name, left, right, tolerance);
    }

    private static string? Arrays(string name, Array left, Array right, Tolerance tolerance)
    {
        if (left.Length != right.Length)
        {
            return $"{name}: {left.Length} ≠ {right.Length} elements";
        }

        Type element = left.GetType().GetElementType()!;
        if (left.Rank == 1 && StructElements.Number(element) is { } number)
        {
            return Arrays(name + " as numbers", StructElements.Copy(left, number), StructElements.Copy(right, number), tolerance);
        }

        int at = element == typeof(double) ? Doubles(left, right, tolerance)
            : element == typeof(float) ? Floats(left, right, tolerance)
            : element.IsPrimitive || element.IsEnum ? Bytes(left, right)
            : -2;
        if (at >= 0)
        {
            return Difference($"{name}[{Place(left, at)}]", Item(left, at), Item(right, at), tolerance) ?? $"{name}[{Place(left, at)}] differs in bits";
        }

        if (at == -1)
        {
            return null;
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (Difference($"{name}[{i}]", Item(left, i), Item(right, i), tolerance) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static int Doubles(Array left, Array right, Tolerance tolerance)
    {
        Span<double> expected = ElementFiller.Cells<double>(left), actual = ElementFiller.Cells<double>(right);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!tolerance.Equal(expected[i], actual[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static int Floats(Array left, Array right, Tolerance tolerance)
    {
        Span<float> expected = ElementFiller.Cells<float>(left), actual = ElementFiller.Cells<float>(right);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!tolerance.Equal(expected[i], actual[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static int Bytes(Array left, Array right)
    {
        int size = Math.Max(1, Buffer.ByteLength(left) / Math.Max(1, left.Length));
        Span<byte> expected = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(left), size * left.Length);
        Span<byte> actual = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(right), size * right.Length);
        int same = expected.CommonPrefixLength(actual);
        return same == expected.Length ? -1 : same / size;
    }

    private static Array Items(object list) => (Array)list.GetType().GetMethod("ToArray")!.Invoke(list, null)!;

    private static object? Item(Array array, int at)
    {
        if (array.Rank == 1)
        {
            return array.GetValue(at);
        }

        foreach (object? item in array)
        {
            if (at-- == 0)
            {
                return item;
            }
        }

        return null;
    }

    private static string Place(Array array, int at) => array.Rank == 1
        ? at.ToString(CultureInfo.InvariantCulture)
        : array.Rank == 2 ? $"{at / array.GetLength(1)}, {at % array.GetLength(1)}" : $"flat {at}";

    private static string? Fields(string name, object left, object right, Tolerance tolerance)
    {
        foreach (FieldInfo field in left.GetType().GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (Difference($"{name}.{field.Name}", field.GetValue(left), field.GetValue(right), tolerance) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static string Show(double value) => $"{value:R} (0x{BitConverter.DoubleToInt64Bits(value):X16})";

    private static string Show(float value) => $"{value:R}f (0x{BitConverter.SingleToInt32Bits(value):X8})";
}
