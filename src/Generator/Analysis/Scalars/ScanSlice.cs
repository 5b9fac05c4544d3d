using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>
/// What of a loop's body tells how a run of iterations changes the scalars that it scans (a slice, Weiser 1981): threads run it for a
/// block before the block itself, so that blocks needn't wait for each other.
/// </summary>
internal sealed class ScanSlice
{
    private readonly HashSet<Statement> _statements = new(ReferenceComparer.Instance);

    private readonly EquatableArray<BlockSum> _sums;

    private ScanSlice(EquatableArray<Scan> scans, EquatableArray<BlockSum> sums) => (Scans, _sums) = (scans, sums);

    public EquatableArray<Scan> Scans { get; }

    /// <summary>Objects that must be different: the slice would miss what the same iteration has stored to one of them.</summary>
    public List<ObjectPair> Apart { get; } = [];

    /// <summary>Whether a statement of the body belongs to it, which one around such a statement does, too.</summary>
    public bool Contains(Statement statement) => _statements.Contains(statement);

    /// <summary>The variable from whose assignments the slice begins: the scanned one, or the sum of a block's terms alone.</summary>
    public Variable Told(Variable scanned) => _sums.FirstOrDefault(sum => sum.Running.Id == scanned.Id)?.Total ?? scanned;

    /// <summary>Null when there is no scan, or one is updated by what a slice can't know.</summary>
    public static ScanSlice? Of(Region region, IReadOnlyCollection<ScalarRole> roles, IEnumerable<Conflict> conflicts, EquatableArray<BlockSum> sums)
    {
        Loop loop = region.Root;
        var slice = new ScanSlice(roles.Select(AsScan).OfType<Scan>().ToEquatableArray(), sums);
        HashSet<int> carried = [.. roles.Where(role => role is not (Private or Induction)).Select(role => role.Variable.Id)];
        return !slice.Scans.IsEmpty && slice.Scans.All(scan => (slice.Told(scan.Variable) is var told && (told.Id != scan.Variable.Id || IsExact(scan)))
            && slice.Collect(loop, told) is { } needed && needed.All(id => id == told.Id || !carried.Contains(id)))
            && slice.ReadsWhatWasThereBefore(loop, conflicts)
                ? slice
                : null;
    }

    /// <summary>A cursor is a sum of constants.</summary>
    private static Scan? AsScan(ScalarRole role) => role as Scan
        ?? (role is Cursor ? new Scan(role.Variable, ReductionOperator.Add, Restarts: false, Before: null) : null);

    /// <summary>The order in which it is combined leaves no trace in the value.</summary>
    private static bool IsExact(Scan scan) => scan.Factor is null
        ? scan.Operator is not { } @operator || !ReductionOperators.Reassociates(@operator, scan.Variable.Type)
        : !scan.Variable.Type.IsFloat();

    /// <summary>Adds all that a scalar's assignments need; returns the scalars that they read, null when that isn't known.</summary>
    private HashSet<int>? Collect(Loop loop, Variable scanned)
    {
        HashSet<int> needed = [scanned.Id];
        int before;
        do
        {
            before = needed.Count;
            if (!Collect(loop.Body, needed))
            {
                return null;
            }
        }
        while (needed.Count > before);

        return needed;
    }

    private bool Collect(Block block, HashSet<int> needed) => block.Statements.All(statement => Collect(statement, needed));

    private bool Collect(Statement statement, HashSet<int> needed)
    {
        if (!LoopTree.Statements(new Block(EquatableArray.Of(statement))).SelectMany(LoopTree.Assigned).Any(target => needed.Contains(target.Id)))
        {
            return true;
        }

        // An inner loop that is left early by a condition of its own is more than its header says.
        bool isKnown = statement is Assign or If or LoopStatement && !LoopTree.Blocks(statement).SelectMany(LoopTree.Statements).Any(inner => inner is Exit);
        _statements.Add(statement);
        needed.UnionWith(ExpressionTree.Own(statement).SelectMany(Walk.Parts).OfType<VariableRead>().Select(read => read.Variable.Id));
        return isKnown && LoopTree.Blocks(statement).All(block => Collect(block, needed));
    }

    /// <summary>
    /// What the slice loads isn't stored to earlier in the same iteration; that other iterations don't is what makes the loop parallel.
    /// </summary>
    private bool ReadsWhatWasThereBefore(Loop loop, IEnumerable<Conflict> conflicts)
    {
        HashSet<int> loads = [.. LoopTree.Statements(loop.Body).Where(Contains).SelectMany(ExpressionTree.Own).SelectMany(Walk.Parts).OfType<Load>()
            .Select(load => load.Access.Id)];
        foreach (Conflict conflict in conflicts.Where(conflict => conflict.Dependences().Any(dependence =>
            dependence.Kind == DependenceKind.Flow && dependence.Carrier != loop.Id && loads.Contains(dependence.Sink.Id))))
        {
            if (conflict.Objects == AliasKind.Same)
            {
                return false;
            }

            Apart.Add(new ObjectPair(conflict.First.Object, conflict.Second.Object));
        }

        return true;
    }
}
