using AutoPar.Generator.Analysis;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Analysis;

/// <summary>Judges loops given as C#, with the parameter names that loops.md uses, and prints verdicts as short text.</summary>
internal static class Verdicts
{
    private const string Parameters =
        "double[] a, double[] b, double[] c, double[] d, float[] f, float[] g, int[] p, int[] q, int[] r, uint[] z, byte[] u, byte[] v, bool[] on, "
        + "double[,] A, double[,] B, double[,] C, int[,] R, double[][] J, Span<double> x, Span<double> y, int n, int m, int k, double t, uint off";

    public static LoopNest Nest(string body, string parameters = Parameters, string returns = "void", bool isChecked = false)
    {
        MethodModel model = TestCompilation.LowerMethod(
            $"static {returns} M({parameters}) {{ {body} }} static double Total; static volatile int Flag; static void Use(double s, int cnt, uint h, int l) {{ }}", isChecked);
        return model.Nests[0];
    }

    public static LoopVerdict Of(LoopNest nest, ExecutionTarget target, Ir.FloatMode mode = Ir.FloatMode.Reproducible, int depth = 0)
    {
        Loop root = nest.Root ?? throw new InvalidOperationException(IrPrinter.Print(nest));
        Loop loop = LoopTree.SelfAndDescendants(root).ElementAt(depth);
        return LoopAnalysis.Verdict(nest, loop, loop, target, mode);
    }

    /// <summary><c>yes</c>, <c>if guards</c> or <c>no obstacles</c>; guards of nulls, trip counts and bounds are left out.</summary>
    public static string Print(LoopVerdict verdict)
    {
        string lanes = verdict.MaxLanes is { } most ? $" lanes {most}" : "";
        if (!verdict.IsLegal)
        {
            return "no " + string.Join("; ", verdict.Obstacles.Select(refusal => $"{refusal.RuleId} {refusal.Arguments.FirstOrDefault()}"));
        }

        string guards = string.Join(", ", verdict.Guards.Where(guard => guard is not (NotNull or FiniteTripCount or InBounds)).Select(Print)
            .Concat(verdict.ArrayReductions.Select(reduction => $"copies of {reduction.Object.Name}")));
        string cuts = verdict.Cuts.IsEmpty ? "" : $" cut {string.Join(", ", verdict.Cuts.Select(Print))}";
        string seams = verdict.Seams.IsEmpty ? ""
            : $" seam {string.Join(", ", verdict.Seams.Select(seam => seam.Load.Text).Distinct())}";
        return (guards.Length == 0 ? "yes" : "if " + guards) + lanes + cuts + seams;
    }

    /// <summary>The same with each kind of obstacle once, and of its arguments only a missing transformation.</summary>
    public static string Brief(LoopVerdict verdict) => verdict.IsLegal ? Print(verdict) : "no " + string.Join("; ", verdict.Obstacles
        .Select(refusal => refusal.RuleId is RuleIds.NeedsTransformation or RuleIds.LanesNeedsTransformation
            ? $"{refusal.RuleId} {refusal.Arguments[0]}"
            : refusal.RuleId)
        .Distinct());

    public static string PrintRoles(IEnumerable<ScalarRole> roles) => string.Join(", ", roles.OrderBy(role => role.Variable.Name).Select(role => role switch
    {
        Reduction reduction => $"{reduction.Variable.Name}: {reduction.Operator}{(reduction.IsConditional ? "?" : "")}",
        ArgReduction argument => $"{argument.Variable.Name}: arg {argument.Operator}({string.Join(" ", argument.Companions.Select(companion => companion.Name))})",
        Companion companion => $"{companion.Variable.Name}: with {companion.Of.Name}",
        Private { IsLiveOut: true } last => $"{last.Variable.Name}: last",
        Induction induction => $"{induction.Variable.Name}: += {IrPrinter.Print(induction.Step)}",
        Scan scan => $"{scan.Variable.Name}: scan{(scan.Operator is null ? "" : " " + scan.Operator)}{(scan.Restarts ? " restarts" : "")}{(scan.Before is null ? "" : " after " + scan.Before.Name)}{(scan.Factor is null ? "" : " times " + ExpressionPrinter.Print(scan.Factor))}",
        _ => $"{role.Variable.Name}: {role.GetType().Name.ToLowerInvariant()}",
    }));

    private static string Print(IndexCut cut) => IrPrinter.Print(cut.Distance) + (cut.Divisor == 1 ? "" : $" / {cut.Divisor}");

    public static string Print(Guard guard) => guard switch
    {
        NotNull item => $"{item.Object.Name} != null",
        FiniteTripCount trips => $"finite {trips.Loop.Index.Name}",
        InBounds bounds => $"in {IrPrinter.Print(bounds.Access)}",
        Different different => $"{different.First.Name}!={different.Second.Name}",
        SameOrDisjoint same => $"{same.First.Name}|{same.Second.Name}",
        ReferenceOutside outside => $"&{outside.Reference.Name} outside {outside.Object.Name}",
        Holds holds => IrPrinter.Print(holds.Condition),
        Content content => $"content({content.Reason})",
        DifferentRows rows => $"rows {rows.Object.Name}",
        Independent independent => $"independent {independent.Object.Name}",
        _ => guard.ToString(),
    };
}
