using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoPar.EndToEnd;

/// <summary>A span as an argument that can be boxed: a window of an array, at any byte offset.</summary>
public abstract class SpanArgument(Array memory, int byteOffset, int length)
{
    /// <summary>The array that the window lies in; several windows may share it.</summary>
    public Array Memory => memory;

    public int ByteOffset => byteOffset;

    public int Length => length;
}

public sealed class SpanArgument<T>(Array memory, int byteOffset, int length) : SpanArgument(memory, byteOffset, length)
{
    public Span<T> Span => MemoryMarshal.CreateSpan(
        ref Unsafe.As<byte, T>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Memory), ByteOffset)), Length);
}

/// <summary>A <c>ref</c>, <c>in</c> or <c>out</c> argument: a place of its own, or an element of an array.</summary>
public abstract class ReferenceArgument
{
    public abstract Array Memory { get; }
}

public sealed class ReferenceArgument<T>(T[] memory, int index) : ReferenceArgument
{
    public override Array Memory => memory;

    public ref T Value => ref memory[index];
}
