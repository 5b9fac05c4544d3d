using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>Loads and stores of a vector's lanes: contiguous, reversed or strided, with or without a mask.</summary>
internal sealed class LaneAccess(LaneScope scope)
{
    public const string Memory = "global::AutoPar.Runtime.VectorMemory.";
    private readonly LanePlace _places = new(scope);

    /// <summary>The elements as they lie in memory, bool as bytes.</summary>
    public string Load(ArrayAccess access)
    {
        LaneType type = scope.Type(access.Object.Element);
        Location place = Place(access);
        long? stride = TotalStride(access);
        string mask = scope.Mask is { } active && !scope.IsInBounds(access) ? ", " + As(active, type) : "";
        if (stride == 1)
        {
            return mask.Length > 0 ? $"{Memory}LoadMasked{(type.IsHalf ? "Half" : "")}({place}{mask})"
                : type.IsHalf ? $"{Memory}LoadHalf({place})"
                : $"{type.Class}.LoadUnsafe({place.Reference}, (nuint){KernelText.Operand(place.Index)})";
        }

        return stride == -1 && mask.Length == 0
            ? $"{Memory}LoadReversed{type.Suffix}({place})"
            : $"{Memory}LoadStrided{type.Suffix}({place}, {Stride(access)}{mask})";
    }

    /// <summary>
    /// One element of a rectangular array that a guard has shown to be in range, without the tests that C# makes for each dimension; null where
    /// C#'s own access does.
    /// </summary>
    public string? Element(ArrayAccess access) => access.Object is { Kind: MemoryKind.MultiArray, Element: not (ElementType.Boolean or ElementType.Char) }
        && scope.IsInBounds(access) ? $"global::System.Runtime.CompilerServices.Unsafe.Add({Place(access)})" : null;

    /// <summary>The statement that stores <paramref name="value"/>.</summary>
    public string Store(ArrayAccess access, string value)
    {
        LaneType type = scope.Type(access.Object.Element);
        Location place = Place(access);
        long? stride = TotalStride(access);
        string mask = scope.Mask is { } active ? ", " + As(active, type) : "";
        value = LaneScope.Strip(value);
        if (stride == 1)
        {
            return mask.Length > 0 ? $"{Memory}StoreMasked{(type.IsHalf ? "Half" : "")}({value}, {place}{mask});"
                : type.IsHalf ? $"{Memory}StoreHalf({value}, {place});"
                : $"{type.Class}.StoreUnsafe({value}, {place.Reference}, (nuint){KernelText.Operand(place.Index)});";
        }

        return stride == -1 && mask.Length == 0
            ? $"{Memory}StoreReversed{type.Suffix}({value}, {place});"
            : $"{Memory}StoreStrided{type.Suffix}({value}, {place}, {Stride(access)}{mask});";
    }

    public bool CanInterleave(ArrayAccess first) => scope.Mask is null && scope.Type(first.Object.Element) is var type
        && (first.Object.Element.Size() < 4 ? !type.IsHalf : type.Bits == 512);

    /// <summary>The statement that stores values to elements side by side, from the first one's place on.</summary>
    public string StoreInterleaved(ArrayAccess first, IEnumerable<string> values) =>
        $"{Memory}StoreInterleaved{(first.Object.Element.Size() < 4 ? "Bytes" : "")}("
        + $"{string.Join(", ", values.Select(LaneScope.Strip))}, {Place(first)});";

    /// <summary>The statement that loads elements side by side, from the first one's place on.</summary>
    public string LoadInterleaved(ArrayAccess first, IEnumerable<string> targets) =>
        $"{Memory}LoadInterleaved({Place(first)}, {string.Join(", ", targets.Select(target => $"out {target}"))});";

    /// <summary>The mask as a vector of the type that it selects.</summary>
    public string As(LaneMask mask, LaneType type)
    {
        string text = LaneConversion.Mask(mask, type.Element.Size(), scope.Lanes);
        return type.Keyword == LaneMask.Element(type.Element.Size()).Keyword() ? text : $"{type.Class}.As{type.Name}({text})";
    }

    /// <summary>Elements from one lane to the next when that is a constant; null when it isn't known.</summary>
    public long? TotalStride(ArrayAccess access)
    {
        IReadOnlyList<Expression> subscripts = access.Subscripts;
        bool leadingUniform = subscripts.Take(subscripts.Count - 1).All(scope.Variables.IsUniform);
        return leadingUniform ? Strides.ConstantOf(scope.Variables.Stride(subscripts[subscripts.Count - 1])) : null;
    }

    private string Stride(ArrayAccess access) => TotalStride(access) is { } constant
        ? constant.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : scope.Hoist(access.Object.Name + "Stride", "nint", Noted(access, RuntimeStride(access)));

    // A stride of its own, not that of a column.
    private string Noted(ArrayAccess access, string stride)
    {
        if (access.Object.Rank == 1)
        {
            scope.SymbolicStrides.Add(stride);
        }

        return stride;
    }

    // A column, with a stride in each subscript, or a stride that is known at run time.
    private string RuntimeStride(ArrayAccess access)
    {
        IReadOnlyList<string> extents = Extents(access.Object);
        string text = "";
        for (int position = 0; position < access.Subscripts.Count; position++)
        {
            Expression stride = scope.Variables.Stride(access.Subscripts[position]) ?? Strides.Zero;
            string own = Strides.ConstantOf(stride) is { } constant
                ? constant.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : LanePlace.Stride(stride, access.Subscripts[position].Type);
            text = position == 0 ? own : $"{KernelText.Operand(text)} * {extents[position]} + {KernelText.Operand(own)}";
        }

        return text;
    }

    /// <summary><c>ref xRef, i0 + 1</c>: the first element of the object or row, and the place of lane 0.</summary>
    private Location Place(ArrayAccess access)
    {
        MemoryObject item = access.Object;
        string last = _places.Subscript(access, access.Subscripts[access.Subscripts.Count - 1]);
        switch (item.Kind)
        {
            case MemoryKind.Jagged:
                return new Location("ref " + Row(access), last);
            case MemoryKind.MultiArray:
                return new Location("ref " + Reference(item), $"{Leading(access)} + {KernelText.Operand(last)}");
            default:
                return new Location("ref " + Reference(item), last);
        }
    }

    /// <summary>The reference to the first element.</summary>
    public string Reference(MemoryObject item)
    {
        string type = scope.Type(item.Element).Keyword;
        return scope.Hoist(item.Name + "Ref", $"ref {type}", "ref " + Cast(item, $"{Memory}Reference({item.Name})"));
    }

    private string Row(ArrayAccess access)
    {
        MemoryObject item = access.Object;
        Expression row = access.Subscripts[0];
        string text = Cast(item, $"{Memory}Reference({item.Name}[{ExpressionPrinter.Print(row)}])");
        return scope.IsInvariant(row) && scope.IsInBounds(access)
            ? scope.Hoist(item.Name + "Row", $"ref {scope.Type(item.Element).Keyword}", "ref " + text)
            : text;
    }

    private string Cast(MemoryObject item, string reference)
    {
        string keyword = scope.Type(item.Element).Keyword;
        return item.ElementTypeText == keyword
            ? reference
            : $"global::System.Runtime.CompilerServices.Unsafe.As<{item.ElementTypeText}, {keyword}>(ref {reference})";
    }

    /// <summary>The place of the row's first element in a rectangular array.</summary>
    private string Leading(ArrayAccess access)
    {
        IReadOnlyList<string> extents = Extents(access.Object);
        string text = KernelText.Operand(_places.Subscript(access, access.Subscripts[0]));
        for (int position = 1; position < access.Subscripts.Count; position++)
        {
            text = position == access.Subscripts.Count - 1
                ? $"{text} * {extents[position]}"
                : $"({text} * {extents[position]} + {KernelText.Operand(_places.Subscript(access, access.Subscripts[position]))})";
        }

        return access.Subscripts.Take(access.Subscripts.Count - 1).All(scope.IsInvariant)
            ? scope.Hoist(access.Object.Name + "Row", "nint", text)
            : text;
    }

    private IReadOnlyList<string> Extents(MemoryObject item) =>
        [.. Enumerable.Range(0, item.Rank).Select(dimension => dimension == 0
            ? ""
            : scope.Hoist($"{item.Name}Extent{dimension}", "nint", $"{item.Name}?.GetLength({dimension}) ?? 0"))];

    private readonly record struct Location(string Reference, string Index)
    {
        public override string ToString() => $"{Reference}, {Index}";
    }
}
