using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;

namespace AutoPar.Generator.Races.Report;

/// <summary>What mends a race by a redesign, in words: no edit of one place does.</summary>
internal static class Remedy
{
    /// <summary>Elements that are computed from neighbours on both sides have no order in which the new ones could take their place.</summary>
    public static string Of(Access write, IEnumerable<Access> all)
    {
        AffineForm[][] distances = [.. all
            .Where(read => !read.IsWrite && read.Frame == write.Frame && read.Location.Key == write.Location.Key)
            .Select(read => Distance(read.Location, write.Location))
            .OfType<AffineForm[]>()
            .Where(distance => distance.Any(part => !part.Equals(AffineForm.Zero)))];
        return distances.Any(one => distances.Any(other => one.Zip(other, (a, b) => a.Add(b)).All(sum => sum.Equals(AffineForm.Zero))))
            ? "; give the new values an array of their own, and swap the two after the loop (double buffering)"
            : "";
    }

    private static AffineForm[]? Distance(Spot read, Spot write) =>
        read.Subscripts.Length == write.Subscripts.Length && read.Subscripts.Concat(write.Subscripts).All(subscript => subscript is not null)
            ? [.. read.Subscripts.Zip(write.Subscripts, (one, other) => one!.Subtract(other!))]
            : null;
}
