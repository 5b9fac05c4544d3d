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
        code.Line($"public readonly {carry} After(in {carry} carry, in {RegionNames.Partial(region)} partial) => new {carry} {{ {Fields(totals, "partial.")} }};");
        code.Line();
    }

    /// <summary>The values from before the loop.</summary>
    public static void WriteStart(CodeWriter code, RegionPlan region, string carry) =>
        code.Line($"var {carry} = new {RegionNames.Partial(region.BlockTotals!)} {{ {Fields(region.BlockTotals!, "")} }};");

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
    private static string Fields(RegionPlan totals, string of) => string.Join(", ", totals.Totals.SelectMany(total =>
    {
        ScalarRole role = totals.Roles.First(role => role.Variable.Id == total.Variable.Id);
        string value = $"{total.Variable.Name} = {of}{total.Variable.Name}";
        return KernelVariables.HasAssignedFlag(role) ? new[] { value, $"{PartialStruct.FlagName(total.Variable)} = true" } : [value];
    }));

    /// <summary>A scan of totals starts at the identity; all else has its value from before the loop.</summary>
    private static string Start(RegionPlan totals, Variable input)
    {
        Scan? scan = totals.Roles.OfType<Scan>().FirstOrDefault(role => role.Variable.Id == input.Id);
        return scan?.Operator is { } @operator && ReductionOperators.StartsAtIdentity(@operator)
            ? $"({input.TypeText})({ReductionOperators.Identity(@operator, input.Type)})"
            : BodyStruct.Field(input.Name);
    }
}
