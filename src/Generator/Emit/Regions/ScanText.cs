using AutoPar.Generator.Analysis;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>Scans on threads: what a block does to the carried values is computed before it runs.</summary>
internal static class ScanText
{
    /// <summary>The carried values, or what a block does to them; then what a block yields.</summary>
    public static string Types(RegionPlan region) => $"{RegionNames.Partial(region.BlockTotals!)}, {RegionNames.Partial(region)}";

    /// <summary>What a block is run with besides its iterations.</summary>
    public static string Parameter(RegionPlan region) =>
        region.BlockTotals is { } totals ? $", in {RegionNames.Partial(totals)} carry" : "";

    /// <summary>C# for a carried value at a block's start; null for other inputs.</summary>
    public static string? Carried(RegionPlan region, Variable input) =>
        region.BlockTotals is { } totals && totals.Totals.Any(total => total.Variable.Id == input.Id) ? "carry." + input.Name : null;

    public static string Nanoseconds(RegionPlan region) => ScheduleText.Number(Math.Max(region.BlockTotals!.Cost.VectorNanoseconds, 0.01));

    /// <summary>The body's methods that deal with carried values.</summary>
    public static void WriteTotals(CodeWriter code, RegionPlan region)
    {
        RegionPlan totals = region.BlockTotals!;
        string carry = RegionNames.Partial(totals);
        string arguments = string.Join("", totals.Objects.Select(item => ", " + BodyStruct.Field(item.Name) + (item.IsSpan ? ".Span" : ""))
            .Concat(totals.Inputs.Select(variable => ", " + Start(totals, variable))));

        // What the last iteration assigns is all that is left of the others.
        string from = totals.Outputs.All(role => role is Private) ? "to - 1" : "from";
        code.Line($"public readonly {carry} Total(long from, long to) => {RegionNames.Kernel(totals)}({from}, to{arguments});");
        code.Line();
        code.Line($"public readonly {carry} Advance(in {carry} carry, in {carry} total) => {carry}.Combine(in carry, in total);");
        code.Line();
        code.Line($"public readonly {carry} After(in {carry} carry, in {RegionNames.Partial(region)} partial) => new {carry} {{ {Fields(totals, After)} }};");
        code.Line();

        string After(Variable scanned) => region.BlockSums.FirstOrDefault(sum => sum.Running.Id == scanned.Id) is { } sum
            ? ScanText.After(region, sum, "carry." + scanned.Name, "partial")
            : "partial." + scanned.Name;
    }

    /// <summary>C# for where a running sum of floats stands behind a block: where the block started, and the block's own terms.</summary>
    public static string After(RegionPlan region, BlockSum sum, string start, string partial)
    {
        var scan = (Scan)region.Roles.First(role => role.Variable.Id == sum.Running.Id);
        return PartialStruct.Combined(scan.Operator!.Value, sum.Running, start, $"{partial}.{sum.Total.Name}");
    }

    /// <summary>The values from before the loop.</summary>
    public static void WriteStart(CodeWriter code, RegionPlan region, string carry) =>
        code.Line($"var {carry} = new {RegionNames.Partial(region.BlockTotals!)} {{ {Fields(region.BlockTotals!, variable => variable.Name)} }};");

    /// <summary>Elements that are handed on, as they are before the loop.</summary>
    public static void WriteHandedOn(CodeWriter code, RegionPlan region)
    {
        foreach (Variable variable in region.HandedOn)
        {
            code.Line(StatementPrinter.Declaration(variable));
        }
    }

    /// <summary>What the kernel gets of them, with a comma in front.</summary>
    public static string HandedOn(RegionPlan region) => string.Concat(region.HandedOn.Select(variable => ", " + variable.Name));

    /// <summary>Each carried value, and that it has one.</summary>
    private static string Fields(RegionPlan totals, Func<Variable, string> value) => string.Join(", ", totals.Totals.SelectMany(total =>
    {
        ScalarRole role = totals.Roles.First(role => role.Variable.Id == total.Variable.Id);
        string field = $"{total.Variable.Name} = {value(total.Variable)}";
        return KernelVariables.HasAssignedFlag(role) ? new[] { field, $"{PartialStruct.FlagName(total.Variable)} = true" } : [field];
    }));

    /// <summary>A scan of totals starts at the identity, and what they tell besides at 0; all else has its value from before the loop.</summary>
    private static string Start(RegionPlan totals, Variable input)
    {
        if (totals.Exit?.Told.Any(told => told.Id == input.Id) == true)
        {
            return "0L";
        }

        Scan? scan = totals.Roles.OfType<Scan>().FirstOrDefault(role => role.Variable.Id == input.Id);
        return scan?.Operator is { } @operator && ReductionOperators.StartsAtIdentity(@operator)
            ? $"({input.TypeText})({ReductionOperators.Identity(@operator, input.Type)})"
            : BodyStruct.Field(input.Name);
    }
}
