using AutoPar.Generator.Analysis;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>
/// Finds the tests that show, before a region begins, what its proof needs. They have no effects and don't throw. Where
/// there is no such test the region can't be: a guard that never holds would be a promise that isn't kept.
/// </summary>
internal static class GuardPlanner
{
    /// <param name="trips">The name of the variable that holds the trip count.</param>
    public static GuardPlan Plan(RegionPlan region, string trips)
    {
        var conditions = new GuardConditions();
        var invariants = new Invariants(region, conditions);
        conditions.Subject = Refusal(region.Root.Location, $"a loop over '{region.Root.Index.Name}', whose bounds no test before it can compute without a risk of overflow,");
        var extents = new LoopExtents(region, conditions, invariants, trips);
        var bounds = new BoundsTests(conditions, extents);
        var aliases = new AliasTests(conditions, bounds, region);
        int contents = 0;
        foreach (Guard guard in region.Guards)
        {
            conditions.Subject = Untestable(guard, region.Root);
            switch (guard)
            {
                case NotNull { Object: var item }:
                    conditions.RequireNotNull(item);
                    break;
                case PrimitiveNumber { Parameter: var parameter }:
                    conditions.RequireText($"global::AutoPar.Runtime.LoopGuards.IsPrimitiveNumber<{parameter}>()");
                    break;
                case FrameworkComparer { Collection: var collection }:
                    conditions.RequireText($"global::AutoPar.Runtime.LoopGuards.HasFrameworkComparer({collection.Name})");
                    break;
                case FiniteTripCount or Independent:
                    // The latter is tested where the region would be forked.
                    break;
                case InBounds { Access: var access } when BodyPosition.IsInHeader(region.Root, access):
                    if (!invariants.MakeSafe(new Load(access)))
                    {
                        conditions.Fail();
                    }

                    break;
                case InBounds { Access: var access, Limits: var limits }:
                    bounds.Require(access, limits);
                    break;
                case Different { First: var first, Second: var second }:
                    aliases.RequireDifferent(first, second);
                    break;
                case SameOrDisjoint { First: var first, Second: var second }:
                    aliases.RequireSameOrDisjoint(first, second);
                    break;
                case ReferenceOutside { Reference: var reference, Object: var memory }:
                    aliases.RequireOutside(PlaceOf(reference), memory);
                    break;
                case Holds { Condition: var condition } when invariants.MakeSafe(condition):
                    conditions.RequireText(condition is Comparison ? ExpressionPrinter.Print(condition) : ExpressionPrinter.Operand(condition));
                    break;
                case ExactSteps { Counter: var counter } when invariants.MakeSafe(counter.Trips):
                    string unit = ExpressionPrinter.Print(new Constant(ElementType.Double, counter.Unit));
                    conditions.RequireText($"global::AutoPar.Runtime.LoopGuards.StepsExactly({counter.Variable.Name}, {unit}, {counter.Count}, {ExpressionPrinter.Print(counter.Trips)})");
                    break;
                case Content content:
                    conditions.Require(new GuardPrepass(content, contents++));
                    break;
                case DifferentObjects { Holders: var holders }:
                    conditions.Require(new GuardObjects(holders));
                    break;
                case DifferentRows { Object: var jagged }:
                    aliases.RequireDifferentRows(jagged);
                    break;
                default:
                    conditions.Fail();
                    break;
            }
        }

        return new GuardPlan(conditions.Steps.ToEquatableArray(), extents.TripSteps, conditions.Obstacle);
    }

    /// <summary>Variables whose place in memory matters: the guard gets them by reference, too.</summary>
    public static IEnumerable<Variable> References(RegionPlan region) => region.Guards.OfType<ReferenceOutside>()
        .Select(guard => guard.Reference).GroupBy(variable => variable.Id).Select(group => group.First());

    /// <summary>The guard's parameter that is a reference to the variable.</summary>
    public static string PlaceOf(Variable variable) => variable.Name.TrimStart('@') + "_place";

    private static Refusal Untestable(Guard guard, Loop root) => guard switch
    {
        InBounds { Access: var access } => Refusal(access.Location, $"'{access.Text}', which no test before the loop can show to be in range,"),
        Different { First: var first, Second: var second } => Untestable(root, first.Name, second.Name),
        SameOrDisjoint { First: var first, Second: var second } => Untestable(root, first.Name, second.Name),
        ReferenceOutside { Reference: var reference, Object: var item } => Untestable(root, reference.Name, item.Name),
        ExactSteps { Counter: var counter } => Refusal(root.Location, $"'{counter.Variable.Name}', whose steps no test before the loop can show to be exact,"),
        Holds { Condition: var condition } => Refusal(root.Location, $"a loop that needs {IrPrinter.Print(condition)}, which no test before it can evaluate without a risk of an exception,"),
        DifferentRows { Object: var item } => Refusal(root.Location, $"a loop over rows of '{item.Name}', of which no test before it can tell whether two are one array,"),
        _ => Refusal(root.Location, "a loop whose conditions no test before it can evaluate"),
    };

    private static Refusal Untestable(Loop root, string one, string other) =>
        Refusal(root.Location, $"a loop over '{one}' and '{other}', of which no test before it can tell whether they share memory,");

    private static Refusal Refusal(SourceLocation location, string construct) => new(RuleIds.NotLowered, location, EquatableArray.Of(construct));
}
