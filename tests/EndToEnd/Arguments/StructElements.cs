using System.Reflection;
using System.Runtime.InteropServices;

namespace AutoPar.EndToEnd;

/// <summary>Arrays of structs whose fields are numbers of one type, as those numbers.</summary>
internal static class StructElements
{
    private const BindingFlags Fields = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    /// <summary>The type of all fields; null for any other type.</summary>
    public static Type? Number(Type type) => type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && type != typeof(decimal)
        && type.GetFields(Fields) is { Length: > 1 } fields && fields[0].FieldType is { IsPrimitive: true } number && number != typeof(nint) && number != typeof(nuint)
        && fields.All(field => field.FieldType == number) && type.StructLayoutAttribute is { Value: not LayoutKind.Explicit, Size: 0 } ? number : null;

    public static int Count(Type type) => type.GetFields(Fields).Length;

    /// <summary>A copy of the numbers, structs one after the other.</summary>
    public static Array Copy(Array structs, Type number)
    {
        var numbers = Array.CreateInstance(number, structs.Length * Count(structs.GetType().GetElementType()!));
        Bytes(structs, Buffer.ByteLength(numbers)).CopyTo(Bytes(numbers, Buffer.ByteLength(numbers)));
        return numbers;
    }

    public static void Set(Array structs, Array numbers) =>
        Bytes(numbers, Buffer.ByteLength(numbers)).CopyTo(Bytes(structs, Buffer.ByteLength(numbers)));

    private static Span<byte> Bytes(Array array, int length) => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), length);
}
