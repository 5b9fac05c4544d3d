using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// The types that a method generic in a number is copied for: those whose arithmetic C# does in the type itself, as their
/// operators in System.Numerics do. A byte's sum is an int as C# writes it and a byte as System.Numerics does.
/// </summary>
/// <param name="Suffix">Of a literal.</param>
internal sealed record SpecializableType(SpecialType Type, string Keyword, string Name, string Suffix)
{
    public static IReadOnlyList<SpecializableType> All { get; } =
    [
        new(SpecialType.System_Double, "double", "Double", "d"),
        new(SpecialType.System_Single, "float", "Float", "f"),
        new(SpecialType.System_Int32, "int", "Int", ""),
        new(SpecialType.System_Int64, "long", "Long", "L"),
        new(SpecialType.System_UInt32, "uint", "UInt", "u"),
        new(SpecialType.System_UInt64, "ulong", "ULong", "ul"),
    ];

    /// <summary>Those that a type parameter may stand for; none when nothing says that it's a number.</summary>
    public static IEnumerable<SpecializableType> For(ITypeParameterSymbol parameter, Compilation compilation)
    {
        bool isNumber = parameter.ConstraintTypes.Any(IsOfNumerics);
        return !isNumber || parameter.HasReferenceTypeConstraint
            ? []
            : All.Where(type => parameter.ConstraintTypes.All(constraint => Satisfies(compilation.GetSpecialType(type.Type), parameter, constraint)));
    }

    /// <summary>The numbers that every primitive has, though not under a name that C# can say: as literals.</summary>
    public string? Literal(ISymbol? symbol) => symbol is IPropertySymbol { IsStatic: true } property && IsOfNumerics(property.ContainingType)
        ? Number(property.Name) switch
        {
            { } number and >= 0 => number + Suffix,
            { } number => $"({number}{Suffix})",
            null => null,
        }
        : null;

    public static int? Number(string property) => property switch
    {
        "Zero" or "AdditiveIdentity" => 0,
        "One" or "MultiplicativeIdentity" => 1,
        "NegativeOne" => -1,
        _ => null,
    };

    public static bool IsOfNumerics(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Interface } named && TypeMap.NamespaceOf(named) == "System.Numerics";

    private static bool Satisfies(INamedTypeSymbol type, ITypeParameterSymbol parameter, ITypeSymbol constraint)
    {
        TypeSubstitution substitution = new(parameter, type);
        return constraint is INamedTypeSymbol { TypeKind: TypeKind.Interface }
            && type.AllInterfaces.Any(implemented => substitution.Maps(constraint, implemented));
    }
}
