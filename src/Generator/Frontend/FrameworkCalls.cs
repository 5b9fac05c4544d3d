using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

internal enum FrameworkCall
{
    Unknown,

    /// <summary>No effect that another thread could see, and no state of its own.</summary>
    Pure,

    /// <summary>A member of an object that isn't safe to share between threads.</summary>
    Unsafe,

    /// <summary>Safe between threads, but the order of calls shows in the result.</summary>
    OrderVisible,
}

/// <summary>What is known of the framework's methods. Whatever isn't listed is unknown.</summary>
internal static class FrameworkCalls
{
    private static readonly SymbolDisplayFormat s_nameFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    // Static classes and immutable types all of whose members are pure.
    private static readonly HashSet<string> s_pureTypes =
    [
        "System.Math", "System.MathF", "System.Numerics.BitOperations", "System.Numerics.Complex", "System.Numerics.BigInteger",
        "System.Decimal", "System.Boolean", "System.Char", "System.SByte", "System.Byte", "System.Int16", "System.UInt16", "System.Int32",
        "System.UInt32", "System.Int64", "System.UInt64", "System.IntPtr", "System.UIntPtr", "System.Single", "System.Double", "System.Half",
        "System.Int128", "System.UInt128", "System.TimeSpan", "System.DateOnly", "System.TimeOnly", "System.Index", "System.Range",
        "System.BitConverter", "System.HashCode", "System.Numerics.Vector2", "System.Numerics.Vector3", "System.Numerics.Vector4",
        "System.Numerics.Quaternion", "System.Numerics.Matrix3x2", "System.Numerics.Matrix4x4", "System.Nullable<T>",
        "AutoPar.ParallelRandom",
    ];

    // Pure but for the members named.
    private static readonly Dictionary<string, string[]> s_mostlyPure = new()
    {
        ["System.String"] = ["Intern", "CopyTo", "TryCopyTo", "Create", "Join", "Concat", "Format", "GetEnumerator"],
        ["System.DateTime"] = ["Now", "UtcNow", "Today"],
        ["System.DateTimeOffset"] = ["Now", "UtcNow"],
        ["System.Guid"] = ["NewGuid", "CreateVersion7", "TryWriteBytes"],
    };

    // Their instances keep state without locks.
    private static readonly HashSet<string> s_unsafe =
    [
        "System.Random", "System.Text.StringBuilder", "System.IO.TextWriter", "System.IO.StreamWriter", "System.IO.StringWriter",
        "System.IO.Stream", "System.IO.FileStream", "System.IO.MemoryStream", "System.IO.BinaryWriter", "System.IO.BinaryReader",
        "System.IO.TextReader", "System.IO.StreamReader", "System.Collections.BitArray", "System.Collections.ArrayList",
        "System.Diagnostics.Stopwatch",
    ];

    // Those of them that are nothing but their state.
    private static readonly HashSet<string> s_ownState =
    [
        "System.Random", "System.Text.StringBuilder", "System.IO.StringWriter", "System.IO.MemoryStream", "System.Collections.BitArray", "System.Collections.ArrayList",
    ];

    private static readonly HashSet<string> s_readers =
    [
        "BinarySearch", "Comparer", "Contains", "ContainsKey", "ContainsValue", "Count", "IndexOf", "Keys", "LastIndexOf", "Max", "Min", "Peek", "this[]",
        "ToArray", "TryGetValue", "TryPeek", "Values",
    ];

    private static readonly HashSet<string> s_orderVisible =
    [
        "System.Console", "System.Threading.Interlocked", "System.Threading.Volatile", "System.Threading.Monitor",
        "System.Environment", "System.GC", "System.Diagnostics.Debug", "System.Diagnostics.Trace",
    ];

    private static readonly HashSet<string> s_pureConstructors =
    [
        "System.String", "System.Decimal", "System.DateTime", "System.TimeSpan", "System.Guid", "System.Object", "System.Numerics.Complex",
        "System.Numerics.Vector2", "System.Numerics.Vector3", "System.Numerics.Vector4", "System.Numerics.BigInteger", "System.DateOnly",
        "System.TimeOnly", "System.Half", "System.Int128", "System.UInt128", "System.Nullable<T>",
    ];

    public static FrameworkCall Classify(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type || method.Parameters.Any(parameter => parameter.RefKind == RefKind.Ref || parameter.Type.TypeKind == TypeKind.Delegate))
        {
            return method.ContainingType is { } owner && s_orderVisible.Contains(FullName(owner)) ? FrameworkCall.OrderVisible : FrameworkCall.Unknown;
        }

        string name = FullName(type);
        string member = method.AssociatedSymbol?.Name ?? method.Name;
        if (s_orderVisible.Contains(name))
        {
            return FrameworkCall.OrderVisible;
        }

        if (s_unsafe.Contains(name) && !method.IsStatic || name == "System.Random")
        {
            return FrameworkCall.Unsafe;
        }

        if (name.StartsWith("System.Collections.Generic.", StringComparison.Ordinal) && type.TypeKind == TypeKind.Class)
        {
            return FrameworkCall.Unsafe;
        }

        if (method.IsStatic && (name, member) is ("System.Globalization.CultureInfo", "InvariantCulture") or ("System.Globalization.NumberFormatInfo", "InvariantInfo"))
        {
            return FrameworkCall.Pure;
        }

        if ((name, member) is ("System.Threading.CancellationToken", "ThrowIfCancellationRequested" or "IsCancellationRequested" or "CanBeCanceled" or "None"))
        {
            return FrameworkCall.Pure;
        }

        // HashCode.Add and the setters of vectors change the struct itself.
        if (!method.IsStatic && type.IsValueType && !method.IsReadOnly)
        {
            return FrameworkCall.Unknown;
        }

        // Text and comparison of other types may run the user's code.
        bool takesOnlyPlain = method.Parameters.All(parameter => IsPlain(parameter.Type));
        if (s_pureTypes.Contains(name))
        {
            return takesOnlyPlain && method.MethodKind != MethodKind.Constructor ? FrameworkCall.Pure : FrameworkCall.Unknown;
        }

        if (s_mostlyPure.TryGetValue(name, out string[]? exceptions))
        {
            return takesOnlyPlain && (!exceptions.Contains(member) || (member is "Concat" or "Join" && AreStrings(method))) ? FrameworkCall.Pure : FrameworkCall.Unknown;
        }

        return name == "System.Convert" && takesOnlyPlain && !method.Name.Contains("Base64") && !method.Name.Contains("Hex")
            ? FrameworkCall.Pure
            : name == "System.Enum" && method.Name is "HasFlag" or "IsDefined" ? FrameworkCall.Pure : FrameworkCall.Unknown;
    }

    public static bool IsPureConstructor(IMethodSymbol constructor) =>
        MakesOwnState(constructor)
        || ((s_pureConstructors.Contains(FullName(constructor.ContainingType)) || IsFrameworkException(constructor.ContainingType))
            && constructor.Parameters.All(parameter => IsPlain(parameter.Type)));

    /// <summary>
    /// It reads a dictionary or set by plain keys, and changes nothing: several threads may at once. What its comparer does is known only when it
    /// is the framework's.
    /// </summary>
    public static bool IsLookup(IMethodSymbol method) => (FullName(method.ContainingType), method.AssociatedSymbol?.Name ?? method.Name) switch
    {
        ("System.Collections.Generic.Dictionary<TKey, TValue>", "TryGetValue" or "ContainsKey" or "this[]" or "Count") => method.MethodKind != MethodKind.PropertySet,
        ("System.Collections.Generic.HashSet<T>", "Contains" or "Count") => true,
        _ => false,
    } && IsPlain(method.ContainingType.TypeArguments[0]);

    /// <summary>A member of a collection that leaves it as it is.</summary>
    public static bool IsReader(IMethodSymbol method) => method.MethodKind != MethodKind.PropertySet
        && FullName(method.ContainingType).StartsWith("System.Collections.Generic.", StringComparison.Ordinal)
        && s_readers.Contains(method.AssociatedSymbol?.Name ?? method.Name);

    /// <summary>The new object has state of its own, and nothing else: not the collection or the comparer that it was made from.</summary>
    public static bool MakesOwnState(IMethodSymbol constructor) =>
        constructor.MethodKind == MethodKind.Constructor && constructor.Parameters.All(parameter => IsPlain(parameter.Type))
        && (s_ownState.Contains(FullName(constructor.ContainingType))
            || (constructor.ContainingType.TypeKind == TypeKind.Class && FullName(constructor.ContainingType).StartsWith("System.Collections.Generic.", StringComparison.Ordinal)));

    // Numbers, strings and the like; format providers and cultures are read only. No arrays, spans or delegates.
    public static bool IsPlain(ITypeSymbol type) =>
        TypeMap.Element(type) != Ir.ElementType.Other || type.SpecialType is SpecialType.System_String or SpecialType.System_Decimal or SpecialType.System_DateTime
        || type is INamedTypeSymbol named
            && ((s_pureTypes.Contains(FullName(named)) && named.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T) || s_mostlyPure.ContainsKey(FullName(named))
                || FullName(named) is "System.IFormatProvider" or "System.Globalization.CultureInfo" or "System.Exception"
                || (named.TypeKind == TypeKind.Struct && named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && IsPlain(named.TypeArguments[0])));

    private static bool AreStrings(IMethodSymbol method) => method.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_String);

    private static bool IsFrameworkException(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (FullName(ancestor) == "System.Exception")
            {
                return FullName(type).StartsWith("System.", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static string FullName(INamedTypeSymbol type) => type.OriginalDefinition.ToDisplayString(s_nameFormat);
}
