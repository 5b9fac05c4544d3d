using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>Tests that objects are different, or that their memory is.</summary>
internal sealed class AliasTests(GuardConditions conditions, BoundsTests bounds, RegionPlan region)
{
    private const string Guards = "global::AutoPar.Runtime.LoopGuards";

    public void RequireDifferent(MemoryObject first, MemoryObject second)
    {
        if (IsReference(first) && IsReference(second) && first.Kind != MemoryKind.Jagged && second.Kind != MemoryKind.Jagged)
        {
            // Through object: an int[] may be a uint[] in disguise, which the types would deny.
            conditions.RequireText($"(object){first.Name} != (object){second.Name}");
        }
        else if (IsAppended(first) && Memory(second) is { } memory)
        {
            conditions.RequireText($"{Guards}.IsApart<{first.ElementTypeText}, {second.ElementTypeText}>({first.Name}, {memory})");
        }
        else if (Memory(first) is { } one && Memory(second) is { } other)
        {
            conditions.RequireText($"{Guards}.Disjoint({one}, {other})");
        }
        else
        {
            conditions.Fail();
        }
    }

    public void RequireSameOrDisjoint(MemoryObject first, MemoryObject second)
    {
        if (Memory(first) is { } one && Memory(second) is { } other)
        {
            // What is compared of a pointer begins with the first element that is accessed, which isn't where the pointer points.
            conditions.RequireText((first.Kind == MemoryKind.Pointer, second.Kind == MemoryKind.Pointer) switch
            {
                (true, true) => $"((void*){first.Name} == (void*){second.Name} || {Guards}.Disjoint({one}, {other}))",
                (false, false) => $"{Guards}.SameOrDisjoint({one}, {other})",
                _ => $"{Guards}.Disjoint({one}, {other})",
            });
        }
        else
        {
            conditions.Fail();
        }
    }

    public void RequireOutside(string reference, MemoryObject item)
    {
        if (IsAppended(item))
        {
            conditions.RequireText($"{Guards}.IsOutside(in {reference}, {item.Name})");
        }
        else if (Memory(item) is { } memory)
        {
            conditions.RequireText($"{Guards}.IsOutside(in {reference}, {memory})");
        }
        else
        {
            conditions.Fail();
        }
    }

    public void RequireDifferentRows(MemoryObject item)
    {
        List<string> first = [];
        List<string> last = [];
        foreach (ArrayAccess access in BodyPosition.Accesses(region.Root.Body).Where(access => access.Object.Id == item.Id))
        {
            if (bounds.Ends(access, 0, most: false) is not { } least || bounds.Ends(access, 0, most: true) is not { } most)
            {
                conditions.Fail();
                return;
            }

            first.AddRange(least.Select(end => end.Int64));
            last.AddRange(most.Select(end => end.Int64));
        }

        conditions.RequireText($"{Guards}.RowsDiffer({item.Name}, {Extreme("Min", first)}, {Extreme("Max", last)})");
    }

    /// <summary>The object's elements as what the runtime compares; null for what has no extent that a guard knows.</summary>
    private string? Memory(MemoryObject item) => item.Kind switch
    {
        MemoryKind.Array => $"new global::System.ReadOnlySpan<{item.ElementTypeText}>({item.Name})",
        MemoryKind.Span => $"(global::System.ReadOnlySpan<{item.ElementTypeText}>){item.Name}",
        MemoryKind.ReadOnlySpan => item.Name,
        MemoryKind.List => $"(global::System.ReadOnlySpan<{item.ElementTypeText}>)global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan({item.Name})",
        MemoryKind.MultiArray => MultiArrayMemory(item),
        MemoryKind.Jagged => item.Name,
        MemoryKind.Pointer => PointerMemory(item),
        _ => null,
    };

    private string? PointerMemory(MemoryObject item)
    {
        List<string> first = [];
        List<string> last = [];
        foreach (ArrayAccess access in BodyPosition.Accesses(region.Root.Body).Where(access => access.Object.Id == item.Id))
        {
            if (bounds.Ends(access, 0, most: false) is not { } least || bounds.Ends(access, 0, most: true) is not { } most)
            {
                return null;
            }

            first.AddRange(least.Select(end => end.Int64));
            last.AddRange(most.Select(end => end.Int64));
        }

        (string start, string end) = (Extreme("Min", first), Extreme("Max", last));
        conditions.RequireText($"{end} - {start} < int.MaxValue");
        return $"{Guards}.Elements({item.Name}, {start}, {end})";
    }

    // More elements than a span can hold aren't compared.
    private string MultiArrayMemory(MemoryObject item)
    {
        conditions.RequireNotNull(item);
        conditions.RequireText($"{item.Name}.LongLength <= int.MaxValue");
        return $"{Guards}.Elements<{item.ElementTypeText}>({item.Name})";
    }

    /// <summary>The loop may write to memory at its end, too.</summary>
    private bool IsAppended(MemoryObject item) => region.Appended.Any(list => list.Id == item.Id);

    private static string Extreme(string which, List<string> values) =>
        values.Distinct().Aggregate((one, other) => $"global::System.Math.{which}({one}, {other})");

    private static bool IsReference(MemoryObject item) => item.Kind is MemoryKind.Array or MemoryKind.MultiArray or MemoryKind.Jagged or MemoryKind.List;
}
