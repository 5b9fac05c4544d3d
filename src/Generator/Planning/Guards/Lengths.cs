using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>How many elements an object has, as a guard computes with it.</summary>
internal static class Lengths
{
    public static GuardSum Of(ArrayAccess access, int dimension) => access.Object.Kind == MemoryKind.Jagged && dimension == 1
        ? GuardSum.Of(RowLength(access.Object, access.Subscripts[0]))
        : Of(access.Object, dimension);

    public static GuardSum Of(MemoryObject item, int dimension)
    {
        string text = item.Kind switch
        {
            MemoryKind.MultiArray => $"{item.Name}.GetLength({dimension})",
            MemoryKind.List => item.Name + ".Count",
            _ => item.Name + ".Length",
        };
        return GuardSum.Of(new Atom(text, "(long)" + text, 0, int.MaxValue));
    }

    /// <summary>
    /// The length of the row that an iteration uses. It's no number before the region: a guard's comparison is decided when
    /// it cancels out, and needs a look at every row otherwise.
    /// </summary>
    public static Atom RowLength(MemoryObject item, Expression row)
    {
        string text = $"{item.Name}[{ExpressionPrinter.Print(row)}].Length";
        return new Atom(text, RowPrefix + text, 0, int.MaxValue);
    }

    public static bool IsRowLength(Atom atom) => atom.Wide.StartsWith(RowPrefix, StringComparison.Ordinal);

    private const string RowPrefix = "row ";
}
