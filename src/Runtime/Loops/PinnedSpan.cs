using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoPar.Runtime;

/// <summary>A pinned span as a field of a loop's body, which can't hold a <see cref="Span{T}"/>.</summary>
public struct PinnedSpan<T>
    where T : unmanaged
{
    /// <summary>Address of the first element, valid while the loop runs.</summary>
    public nint Address;

    /// <summary>Number of elements.</summary>
    public int Length;

    /// <summary>The span again.</summary>
    public readonly unsafe Span<T> Span => MemoryMarshal.CreateSpan(ref Unsafe.AsRef<T>((void*)Address), Length);
}
