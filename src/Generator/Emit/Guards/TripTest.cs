using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Emit.Regions;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Planning.Guards;

namespace AutoPar.Generator.Emit.Guards;

/// <summary><c>{Name}IsLong</c>: the guard's first steps, whether there are enough trips for the region to gain.</summary>
internal static class TripTest
{
    /// <summary>
    /// Whether a form can ask before anything else: of what is there when it is called, about more than a single trip.
    /// </summary>
    public static bool Exists(RegionPlan region) =>
        region.MinimumTrips > 1 && region.Objects.All(item => IsThere(item.Origin)) && region.Inputs.All(variable => IsThere(variable.Kind));

    public static string Call(RegionPlan region)
    {
        string arguments = string.Join(", ", region.Objects.Select(item => item.AccessText).Concat(region.Inputs.Select(variable => variable.AccessText)));
        return $"{RegionNames.Prefix(region)}{RegionNames.IsLong(region)}({arguments})";
    }

    public static void Write(CodeWriter code, MethodModel method, RegionPlan region)
    {
        string trips = new KernelNames(region).Fresh("trips");
        GuardPlan plan = GuardPlanner.Plan(region, trips);
        code.Line(FileParts.Inlined);
        using (code.Block($"{RegionNames.Accessibility(region)} static bool {RegionNames.IsLong(region)}({KernelSignature.Parameters(region)})"))
        {
            code.Line($"long {trips};");
            GuardEmitter.WriteSteps(code, method, region, [.. plan.Steps.Take(plan.TripSteps)], trips, otherwise: "false", untold: 0);
        }

        code.Line();
    }

    private static bool IsThere(MemoryOrigin origin) => origin is MemoryOrigin.Parameter or MemoryOrigin.InstanceField or MemoryOrigin.StaticField;

    // A reference parameter may be an out parameter.
    private static bool IsThere(VariableKind kind) => kind is VariableKind.Parameter or VariableKind.InstanceField or VariableKind.StaticField;
}
