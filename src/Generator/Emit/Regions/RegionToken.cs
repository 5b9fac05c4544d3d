using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>The CancellationToken among the parameters of what runs a region; it comes last. Kernels don't have it.</summary>
internal static class RegionToken
{
    private const string Type = "global::System.Threading.CancellationToken";

    /// <summary>Its name in a member; empty where the method has none.</summary>
    public static string Name(RegionPlan region, KernelNames names) =>
        region.Token is { } token ? (token[0] == '@' ? "@" : "") + names.Fresh(token) : "";

    public static string Parameter(string name) => name.Length == 0 ? "" : $", {Type} {name}";

    public static string Argument(string? name) => string.IsNullOrEmpty(name) ? "" : ", " + name;

    /// <summary>Before anything is stored.</summary>
    public static void WriteLook(CodeWriter code, string? name)
    {
        if (!string.IsNullOrEmpty(name))
        {
            code.Line($"{name}.ThrowIfCancellationRequested();");
        }
    }
}
