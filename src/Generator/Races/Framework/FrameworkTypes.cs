using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Framework;

internal enum Sharing
{
    /// <summary>Not the framework's, or not known.</summary>
    Unknown,

    /// <summary>Immutable, or safe by design.</summary>
    Safe,

    /// <summary>Readers may share it as long as nobody changes it.</summary>
    Unsafe,
}

/// <summary>What the framework says of its types and threads.</summary>
internal static class FrameworkTypes
{
    private static readonly SymbolDisplayFormat s_format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
            genericsOptions: SymbolDisplayGenericsOptions.None);

    private static readonly HashSet<string> s_unsafe =
    [
        "System.Random", "System.Text.StringBuilder", "System.Collections.BitArray", "System.Collections.ArrayList", "System.Collections.Hashtable",
        "System.Collections.Queue", "System.Collections.Stack", "System.Collections.SortedList", "System.Collections.IEnumerator",
        "System.Data.DataTable", "System.Data.DataRowCollection", "System.Data.DataRow", "System.Data.DataSet", "System.Data.DataColumnCollection",
        "System.Diagnostics.Stopwatch", "System.Security.Cryptography.HashAlgorithm", "System.Security.Cryptography.IncrementalHash",
        "System.Security.Cryptography.SHA256", "System.Security.Cryptography.MD5", "System.Xml.XmlDocument", "System.Xml.XmlWriter",
        "System.Text.Json.Utf8JsonWriter", "System.Collections.Specialized.NameValueCollection", "System.Collections.Specialized.OrderedDictionary",
        "System.Net.Mail.SmtpClient", "System.Buffers.ArrayBufferWriter", "System.IO.BinaryWriter", "System.IO.BinaryReader",
    ];

    // Types whose subclasses are as unsafe as they are.
    private static readonly HashSet<string> s_unsafeBases = ["System.IO.Stream", "System.IO.TextWriter", "System.IO.TextReader", "System.Random",
        "System.Security.Cryptography.HashAlgorithm"];

    private static readonly HashSet<string> s_interfaces =
    [
        "System.Collections.Generic.IList", "System.Collections.Generic.ICollection", "System.Collections.Generic.IDictionary",
        "System.Collections.Generic.ISet", "System.Collections.IList", "System.Collections.IDictionary", "System.Collections.ICollection",
    ];

    // Members that leave the object as it is.
    private static readonly HashSet<string> s_readers = new(StringComparer.Ordinal)
    {
        "Count", "Length", "LongLength", "Capacity", "MaxCapacity", "Comparer", "Keys", "Values", "Item", "Chars", "this[]", "Contains",
            "ContainsKey", "ContainsValue",
        "TryGetValue", "GetEnumerator", "IndexOf", "LastIndexOf", "IndexOfKey", "IndexOfValue", "Find", "FindAll", "FindIndex", "FindLast",
            "FindLastIndex",
        "Exists", "TrueForAll", "BinarySearch", "ToArray", "CopyTo", "GetRange", "Slice", "ConvertAll", "Peek", "TryPeek", "First", "Last", "Min",
            "Max",
        "IsSubsetOf", "IsSupersetOf", "IsProperSubsetOf", "IsProperSupersetOf", "Overlaps", "SetEquals", "ToString", "Equals", "GetHashCode",
            "GetType",
        "Get", "AsReadOnly", "ForEach", "Clone", "HasAllSet", "HasAnySet", "Elapsed", "ElapsedMilliseconds", "ElapsedTicks", "IsRunning", "CanRead",
        "CanWrite", "CanSeek", "Position", "Encoding", "NewLine", "FormatProvider", "GetValueOrDefault", "GetKeyAtIndex", "GetValueAtIndex",
            "GetViewBetween",
        "Rows", "Columns", "TableName", "IsReadOnly", "IsFixedSize", "SyncRoot", "IsSynchronized", "Current", "UnorderedItems",
            "GetAlternateLookup", "TryGetNonEnumeratedCount",
    };

    // What awaits in them goes on where it has begun, one piece at a time.
    private static readonly HashSet<string> s_turns =
    [
        "System.Windows.Forms.Control", "System.Windows.Threading.DispatcherObject", "Microsoft.UI.Xaml.DependencyObject",
            "Windows.UI.Xaml.DependencyObject",
        "Microsoft.AspNetCore.Components.ComponentBase", "Microsoft.Maui.Controls.BindableObject", "Android.App.Activity", "Orleans.Grain",
            "Orleans.IGrain",
        "Orleans.Runtime.SystemTarget", "Orleans.Runtime.ISystemTargetBase", "Orleans.Runtime.IGrainExtension",
    ];

    /// <summary>Code of a window, a component or an actor: its asynchronous methods take turns.</summary>
    public static bool TakesTurns(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType ?? ancestor.ContainingType)
        {
            if (s_turns.Contains(NameOf(ancestor)) || ancestor.Interfaces.Any(one => s_turns.Contains(NameOf(one))
                || one.AllInterfaces.Any(other => s_turns.Contains(NameOf(other)))))
            {
                return true;
            }
        }

        return false;
    }

    public static string NameOf(ITypeSymbol? type) => type is null ? "" : type.OriginalDefinition.ToDisplayString(s_format);

    public static bool IsView(ITypeSymbol? type) => NameOf(type) is "System.Span" or "System.ReadOnlySpan" or "System.ArraySegment";

    /// <summary>Elements have places: different places are different memory.</summary>
    public static bool HasElements(ITypeSymbol? type) => type is IArrayTypeSymbol or IPointerTypeSymbol || IsView(type) || IsList(type)
        || NameOf(type) is "System.Memory" or "System.ReadOnlyMemory";

    public static bool IsList(ITypeSymbol? type) => NameOf(type) is "System.Collections.Generic.List" or "System.Collections.Generic.IList"
        or "System.Collections.Generic.IReadOnlyList" or "System.Collections.ArrayList" or "System.Collections.ObjectModel.Collection";

    public static bool IsQuery(ITypeSymbol? type) => NameOf(type) is "System.Linq.ParallelQuery" or "System.Linq.OrderedParallelQuery";

    public static bool IsDictionary(ITypeSymbol? type) => type is INamedTypeSymbol { TypeArguments.Length: 2 }
        && NameOf(type).EndsWith("Dictionary", StringComparison.Ordinal);

    /// <summary>No two items are equal: the keys of dictionaries, and sets.</summary>
    public static bool HasUniqueItems(ITypeSymbol? type) => IsDictionary(type)
        || NameOf(type) is "System.Collections.Generic.HashSet" or "System.Collections.Generic.ISet"
        or "System.Collections.Generic.IReadOnlySet" or "System.Collections.Generic.SortedSet"
            || NameOf(type).EndsWith("KeyCollection", StringComparison.Ordinal);

    public static ITypeSymbol? ItemType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        IPointerTypeSymbol pointer => pointer.PointedAtType,
        INamedTypeSymbol { TypeArguments: [var item] } => item,
        INamedTypeSymbol { TypeArguments: [var key, _] } dictionary => IsDictionary(dictionary) ? dictionary : key,
        _ => null,
    };

    public static ITypeSymbol? ValueType(ITypeSymbol? type) => type is INamedTypeSymbol { TypeArguments: [_, var value] } ? value : null;

    public static Sharing SharingOf(ITypeSymbol? type)
    {
        string name = NameOf(type);
        if (name.StartsWith("System.Collections.Concurrent.", StringComparison.Ordinal)
            || name.StartsWith("System.Collections.Immutable.", StringComparison.Ordinal)
            || name.StartsWith("System.Collections.Frozen.", StringComparison.Ordinal)
                || name.StartsWith("System.Threading.", StringComparison.Ordinal))
        {
            return name.EndsWith(".Builder", StringComparison.Ordinal) ? Sharing.Unsafe : Sharing.Safe;
        }

        if (s_unsafe.Contains(name) || s_interfaces.Contains(name)
            || (type?.TypeKind == TypeKind.Class && (name.StartsWith("System.Collections.Generic.", StringComparison.Ordinal)
                || name.StartsWith("System.Collections.ObjectModel.", StringComparison.Ordinal))
                && !name.EndsWith("Comparer", StringComparison.Ordinal))
            || (type?.TypeKind == TypeKind.Interface && name == "System.Collections.Generic.IEnumerator"))
        {
            return Sharing.Unsafe;
        }

        for (ITypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (s_unsafeBases.Contains(NameOf(ancestor)))
            {
                return Sharing.Unsafe;
            }
        }

        return name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("AutoPar.", StringComparison.Ordinal) ? Sharing.Safe
            : Sharing.Unknown;
    }

    /// <summary>An interface behind which a safe type may stand.</summary>
    public static bool IsOpen(ITypeSymbol? type) => type?.TypeKind == TypeKind.Interface;

    public static bool IsReader(IMethodSymbol method) => method.MethodKind != MethodKind.PropertySet
        && s_readers.Contains(method.AssociatedSymbol?.Name ?? method.Name);
}
