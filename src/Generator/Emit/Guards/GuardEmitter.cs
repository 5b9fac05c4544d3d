using AutoPar.Generator.Analysis;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Emit.Regions;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Guards;

/// <summary>
/// <c>{Name}Guard</c>: whether the proof's conditions hold for this call, and the trip count. It has no effects and
/// doesn't throw; without trips it says no, since the loop as written then does nothing.
/// </summary>
internal static class GuardEmitter
{
    // A guard longer than this isn't worth inlining.
    private const int InlineSteps = 12;

    /// <summary>Variables whose place in memory matters: they are passed by reference, too.</summary>
    public static IEnumerable<Variable> References(RegionPlan region) => region.Guards.OfType<ReferenceOutside>()
        .Select(guard => guard.Reference).GroupBy(variable => variable.Id).Select(group => group.First());

    public static string ReferenceName(Variable variable) => variable.Name.TrimStart('@') + "_place";

    public static void Write(CodeWriter code, RegionPlan region)
    {
        var conditions = new GuardConditions();
        var invariants = new Invariants(region, conditions);
        var names = new KernelNames(region);
        string trips = names.Fresh("trips");
        var extents = new LoopExtents(region, conditions, invariants, trips);
        var bounds = new BoundsTests(conditions, extents);
        var aliases = new AliasTests(conditions, bounds, region);
        foreach (Guard guard in region.Guards)
        {
            Add(guard, region, conditions, invariants, bounds, aliases, trips);
        }

        Write(code, region, conditions, trips);
        foreach ((Content content, int number) in region.Guards.OfType<Content>().Select((content, number) => (content, number)))
        {
            code.Line();
            ContentTest.Write(code, region, content, number);
        }
    }

    private static void Add(
        Guard guard, RegionPlan region, GuardConditions conditions, Invariants invariants, BoundsTests bounds, AliasTests aliases, string trips)
    {
        switch (guard)
        {
            case NotNull { Object: var item }:
                conditions.RequireNotNull(item);
                break;
            case FiniteTripCount:
                break;
            case InBounds { Access: var access }:
                bounds.Require(access);
                break;
            case Different { First: var first, Second: var second }:
                aliases.RequireDifferent(first, second);
                break;
            case SameOrDisjoint { First: var first, Second: var second }:
                aliases.RequireSameOrDisjoint(first, second);
                break;
            case ReferenceOutside { Reference: var reference, Object: var memory }:
                aliases.RequireOutside(ReferenceName(reference), memory);
                break;
            case Holds { Condition: var condition }:
                if (invariants.MakeSafe(condition))
                {
                    conditions.RequireText(ExpressionPrinter.Operand(condition));
                }
                else
                {
                    conditions.Fail();
                }

                break;
            case Content content:
                int number = region.Guards.OfType<Content>().ToList().IndexOf(content);
                conditions.RequireText($"{ContentTest.Name(region, number)}(0, {trips}{RegionMembers.Arguments(region)})");
                break;
            case DifferentRows { Object: var jagged }:
                aliases.RequireDifferentRows(jagged);
                break;
            default:
                conditions.Fail();
                break;
        }
    }

    private static void Write(CodeWriter code, RegionPlan region, GuardConditions conditions, string trips)
    {
        if (conditions.Steps.Count <= InlineSteps)
        {
            code.Line(FileParts.Inlined);
        }

        string parameters = string.Join(", ", new[] { KernelSignature.Parameters(region) }
            .Concat(References(region).Select(variable => $"in {variable.TypeText} {ReferenceName(variable)}"))
            .Concat([$"out long {trips}"])
            .Where(text => text.Length > 0));
        using (code.Block($"private static bool {region.Name}Guard({parameters})"))
        {
            code.Line($"{trips} = 0;");
            if (conditions.IsFalse)
            {
                code.Line("return false; // what the proof needs can't be tested");
                return;
            }

            Steps(code, conditions.Steps);
        }
    }

    private static void Steps(CodeWriter code, IReadOnlyList<string> steps)
    {
        List<string> pending = [];
        foreach (string step in steps)
        {
            if (!step.EndsWith(";", StringComparison.Ordinal))
            {
                pending.Add(step);
                continue;
            }

            if (pending.Count > 0)
            {
                using (code.Block($"if (!({string.Join(" && ", pending)}))"))
                {
                    code.Line("return false;");
                }

                code.Line();
                pending.Clear();
            }

            code.Line(step);
        }

        for (int number = 0; number < pending.Count; number++)
        {
            code.Line((number == 0 ? "return " : "    && ") + pending[number] + (number == pending.Count - 1 ? ";" : ""));
        }

        if (pending.Count == 0)
        {
            code.Line("return true;");
        }
    }
}
