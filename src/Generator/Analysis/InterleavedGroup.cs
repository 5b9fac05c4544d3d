using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>
/// Stores, or loads, of an iteration at elements side by side, from which the next iteration's go on: all of them fill their
/// memory. Groups are in the order of memory.
/// </summary>
internal static class InterleavedGroup
{
    private const int Most = 4;

    // Narrower elements are loaded by shuffles of their own.
    private const int LeastLoaded = 4;

    /// <summary>Groups of stores that every iteration makes.</summary>
    public static IEnumerable<Store[]> Stores(Loop loop)
    {
        Store[] stores = [.. loop.Body.Statements.OfType<Store>()];
        return Groups(loop, stores.Select(store => store.Target))
            .Select(group => group.Select(access => stores.First(store => store.Target.Id == access.Id)).ToArray())
            .Where(group => KeepTheirPlaces(loop.Body.Statements, group, group.Select(store => store.Target)));
    }

    /// <summary>Groups of elements that are loaded outside branches.</summary>
    public static IEnumerable<ArrayAccess[]> Loads(Loop loop) => Groups(loop, loop.Body.Statements
            .SelectMany(ExpressionTree.Own).SelectMany(Walk.Parts).OfType<Load>().Select(load => load.Access)
            .Where(access => access.Object.Element.Size() >= LeastLoaded),
        mayRepeat: true);

    /// <summary>The group of stores that begins at a statement and goes on with the next ones, its values in scalars; null for none.</summary>
    public static Store[]? StoresAt(Loop loop, int place) => loop.Body.Statements[place] is not Store ? null
        : Stores(loop).FirstOrDefault(group => IsAt(loop, place, group) && group.All(store => store.Value is VariableRead or Constant));

    /// <summary>The same for scalars that are assigned the loads.</summary>
    public static Assign[]? LoadsAt(Loop loop, int place)
    {
        IReadOnlyList<Statement> statements = loop.Body.Statements;
        if (statements[place] is not Assign { Value: Load first }
            || place + 1 == statements.Count || statements[place + 1] is not Assign { Value: Load next }
            || next.Access.Object.Id != first.Access.Object.Id
            || first.Access.Object.Element.Size() < LeastLoaded)
        {
            return null;
        }

        return Groups(loop, statements.Skip(place).Take(Most).TakeWhile(statement => statement is Assign { Value: Load })
                .Select(statement => ((Load)((Assign)statement).Value).Access))
            .Select(group => group.Select(access => statements.Skip(place).OfType<Assign>().First(assign => IsLoadOf(assign, access))).ToArray())
            .FirstOrDefault(group => IsAt(loop, place, group)
                && KeepTheirPlaces(statements, group, group.Select(assign => ((Load)assign.Value).Access)));
    }

    private static bool IsLoadOf(Assign assign, ArrayAccess access) => assign.Value is Load load && load.Access.Id == access.Id;

    private static bool IsAt(Loop loop, int place, IReadOnlyList<Statement> group) => place + group.Count <= loop.Body.Statements.Count
        && group.Select((statement, number) => ReferenceEquals(statement, loop.Body.Statements[place + number])).All(isNext => isNext);

    /// <param name="mayRepeat">Of accesses to one place, the first stands for all; otherwise they are no group.</param>
    private static IEnumerable<ArrayAccess[]> Groups(Loop loop, IEnumerable<ArrayAccess> accesses, bool mayRepeat = false)
    {
        Region region = Region.Of(loop);
        var candidates = accesses
            .Where(access => access.Object is { Rank: 1, Kind: not (MemoryKind.Jagged or MemoryKind.Pointer) })
            .Where(access => access.Object.Element is not (ElementType.Boolean or ElementType.Other))
            .Where(access => !access.Subscripts.SelectMany(Walk.Parts).Any(part => part is Load))
            .Select(access => (
                Access: access,
                Form: region.Sites.FirstOrDefault(site => site.Access.Id == access.Id)?.Subscripts[0],
                Stride: AccessShape.Of(access, loop).Stride))
            .Where(item => item.Form is not null && item.Stride is > 1 and <= Most)
            .GroupBy(item => (item.Access.Object.Id, item.Stride, Form: item.Form!.Subtract(AffineForm.Of(item.Form.Constant))));
        foreach (var group in candidates)
        {
            (ArrayAccess Access, long Constant)[] members = [.. group.Select(item => (item.Access, item.Form!.Constant))
                .GroupBy(item => item.Constant).SelectMany(same => same.Take(mayRepeat ? 1 : 2)).OrderBy(item => item.Constant)];
            if (members.Length == group.Key.Stride
                && members.Select((item, number) => item.Constant == members[0].Constant + number).All(isNext => isNext))
            {
                yield return [.. members.Select(item => item.Access)];
            }
        }
    }

    /// <summary>What the subscripts read is not assigned from the first of the statements to the last.</summary>
    private static bool KeepTheirPlaces(IReadOnlyList<Statement> statements, IReadOnlyCollection<Statement> group, IEnumerable<ArrayAccess> accesses)
    {
        IEnumerable<Statement> between = statements
            .SkipWhile(statement => !group.Contains(statement)).Reverse().SkipWhile(statement => !group.Contains(statement));
        HashSet<int> assigned = Walk.Assigned(new Block(between.ToEquatableArray()));
        return !accesses.SelectMany(access => access.Subscripts).SelectMany(Walk.Parts)
            .Any(part => part is VariableRead read && assigned.Contains(read.Variable.Id));
    }
}
