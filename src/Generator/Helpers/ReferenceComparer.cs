using System.Runtime.CompilerServices;

namespace AutoPar.Generator.Helpers;

/// <summary>Tells statements and blocks apart by where they stand, not by what they say.</summary>
internal sealed class ReferenceComparer : IEqualityComparer<object>
{
    public static ReferenceComparer Instance { get; } = new();

    bool IEqualityComparer<object>.Equals(object? one, object? other) => ReferenceEquals(one, other);

    int IEqualityComparer<object>.GetHashCode(object value) => RuntimeHelpers.GetHashCode(value);
}
