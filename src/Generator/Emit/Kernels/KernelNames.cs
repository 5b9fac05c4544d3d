using System.Text.RegularExpressions;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>Names for what the kernel adds to the user's: none that the region uses, the user's own text included.</summary>
internal sealed class KernelNames
{
    private static readonly Regex s_identifier = new(@"[\p{L}_][\p{L}\p{Nd}_]*", RegexOptions.CultureInvariant);
    private readonly HashSet<string> _used = [];

    public KernelNames(RegionPlan plan)
    {
        foreach (string name in plan.Objects.Select(item => item.Name).Concat(KernelVariables.All(plan).Select(variable => variable.Name)))
        {
            _used.Add(name.TrimStart('@'));
        }

        foreach (Opaque opaque in LoopTree.Statements(plan.Root.Body).OfType<Opaque>())
        {
            foreach (Match match in s_identifier.Matches(opaque.Text))
            {
                _used.Add(match.Value);
            }
        }

        From = Fresh("from");
        To = Fresh("to");
    }

    /// <summary>The kernel's first iteration.</summary>
    public string From { get; }

    /// <summary>The iteration after its last.</summary>
    public string To { get; }

    /// <summary><paramref name="wish"/>, or with a number that makes it unused; from now on it's used.</summary>
    public string Fresh(string wish) => UnusedName.Take(_used, wish.TrimStart('@'), separator: "_");
}
