using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// The iterations of a loop that packs, one by one: they end before one that finds no room at a cursor. A run that begins without room
/// does none, whether its iterations would take a branch or not: so nothing runs behind one that has ended early.
/// </summary>
internal sealed class PackingPrinter : StatementPrinter
{
    private readonly IReadOnlyDictionary<int, Cursor> _cursors;
    private readonly bool _testsInBranches;

    public PackingPrinter(CodeWriter writer, RegionPlan plan, HashSet<int> flagged)
        : base(writer, plan, flagged)
    {
        _cursors = Cursors.Of(plan.Root);
        bool hasEffects = false;
        _testsInBranches = MayStopInside(plan.Root.Body, ref hasEffects);
    }

    public static bool IsFor(RegionPlan plan) => plan.Roles.Any(role => role is Cursor);

    public void Iterations(KernelNames names)
    {
        Loop root = Plan.Root;
        string index = root.Index.Name;
        bool counts = root.ConstantStep == 1 && KernelVariables.DeclaresIndex(Plan, root);
        string first = counts ? names.Fresh(index + "First") : names.From;
        string counter = counts ? index : names.Fresh("k");
        string end = names.Fresh(counter + "End");
        string type = counts ? root.Index.TypeText : "long";
        if (counts)
        {
            Writer.Line($"{type} {first} = {ScalarKernel.At(root, names.From)};");
        }

        ArrayAccess[] packed = [.. Cursors.Accesses(root, _cursors.Keys)];

        // Whatever is null has no room: then no iteration runs.
        string full = string.Join(" || ", packed.Select(access => CursorPlace.IsBeyond(access, CursorPlace.Length(access.Object))).Distinct());
        Writer.Line($"{type} {end} = {full} ? {first} : {(counts ? ScalarKernel.At(root, names.To) : names.To)};");
        Writer.Line($"{type} {counter} = {first};");
        using (Writer.Block($"for (; {counter} < {end}; {counter}++)"))
        {
            if (!counts)
            {
                Writer.Line($"{(KernelVariables.DeclaresIndex(Plan, root) ? root.Index.TypeText + " " : "")}{index} = {ScalarKernel.At(root, counter)};");
            }

            if (!_testsInBranches)
            {
                Stop(packed);
            }

            Body(root);
        }

        Writer.Line($"long {PartialStruct.Done(Plan)} = unchecked((long)({counter} - {first}));");
    }

    public override void Block(Block block)
    {
        if (_testsInBranches)
        {
            Stop(Packed(block));
        }

        base.Block(block);
    }

    private void Stop(ArrayAccess[] packed)
    {
        if (packed.Length == 0)
        {
            return;
        }

        string full = string.Join(" || ", packed
            .Select(access => CursorPlace.IsBeyond(access, $"{access.Object.Name}.{(access.Object.Kind == MemoryKind.List ? "Count" : "Length")}")).Distinct());
        using (Writer.Block($"if ({full})"))
        {
            Writer.Line("break;");
        }

        Writer.Line();
    }

    /// <summary>The accesses at cursors that the block itself makes.</summary>
    private ArrayAccess[] Packed(Block block) =>
        [.. block.Statements.Where(statement => statement is Assign or Store).SelectMany(Cursors.Accesses).Where(access => Cursors.IsAt(access, _cursors.Keys))];

    /// <summary>An iteration that ends in a branch has changed nothing yet: it can run once more, as written.</summary>
    private bool MayStopInside(Block block, ref bool hasEffects)
    {
        if (hasEffects && Packed(block).Length > 0)
        {
            return false;
        }

        foreach (Statement statement in block.Statements)
        {
            if (statement is If branch)
            {
                (bool then, bool otherwise) = (hasEffects, hasEffects);
                if (!MayStopInside(branch.Then, ref then) || !MayStopInside(branch.Else, ref otherwise))
                {
                    return false;
                }

                hasEffects = then || otherwise;
            }
            else
            {
                hasEffects |= statement is not Assign assign || assign.Target.DeclaringLoop != Plan.Root.Id;
            }
        }

        return true;
    }
}
