using System.Runtime.InteropServices;

namespace AutoPar.Runtime.Tests.Guards;

public class LoopGuardsTests
{
    private readonly int[] _memory = new int[16];

    [Theory]
    [InlineData(0, 4, 4, 4, true)]
    [InlineData(4, 4, 0, 4, true)]
    [InlineData(0, 5, 4, 4, false)]
    [InlineData(4, 4, 0, 5, false)]
    [InlineData(0, 16, 7, 1, false)]
    [InlineData(3, 4, 3, 4, false)]
    [InlineData(3, 0, 2, 4, true)]
    [InlineData(2, 4, 3, 0, true)]
    public void Disjoint_compares_ranges(int first, int firstLength, int second, int secondLength, bool expected)
    {
        Assert.Equal(expected, LoopGuards.Disjoint<int, int>(_memory.AsSpan(first, firstLength), _memory.AsSpan(second, secondLength)));
        Assert.Equal(expected, LoopGuards.Disjoint<byte, int>(MemoryMarshal.AsBytes(_memory.AsSpan(first, firstLength)), _memory.AsSpan(second, secondLength)));
    }

    [Fact]
    public void Memory_of_two_arrays_is_disjoint() => Assert.True(LoopGuards.Disjoint<int, long>(_memory, new long[16]));

    [Fact]
    public void The_same_start_is_enough_for_elements_of_one_size()
    {
        Assert.True(LoopGuards.SameOrDisjoint<int, int>(_memory.AsSpan(2, 3), _memory.AsSpan(2, 9)));
        Assert.True(LoopGuards.SameOrDisjoint<int, uint>(_memory, MemoryMarshal.Cast<int, uint>(_memory)));
        Assert.False(LoopGuards.SameOrDisjoint<int, int>(_memory.AsSpan(2, 3), _memory.AsSpan(3, 9)));
        Assert.False(LoopGuards.SameOrDisjoint<int, byte>(_memory, MemoryMarshal.AsBytes(_memory.AsSpan())));
        Assert.True(LoopGuards.SameOrDisjoint<int, int>(_memory.AsSpan(0, 3), _memory.AsSpan(3, 9)));
    }

    [Fact]
    public void A_variable_may_lie_inside()
    {
        int local = 0;
        Assert.True(LoopGuards.IsOutside<int, int>(in local, _memory));
        Assert.False(LoopGuards.IsOutside<int, int>(in _memory[0], _memory));
        Assert.False(LoopGuards.IsOutside<int, int>(in _memory[15], _memory));
        Assert.True(LoopGuards.IsOutside<int, int>(in _memory[15], _memory.AsSpan(0, 15)));
        Assert.False(LoopGuards.IsOutside(in _memory[3], new[] { new int[2], _memory }));
        Assert.True(LoopGuards.IsOutside(in _memory[3], new[] { new int[2], null! }));
    }

    [Fact]
    public void Elements_of_any_rank()
    {
        int[,] grid = new int[2, 3];
        Assert.Equal(6, LoopGuards.Elements<int>(grid).Length);
        Assert.False(LoopGuards.IsOutside(in grid[1, 2], LoopGuards.Elements<int>(grid)));
        Assert.True(LoopGuards.IsOutside(in _memory[0], LoopGuards.Elements<int>(grid)));
    }

    [Fact]
    public void Rows_exist_and_are_long_enough()
    {
        int[]?[] rows = [new int[3], new int[2], null, new int[5]];
        Assert.True(LoopGuards.RowsHave(rows, 0, 1, 2));
        Assert.False(LoopGuards.RowsHave(rows, 0, 1, 3));
        Assert.False(LoopGuards.RowsHave(rows, 1, 2, 0));
        Assert.False(LoopGuards.RowsHave(rows, -1, 1, 0));
        Assert.False(LoopGuards.RowsHave(rows, 3, 4, 0));
        Assert.True(LoopGuards.RowsHave(rows, 3, 2, 100));
    }

    [Fact]
    public void Rows_differ_as_objects()
    {
        int[] shared = new int[2];
        int[]?[] rows = [shared, new int[2], null, null, shared];
        Assert.True(LoopGuards.RowsDiffer(rows, 0, 3));
        Assert.False(LoopGuards.RowsDiffer(rows, 0, 4));
        Assert.True(LoopGuards.RowsDiffer(rows, 1, 4));
        Assert.False(LoopGuards.RowsDiffer(rows, 0, 5));
        Assert.False(LoopGuards.Disjoint<int, int>(rows, [new int[1], shared]));
        Assert.True(LoopGuards.Disjoint<int, int>(rows, [new int[1], null]));
    }
}
