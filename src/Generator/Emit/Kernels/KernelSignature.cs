using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// What a kernel and its guard are called with: the region's objects, then its inputs. Fields and references are
/// passed by value, as the locals that the kernel calls by their names.
/// </summary>
internal static class KernelSignature
{
    /// <summary><c>double[] x, double t</c></summary>
    public static string Parameters(RegionPlan plan) =>
        string.Join(", ", plan.Objects.Select(item => $"{item.TypeText} {item.Name}")
            .Concat(plan.Inputs.Select(variable => $"{variable.TypeText} {variable.Name}")));

    /// <summary><c>x, t</c></summary>
    public static string Arguments(RegionPlan plan) =>
        string.Join(", ", plan.Objects.Select(item => item.Name).Concat(plan.Inputs.Select(variable => variable.Name)));
}
