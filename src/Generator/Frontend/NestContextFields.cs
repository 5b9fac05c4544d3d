using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <summary>Arrays of structs, seen as arrays of their fields.</summary>
internal sealed partial class NestContext
{
    private readonly Dictionary<int, MemoryObject> _fields = [];

    /// <summary>Whether fields of elements are elements themselves. Not where a statement that isn't lowered may use the structs as a whole.</summary>
    public bool SeesFields { get; private init; } = true;

    /// <summary>The same nest, with the elements of arrays as a whole.</summary>
    public NestContext WithoutFields() => new(Method, _rootOperation) { SeesFields = false, InlinesLoops = InlinesLoops };

    public bool HasFields => _fields.Count > 0;

    /// <summary>The fields of all structs of an array, list or span, one after the other.</summary>
    public MemoryObject FieldsOf(MemoryObject structs, INamedTypeSymbol type, StructLayout layout)
    {
        if (_fields.TryGetValue(structs.Id, out MemoryObject? known))
        {
            return known;
        }

        const string Runtime = "global::AutoPar.Runtime.StructFields.";
        string number = layout.Element.Keyword();
        string types = $"<{structs.ElementTypeText}, {number}>";
        bool isReadOnly = structs.Kind == MemoryKind.ReadOnlySpan;
        MemoryObject created = new(
            Method.NextId(), Names.Unique(structs.Name.TrimStart('@') + "Fields"), isReadOnly ? MemoryKind.ReadOnlySpan : MemoryKind.Span, layout.Element,
            $"global::System.{(isReadOnly ? "ReadOnlySpan" : "Span")}<{number}>", number,
            $"{Runtime}Of{types}({structs.AccessText}, {Runtime}Numbered{types}({layout.Fields.Count}) is {{ {Pattern(type, layout)} }})",
            structs.Origin == MemoryOrigin.FreshLocal ? MemoryOrigin.Local : structs.Origin, 1, structs.NoAlias)
        {
            Structs = structs,
        };
        _fields.Add(structs.Id, created);
        _allObjects.Add(created);
        return created;
    }

    /// <summary>Fields that hold 1, 2, …; those that have a name here.</summary>
    private string Pattern(INamedTypeSymbol type, StructLayout layout) => string.Join(", ", layout.Fields
        .Select((name, index) => (Name: name, Number: index + 1))
        .Where(field => type.GetMembers(field.Name).Any(member => (member is IPropertySymbol property ? property.GetMethod : member) is { } read
            && Method.Model.Compilation.IsSymbolAccessibleWithin(read, Method.Method.ContainingType)))
        .Select(field => $"{SignatureReader.Identifier(field.Name)}: {field.Number}"));

    /// <summary>A local or parameter that the nest doesn't assign.</summary>
    public bool IsSteady(Variable variable) => variable.Kind is VariableKind.Local or VariableKind.Parameter
        && _variables.Any(pair => pair.Value.Id == variable.Id && !_written.Contains(pair.Key) && !Method.Uses.IsAliased(pair.Key) && !IsDeclaredInside(pair.Key));
}
