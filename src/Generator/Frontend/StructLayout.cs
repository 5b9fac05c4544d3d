using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// A struct that is a few numbers of one type, in an order that is known: an array of it is an array of these numbers. Generated
/// code looks once more, at run time, whether they lie like this.
/// </summary>
/// <param name="Element">The type of all fields.</param>
/// <param name="Fields">Their names, or those of the auto-properties that hide them, in the order of memory.</param>
internal sealed record StructLayout(ElementType Element, IReadOnlyList<string> Fields)
{
    /// <summary>Strides of more elements gain nothing in lanes.</summary>
    private const int MostFields = 4;

    /// <summary>Structs whose fields are private or missing in reference assemblies.</summary>
    private static readonly Dictionary<string, StructLayout> s_known = new()
    {
        ["System.Numerics.Complex"] = new(ElementType.Double, ["Real", "Imaginary"]),
    };

    public static StructLayout? Of(ITypeSymbol? type) => Obstacle(type) is null ? Read((INamedTypeSymbol)type!) : null;

    /// <summary>Why the fields aren't numbers side by side, in words that follow the type's name; null when they are.</summary>
    public static string? Obstacle(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { IsValueType: true, TypeKind: TypeKind.Struct } named || named.SpecialType != SpecialType.None)
        {
            return "isn't a struct";
        }

        if (s_known.ContainsKey(type.ToDisplayString()))
        {
            return null;
        }

        if (named.IsGenericType && !named.IsTupleType)
        {
            return "is generic";
        }

        if (!named.IsTupleType && named.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "InlineArrayAttribute" || IsLayout(attribute)))
        {
            return "has a layout of its own";
        }

        if (named.DeclaringSyntaxReferences.Length > 1)
        {
            return "is declared in several parts";
        }

        IFieldSymbol[] fields = FieldsOf(named);
        return fields.Length is < 2 or > MostFields ? $"has {fields.Length} field{(fields.Length == 1 ? "" : "s")} instead of 2 to {MostFields}"
            : fields.Any(field => field.IsFixedSizeBuffer || field.IsVolatile || !IsNumber(field.Type)) ? "has fields that aren't numbers"
            : fields.Any(field => field.Type.SpecialType != fields[0].Type.SpecialType) ? "has fields of different types"
            : null;
    }

    /// <summary>The place of the field that is read or written, counted from 0; null for other members.</summary>
    public int? IndexOf(IOperation member)
    {
        string? name = member switch
        {
            IFieldReferenceOperation { Field: var field } => NameOf(field),
            IPropertyReferenceOperation { Property: { IsIndexer: false } property } when Members.IsAutomatic(property) || s_known.ContainsValue(this) => property.Name,
            _ => null,
        };
        int index = name is null ? -1 : Fields.ToList().IndexOf(name);
        return index < 0 ? null : index;
    }

    private static StructLayout Read(INamedTypeSymbol type) => s_known.TryGetValue(type.ToDisplayString(), out StructLayout? known) ? known
        : FieldsOf(type) is var fields ? new StructLayout(TypeMap.Element(fields[0].Type), [.. fields.Select(NameOf)])
        : throw new InvalidOperationException();

    private static IFieldSymbol[] FieldsOf(INamedTypeSymbol type) => type.IsTupleType
        ? [.. type.TupleElements]
        : [.. type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst)];

    private static string NameOf(IFieldSymbol field) =>
        field.AssociatedSymbol is IPropertySymbol property ? property.Name : (field.CorrespondingTupleField ?? field).Name;

    private static bool IsNumber(ITypeSymbol type) => type.TypeKind != TypeKind.Enum && TypeMap.Element(type)
        is ElementType.SByte or ElementType.Byte or ElementType.Int16 or ElementType.UInt16 or ElementType.Int32 or ElementType.UInt32
        or ElementType.Int64 or ElementType.UInt64 or ElementType.Single or ElementType.Double;

    // Sequential without a size of its own is what a struct is anyway.
    private static bool IsLayout(AttributeData attribute) => attribute.AttributeClass?.Name == "StructLayoutAttribute"
        && !(attribute.ConstructorArguments is [{ Value: var kind }] && Convert.ToInt32(kind) == 0 && attribute.NamedArguments.IsEmpty);
}
