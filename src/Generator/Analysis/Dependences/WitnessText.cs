using System.Collections.Immutable;
using System.Globalization;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>Two iterations in which a conflict occurs, in words: "i = 1 and i = 2, with k = 1".</summary>
internal static class WitnessText
{
    /// <summary>Null where no two iterations are known for sure.</summary>
    /// <param name="isForward">The first access is in the earlier iteration of the root.</param>
    public static string? Of(Conflict conflict, bool isForward)
    {
        Directions direction = isForward ? Directions.Less : Directions.Greater;
        PairWitness? witness = conflict.Vectors.Where(vector => vector[0] == direction)
            .Select(conflict.Problem.Witness).FirstOrDefault(found => found is not null);
        if (witness is null)
        {
            return null;
        }

        string first = Iteration(conflict.First, witness.First);
        string second = Iteration(conflict.Second, witness.Second);
        return (isForward ? $"{first} and {second}" : $"{second} and {first}") + Symbols(conflict, witness);
    }

    private static string Iteration(AccessSite site, ImmutableArray<long> values) => site.Loops.Length == 1
        ? $"{Name(site.Loops[0])} = {Text(values[0])}"
        : $"({string.Join(", ", site.Loops.Select(Name))}) = ({string.Join(", ", values.Select(Text))})";

    private static string Symbols(Conflict conflict, PairWitness witness)
    {
        string[] values = [.. conflict.First.Subscripts.Concat(conflict.Second.Subscripts)
            .SelectMany(form => form!.Terms).SelectMany(term => term.Symbols)
            .Where(symbol => symbol.Kind is SymbolKind.Variable or SymbolKind.Length && witness.Values.ContainsKey(symbol.Key))
            .GroupBy(symbol => symbol.Key)
            .Select(group => $"{IrPrinter.Print(group.First().Value)} = {Text(witness.Values[group.Key])}")];
        return values.Length == 0 ? "" : $", with {string.Join(", ", values)}";
    }

    private static string Name(LoopDomain domain) => domain.Loop.Index.Name;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
