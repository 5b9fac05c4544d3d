using AutoPar.Generator.Analysis;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>Loops that pack, on threads.</summary>
internal static class CursorText
{
    /// <summary>
    /// C# that says whether a cursor might come to one place twice: it starts before the object, or could get past all unsigned
    /// numbers of its type.
    /// </summary>
    public static string MayWrap(RegionPlan region, string trips)
    {
        Cursor[] cursors = [.. region.Roles.OfType<Cursor>()];
        long last = Cursors.Accesses(region.Root, cursors.Select(cursor => cursor.Variable.Id)).Max(access => Cursors.OffsetOf(access.Subscripts[0]));
        long most = (int.MaxValue - last) / cursors.Max(cursor => cursor.Amount);
        return $"{trips} > {(most == int.MaxValue ? "int.MaxValue" : most.ToString(System.Globalization.CultureInfo.InvariantCulture))}"
            + string.Concat(cursors.Select(cursor => " || " + MayStartOutside(region.Root, cursor.Variable.Id)));
    }

    /// <summary>
    /// Without lanes the loop as written is faster than the kernel, so that a fork which isn't worth its cost runs nothing. Not where
    /// a float sum's order is that of the blocks, or somebody may cancel.
    /// </summary>
    public static bool LeavesToText(RegionPlan region) =>
        region is { Vector: null, ScansInBlocks: false, Token: null } && region.Roles.Any(role => role is Cursor);

    public static void WriteDecision(CodeWriter code, RegionPlan region, string trips, string schedule)
    {
        using (code.Block($"if (!global::AutoPar.Runtime.LoopDriver.IsWorthScanning({trips}, {ScanText.Nanoseconds(region)}, in {schedule}))"))
        {
            code.Line("// as written");
            code.Line($"return {RegionNames.Kernel(region)}(0, 0{RegionMembers.Arguments(region)}{ScanText.HandedOn(region)});");
        }

        code.Line();
    }

    private static string MayStartOutside(Loop root, int cursor)
    {
        Expression first = Cursors.Accesses(root, [cursor]).Select(access => access.Subscripts[0]).OrderBy(Cursors.OffsetOf).First();
        return Cursors.OffsetOf(first) > 0 ? $"unchecked{CursorPlace.Of(first)} < 0" : $"{CursorPlace.Of(first)} < 0";
    }
}
