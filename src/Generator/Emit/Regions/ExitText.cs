using AutoPar.Generator.Analysis;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>Loops on threads that running values end: whether a block that begins with some values may leave the loop, by its totals.</summary>
internal static class ExitText
{
    private const string Wide = "global::System.Int128";

    public static bool Has(RegionPlan region) => region.IsSearched && region.BlockTotals is not null;

    /// <summary>Without lanes the loop as written is as fast as the kernel: a fork which isn't worth its cost runs nothing.</summary>
    public static bool LeavesToText(RegionPlan region) => Has(region) && region is { Vector: null, Token: null };

    public static void WriteDecision(CodeWriter code, RegionPlan region, string trips, string schedule)
    {
        using (code.Block($"if (!global::AutoPar.Runtime.LoopDriver.IsWorthScanSearching({trips}, {Share(region)}, in {schedule}))"))
        {
            code.Line("// as written");
            code.Line($"return {RegionNames.Kernel(region)}(0, 0{RegionMembers.Arguments(region)});");
        }

        code.Line();
    }

    /// <summary>What threads take for an iteration, as a part of what one takes that runs it.</summary>
    public static string Share(RegionPlan region)
    {
        double run = Math.Max(region.Cost.VectorNanoseconds, 0.01);
        double total = Math.Max(region.BlockTotals!.Cost.VectorNanoseconds, 0.01);
        return ScheduleText.Number(region.BlockTotals.Exit is null ? 1 + Math.Max(1, total / run) : total / run);
    }

    /// <summary>The body's methods.</summary>
    public static void WriteMethods(CodeWriter code, RegionPlan region, string arguments)
    {
        string carry = RegionNames.Partial(region.BlockTotals!);
        string partial = RegionNames.Partial(region);
        string fields = string.Concat(region.Roles.OfType<Scan>().Select(role => $"{role.Variable.Name} = carry.{role.Variable.Name}, "));
        string leaves = region.BlockTotals!.Exit is null ? "true" : $"{RegionNames.MayLeave(region)}(in carry, in total{arguments})";
        code.Line();
        code.Line($"public readonly bool MayLeave(in {carry} carry, in {carry} total) => {leaves};");
        code.Line();
        code.Line($"public readonly {partial} Passed(long iterations, in {carry} carry)");
        code.Line($"    => new {partial} {{ {fields}{PartialStruct.Done(region)} = iterations }};");
    }

    /// <summary><c>{Name}MayLeave</c></summary>
    public static void WriteTest(CodeWriter code, RegionPlan region)
    {
        if (region.BlockTotals!.Exit is not { } exit)
        {
            return;
        }

        var names = new KernelNames(region);
        string carry = names.Fresh("carry");
        string total = names.Fresh("total");
        string type = RegionNames.Partial(region.BlockTotals);
        string parameters = RegionMembers.Parameters(region, $"in {type} {carry}, in {type} {total}");
        using (code.Block($"private static bool {RegionNames.MayLeave(region)}({parameters})"))
        {
            List<string> wraps = [];
            foreach (RunningBounds bounds in exit.Bounds)
            {
                (string most, string least) = Range(bounds, carry, total);
                string declared = bounds.Scanned.Type.IsFloat() ? bounds.Scanned.Type.Keyword() : Wide;
                code.Line($"{declared} {bounds.Most.Name} = {most};");
                code.Line($"{declared} {bounds.Least.Name} = {least};");
                if (bounds.Operator == ReductionOperator.Add)
                {
                    string keyword = bounds.Scanned.Type.Keyword();
                    wraps.Add($"{bounds.Most.Name} > {keyword}.MaxValue || {bounds.Least.Name} < {keyword}.MinValue || ");
                }
            }

            code.Line($"return {string.Concat(wraps)}!({ExpressionPrinter.Print(exit.Never)});");
        }

        code.Line();
    }

    /// <summary>C# for the highest and the lowest value in a block.</summary>
    private static (string Most, string Least) Range(RunningBounds bounds, string carry, string total)
    {
        string start = $"{carry}.{bounds.Scanned.Name}";
        if (bounds.Operator == ReductionOperator.Add)
        {
            string sum = $"{total}.{bounds.Sum.Name}";
            return bounds.High is null
                ? ($"({Wide}){start} + global::System.Math.Max(0, {sum})", $"({Wide}){start} + global::System.Math.Min(0, {sum})")
                : ($"({Wide}){start} + {total}.{bounds.High.Name}", $"({Wide}){start} + {total}.{bounds.Low!.Name}");
        }

        string end = PartialStruct.Combined(bounds.Operator, bounds.Scanned, start, $"{total}.{bounds.Scanned.Name}");
        return bounds.Operator is ReductionOperator.Min or ReductionOperator.LessFirst ? (start, end) : (end, start);
    }
}
