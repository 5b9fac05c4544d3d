using System.Globalization;

namespace AutoPar.EndToEnd;

/// <summary>Makes the values of a recipe: parameters in order, then fields.</summary>
internal sealed class ArgumentMaker(Kernel kernel, Recipe recipe, Sizes sizes)
{
    private static readonly CancellationTokenSource s_live = new();
    private Rng _rng = new(recipe.Seed);

    public object?[] Parameters()
    {
        var made = new object?[kernel.Parameters.Length];
        for (int i = 0; i < made.Length; i++)
        {
            Slot slot = kernel.Parameters[i];
            object? fresh = Fresh(i, slot);
            made[i] = recipe.Null == i ? Empty(slot)
                : recipe.Alias is { } alias && alias.Second == i ? Aliasing.Share(made[alias.First], slot, fresh, recipe.AliasBytes)
                : fresh;
        }

        return made;
    }

    /// <summary>A value for a field, or for a parameter passed by value.</summary>
    public object? Value(Type type, string name) => Make(type, name, sizes.Length, isUnique: false);

    private static object? Empty(Slot slot) =>
        slot.Kind is SlotKind.Span or SlotKind.ReadOnlySpan ? Span(slot.Type, Array.CreateInstance(slot.Type, 0), 0) : null;

    private object? Fresh(int index, Slot slot)
    {
        int length = recipe.Short == index ? _rng.Below(Math.Max(1, recipe.Trips))
            : recipe.Sizes == SizeKind.Random ? _rng.Below(sizes.Length + 1)
            : sizes.Length;
        switch (slot.Kind)
        {
            case SlotKind.Span or SlotKind.ReadOnlySpan:
                // Room on both sides: a form that strays out of the span changes what is compared.
                return Span(slot.Type, Elements(slot, slot.Type, length + 16), length);
            case SlotKind.Reference:
                return Activator.CreateInstance(typeof(ReferenceArgument<>).MakeGenericType(slot.Type), Elements(slot, slot.Type, 1), 0);
            case SlotKind.Pointer:
                return Elements(slot, slot.Type.GetElementType()!, Math.Max(sizes.Length, Math.Max(0, recipe.Trips) + 8));
            default:
                return Make(slot.Type, slot.Name, length, slot.IsUnique);
        }
    }

    private static object Span(Type element, Array memory, int length)
    {
        int offset = memory.Length > length ? 8 * Aliasing.SizeOf(element) : 0;
        return Activator.CreateInstance(typeof(SpanArgument<>).MakeGenericType(element), memory, offset, length)!;
    }

    private Array Elements(Slot slot, Type element, int length) => Filled(Array.CreateInstance(element, length), slot.Name, slot.IsUnique);

    private Array Filled(Array array, string name, bool isUnique)
    {
        bool isMostlyUnique = kernel.Hints.Any(hint => hint.Kind == "MostlyUnique" && hint.Parameter == name) && _rng.Chance(60);
        isUnique |= isMostlyUnique;
        int index = isUnique ? array.Length : sizes.Index;
        ElementFiller.Fill(array, recipe.Values, index, isUnique, Range(name), ref _rng);
        if (isMostlyUnique && array.Length > 1 && _rng.Chance(30))
        {
            array.SetValue(array.GetValue(_rng.Below(array.Length)), _rng.Below(array.Length));
        }

        return array;
    }

    private double[]? Range(string name) =>
        kernel.Hints.FirstOrDefault(hint => hint.Kind == "Between" && hint.Parameter == name)?.Numbers;

    private object? Make(Type type, string name, int length, bool isUnique)
    {
        if (type.IsArray)
        {
            return MakeArray(type, name, length, isUnique);
        }

        if (Sizes.IsInteger(type) && kernel.Parameters.Any(slot => slot.Name == name && slot.Kind == SlotKind.Value))
        {
            return Convertible(sizes.Scalar(name), type);
        }

        if (type.IsPrimitive || type.IsEnum || type == typeof(decimal))
        {
            return Filled(Array.CreateInstance(type, 1), name, isUnique: false).GetValue(0);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            return Activator.CreateInstance(type, Filled(Array.CreateInstance(type.GenericTypeArguments[0], length), name, isUnique: false));
        }

        return MakeObject(type, name, length);
    }

    private Array MakeArray(Type type, string name, int length, bool isUnique)
    {
        Type element = type.GetElementType()!;
        if (element.IsArray)
        {
            int rows = Math.Min(sizes.Side, Math.Max(0, recipe.Trips) + (recipe.Sizes == SizeKind.Exact ? 0 : 1));
            var jagged = Array.CreateInstance(element, rows);
            for (int i = 0; i < rows; i++)
            {
                bool repeated = i > 0 && recipe.Values == ValueKind.Special && _rng.Below(20) == 0;
                bool missing = recipe.Values == ValueKind.Special && _rng.Below(50) == 0;
                jagged.SetValue(missing ? null : repeated ? jagged.GetValue(i - 1) : MakeArray(element, name, _rng.Below(sizes.Side * 2), false), i);
            }

            return jagged;
        }

        int side = recipe.Short is not null && length < sizes.Length ? sizes.Side / 2
            : recipe.Sizes switch { SizeKind.Roomy => sizes.Side, SizeKind.Exact => sizes.Side - 2, _ => _rng.Below(sizes.Side + 1) };
        return Filled(
            type.GetArrayRank() switch
            {
                2 => Array.CreateInstance(element, side, side + (recipe.Sizes == SizeKind.Roomy ? 1 : 0)),
                3 => Array.CreateInstance(element, Math.Min(side, 19), Math.Min(side, 19), Math.Min(side, 19) + 1),
                _ => Array.CreateInstance(element, kernel.Hints.Any(hint => hint.Kind == "Rows" && hint.Parameter == name)
                    ? (recipe.Short is null ? sizes.Side * (sizes.Side + 1) : length)
                    : length),
            },
            name,
            isUnique);
    }

    private object? MakeObject(Type type, string name, int length) => type switch
    {
        _ when type == typeof(object) => new object(),
        { IsClass: true, Namespace: "Kernels" } => Filled(Array.CreateInstance(type, 1), name, isUnique: true).GetValue(0),
        _ when type == typeof(Random) => new Random(17),
        _ when type == typeof(Dictionary<int, int>) => new Dictionary<int, int>(),
        _ when type == typeof(IEnumerable<double>) => (double[])Filled(new double[length], name, isUnique: false),
        _ when type == typeof(CancellationToken) => Token(),
        _ when type == typeof(Func<double, double>) => new Func<double, double>(new Counter().Next),
        _ => throw new NotSupportedException($"{kernel.Name}: no arguments of type {type}"),
    };

    // One that nobody cancels, but somebody could.
    private CancellationToken Token() =>
        kernel.Hints.Any(hint => hint.Kind == "MayBeCancelled") && _rng.Chance(30) ? new CancellationToken(true)
        : _rng.Chance(30) ? CancellationToken.None
        : s_live.Token;

    private static object Convertible(long value, Type type)
    {
        if (type == typeof(nint))
        {
            return (nint)value;
        }

        var cell = Array.CreateInstance(type, 1);
        unchecked
        {
            switch (Type.GetTypeCode(type))
            {
                case TypeCode.UInt32: cell.SetValue(value is < 0 and > -10 || value == int.MinValue ? 0u : (uint)value, 0); break;
                case TypeCode.UInt64: cell.SetValue(value < 0 ? 0ul : (ulong)value, 0); break;
                case TypeCode.Byte: cell.SetValue((byte)value, 0); break;
                case TypeCode.SByte: cell.SetValue((sbyte)value, 0); break;
                case TypeCode.Int16: cell.SetValue((short)value, 0); break;
                case TypeCode.UInt16: cell.SetValue((ushort)value, 0); break;
                default: cell.SetValue(Convert.ChangeType(value, type, CultureInfo.InvariantCulture), 0); break;
            }
        }

        return cell.GetValue(0)!;
    }

    /// <summary>A delegate with state: what it gives depends on the order of the calls.</summary>
    private sealed class Counter
    {
        private int _calls;

        public double Next(double value) => value + _calls++;
    }
}
