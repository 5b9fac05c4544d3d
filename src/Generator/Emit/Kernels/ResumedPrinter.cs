using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// The body of a loop that is left early, one by one: the iteration that leaves runs once more, as written, so running values that it has
/// updated are put back.
/// </summary>
internal sealed class ResumedPrinter(CodeWriter writer, RegionPlan plan, KernelNames names, HashSet<int> flagged)
    : StatementPrinter(writer, plan, flagged)
{
    private readonly List<(Variable Running, string Before)> _running = [.. plan.Roles.OfType<Scan>()
        .Select(role => (role.Variable, names.Fresh(role.Variable.Name.TrimStart('@') + "Before")))];

    public static bool IsFor(RegionPlan plan) =>
        plan.Root.IsResumed && plan.Roles.Any(role => role is Scan) && LoopTree.Exits(plan.Root.Body).Any();

    public override void Body(Loop loop)
    {
        if (loop.Id == Plan.Root.Id)
        {
            _running.ForEach(value => Writer.Line($"{value.Running.TypeText} {value.Before} = {value.Running.Name};"));
        }

        base.Body(loop);
    }

    protected override void Write(Statement statement)
    {
        if (statement is Exit { Kind: ExitKind.Stop })
        {
            _running.ForEach(value => Writer.Line($"{value.Running.Name} = {value.Before};"));
        }

        base.Write(statement);
    }
}
