using System.Collections;
using System.Runtime.InteropServices;

namespace AutoPar.EndToEnd;

/// <summary>Folds outcomes into 64 bits that do not depend on the process: any NaN counts as one NaN.</summary>
internal struct OutcomeHasher()
{
    private ulong _hash = 14695981039346656037;

    public readonly ulong Value => _hash;

    public void Add(Kernel kernel, Outcome outcome)
    {
        Add(outcome.Exception is { } exception ? exception.GetType().Name + exception.Message : "");

        // What threads wrote behind the iteration that threw depends on how far they had come.
        if (outcome.Exception is not null && kernel.LaterWritesVisible)
        {
            return;
        }

        Add(outcome.Result);
        foreach ((_, object? value) in outcome.World.State())
        {
            Add(value);
        }
    }

    private void Add(object? value)
    {
        switch (value)
        {
            case double number: Mix((ulong)BitConverter.DoubleToInt64Bits(double.IsNaN(number) ? double.NaN : number)); break;
            case float number: Mix((ulong)BitConverter.SingleToInt32Bits(float.IsNaN(number) ? float.NaN : number)); break;
            case string text: AddText(text); break;
            case double[] array: AddDoubles(array); break;
            case float[] array: AddFloats(array); break;
            case Array { Rank: > 1 } array when array.GetType().GetElementType() == typeof(double): AddDoubles(ElementFiller.Cells<double>(array)); break;
            case Array { Rank: > 1 } array when array.GetType().GetElementType() == typeof(float): AddFloats(ElementFiller.Cells<float>(array)); break;
            case Array array when array.GetType().GetElementType()!.IsPrimitive: AddBytes(array); break;
            case Array { Rank: 1 } array when StructElements.Number(array.GetType().GetElementType()!) is { } number: Add(StructElements.Copy(array, number)); break;
            case System.Collections.IList and not Array: Add(value.GetType().GetMethod("ToArray")!.Invoke(value, null)); break;
            case IDictionary or Array: AddItems((IEnumerable)value); break;
            case IConvertible convertible: Add(convertible.ToString(System.Globalization.CultureInfo.InvariantCulture)); break;
            case { } item when item.GetType() is { IsClass: true, Namespace: "Kernels" } type: AddFields(item, type); break;
            default: Mix(value is null ? 0ul : 1); break;
        }
    }

    private void AddFields(object item, Type type)
    {
        foreach (System.Reflection.FieldInfo field in type.GetFields().Where(field => field.FieldType.IsPrimitive))
        {
            Add(field.GetValue(item));
        }
    }

    private void AddText(string text)
    {
        foreach (char character in text)
        {
            Mix(character);
        }
    }

    private void AddItems(IEnumerable items)
    {
        foreach (object? item in items)
        {
            Add(item is DictionaryEntry or KeyValuePair<int, int> ? item.ToString() : item);
        }
    }

    private void AddDoubles(Span<double> cells)
    {
        foreach (double cell in cells)
        {
            Mix((ulong)BitConverter.DoubleToInt64Bits(double.IsNaN(cell) ? double.NaN : cell));
        }
    }

    private void AddFloats(Span<float> cells)
    {
        foreach (float cell in cells)
        {
            Mix((ulong)BitConverter.SingleToInt32Bits(float.IsNaN(cell) ? float.NaN : cell));
        }
    }

    private void AddBytes(Array array)
    {
        foreach (byte cell in MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), Buffer.ByteLength(array)))
        {
            Mix(cell);
        }
    }

    private void Mix(ulong bits) => _hash = (_hash ^ bits) * 1099511628211 ^ (_hash >> 29);
}
