namespace AutoPar.EndToEnd;

/// <summary>Gives one parameter the memory of another.</summary>
internal static class Aliasing
{
    /// <summary>Whether the two can share memory at all.</summary>
    public static bool Possible(Slot first, Slot second) => !MixesBooleans(first, second) && (first.Kind, second.Kind) switch
    {
        (SlotKind.Value, SlotKind.Value) when IsList(first.Type) => second.Type == first.Type,
        (SlotKind.Value, SlotKind.Value) => first.Type.IsArray && second.Type.IsArray && second.Type.IsAssignableFrom(first.Type),
        (SlotKind.Reference, _) or (SlotKind.Value, SlotKind.Value) => false,
        (_, SlotKind.Value) => first.Kind != SlotKind.Pointer && second.Type.IsArray && second.Type.GetArrayRank() == 1 && second.Type.GetElementType() == first.Type,
        (SlotKind.Value, SlotKind.Reference) => first.Type.IsArray && first.Type.GetArrayRank() == 1 && first.Type.GetElementType() == second.Type,
        (SlotKind.Value, SlotKind.Span or SlotKind.ReadOnlySpan) => first.Type.IsArray && first.Type.GetArrayRank() == 1 && (first.Type.GetElementType()!.IsPrimitive || first.Type.GetElementType() == second.Type),
        (SlotKind.Pointer, SlotKind.Pointer) => first.Type == second.Type,
        (SlotKind.Span or SlotKind.ReadOnlySpan, SlotKind.Span or SlotKind.ReadOnlySpan) => true,
        _ => false,
    };

    /// <summary>The size of both elements where they are floats of one type; 0 where only one is; 1 where none is.</summary>
    public static int FloatSize(Slot first, Slot second) => !IsFloat(Element(first)) && !IsFloat(Element(second)) ? 1
        : Element(first) == Element(second) ? SizeOf(Element(first))
        : 0;

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>);

    private static bool IsFloat(Type type) => type == typeof(float) || type == typeof(double);

    // Numbers seen as Booleans hold more than 0 and 1, and copying such a value may change its bits.
    private static bool MixesBooleans(Slot first, Slot second) => Element(first) == typeof(bool) != (Element(second) == typeof(bool));

    private static Type Element(Slot slot)
    {
        Type element = slot.Type.IsArray ? slot.Type.GetElementType()! : slot.Type;
        return StructElements.Number(element) ?? element;
    }

    public static object? Share(object? original, Slot second, object? fresh, int bytes)
    {
        if (original is not null && IsList(original.GetType()))
        {
            return original;
        }

        Array? memory = original switch { SpanArgument span => span.Memory, Array array => array, _ => null };
        if (memory is null)
        {
            return fresh;
        }

        switch (second.Kind)
        {
            case SlotKind.Value or SlotKind.Pointer:
                return memory;
            case SlotKind.Reference:
                return memory.Length == 0
                    ? fresh
                    : Activator.CreateInstance(typeof(ReferenceArgument<>).MakeGenericType(second.Type), memory, Math.Abs(bytes) % memory.Length);
            default:
                int size = SizeOf(second.Type);
                int start = (original as SpanArgument)?.ByteOffset ?? 0;
                int offset = Math.Max(0, start + bytes);
                int room = (memory.Length * SizeOf(memory.GetType().GetElementType()!) - offset) / size;
                int length = Math.Min(((SpanArgument)fresh!).Length, Math.Max(0, room));
                return Activator.CreateInstance(
                    typeof(SpanArgument<>).MakeGenericType(second.Type), memory, room < 0 ? 0 : offset, length);
        }
    }

    public static int SizeOf(Type element) => StructElements.Number(element) is { } number ? StructElements.Count(element) * SizeOf(number) : Type.GetTypeCode(element) switch
    {
        TypeCode.Boolean or TypeCode.SByte or TypeCode.Byte => 1,
        TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
        TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
        TypeCode.Decimal => 16,
        _ => 8,
    };
}
