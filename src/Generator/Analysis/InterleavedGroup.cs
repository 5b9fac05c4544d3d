using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>Stores of an iteration to elements side by side, from which the next iteration's go on: all of them fill their memory.</summary>
internal static class InterleavedGroup
{
    private const int Most = 4;

    /// <summary>Groups of stores that every iteration makes, each in the order of memory.</summary>
    public static IEnumerable<Store[]> In(Loop loop)
    {
        Region region = Region.Of(loop);
        HashSet<int> assigned = Walk.Assigned(loop.Body);
        var candidates = loop.Body.Statements.OfType<Store>()
            .Where(store => store.Target.Object is { Rank: 1, Kind: not (MemoryKind.Jagged or MemoryKind.Pointer), Element: var element } && element.Size() is 4 or 8)
            .Where(store => !store.Target.Subscripts.SelectMany(Walk.Parts).Any(part => part is Load || (part is VariableRead read && assigned.Contains(read.Variable.Id))))
            .Select(store => (Store: store, Form: region.Sites.FirstOrDefault(site => site.IsWrite && site.Access.Id == store.Target.Id)?.Subscripts[0], Stride: AccessShape.Of(store.Target, loop).Stride))
            .Where(item => item.Form is not null && item.Stride is > 1 and <= Most)
            .GroupBy(item => (item.Store.Target.Object.Id, item.Stride, Form: item.Form!.Subtract(AffineForm.Of(item.Form.Constant))));
        foreach (var group in candidates)
        {
            (Store Store, long Constant)[] stores = [.. group.Select(item => (item.Store, item.Form!.Constant)).OrderBy(item => item.Constant)];
            if (stores.Length == group.Key.Stride && stores.Select((item, number) => item.Constant == stores[0].Constant + number).All(isNext => isNext))
            {
                yield return [.. stores.Select(item => item.Store)];
            }
        }
    }

    /// <summary>The group that begins at a statement and goes on with the next ones, its values in scalars; null when there is none.</summary>
    public static Store[]? At(Loop loop, int place)
    {
        IReadOnlyList<Statement> statements = loop.Body.Statements;
        return In(loop).FirstOrDefault(group => place + group.Length <= statements.Count
            && group.Select((store, number) => ReferenceEquals(store, statements[place + number])).All(isNext => isNext)
            && group.All(store => store.Value is VariableRead or Constant));
    }
}
