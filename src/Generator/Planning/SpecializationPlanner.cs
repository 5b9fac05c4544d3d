using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Chooses among a generic method's copies those that gain something over its own text, and tells of each loop what it is
/// for which types.
/// </summary>
internal static class SpecializationPlanner
{
    /// <summary>The copies that lose nothing in any loop, and gain in one.</summary>
    public static IEnumerable<SpecializationNests> Chosen(IReadOnlyList<NestPlan> generic, IEnumerable<SpecializationNests> copies) => copies
        .Where(copy => generic.Zip(copy.Nests, LosesNothing).All(kept => kept) && generic.Zip(copy.Nests, Gains).Any(gained => gained));

    /// <summary>The generic loops, with the findings of the copies where those gain.</summary>
    public static IReadOnlyList<NestPlan> Told(IReadOnlyList<NestPlan> generic, IReadOnlyList<SpecializationNests> copies)
    {
        List<SpecializationNests> chosen = [.. Chosen(generic, copies)];
        return [.. generic.Select((nest, number) => nest with
        {
            Findings = Threads(nest, chosen, number).Concat(Lanes(nest, copies, chosen, number)).ToEquatableArray(),
        })];
    }

    private static bool LosesNothing(NestPlan generic, NestPlan copy) =>
        (generic.Vectorized.IsEmpty || !copy.Vectorized.IsEmpty) && (generic.Parallel.IsEmpty || !copy.Parallel.IsEmpty);

    private static bool Gains(NestPlan generic, NestPlan copy) => copy.Served > generic.Served;

    private static IEnumerable<Refusal> Threads(NestPlan nest, List<SpecializationNests> chosen, int number) =>
        nest.Parallel.IsEmpty && Remark(chosen, number, RuleIds.Parallelized) is { } remark ? [remark] : nest.Findings.Where(finding => !Refusals.IsOfLanes(finding));

    /// <summary>Of what no type has lanes for, a number's own reason says more than that the type is a parameter.</summary>
    private static IEnumerable<Refusal> Lanes(NestPlan nest, IReadOnlyList<SpecializationNests> copies, List<SpecializationNests> chosen, int number) =>
        !nest.Vectorized.IsEmpty ? nest.Findings.Where(Refusals.IsOfLanes)
        : Remark(chosen, number, RuleIds.Vectorized) is { } remark ? [remark]
        : copies.Count > 0 ? copies[0].Nests[number].Findings.Where(Refusals.IsOfLanes)
        : nest.Findings.Where(Refusals.IsOfLanes);

    /// <summary>One remark for all copies: types with the same words are named together.</summary>
    private static Refusal? Remark(IEnumerable<SpecializationNests> chosen, int number, string ruleId)
    {
        (Specialization Copy, Refusal Finding)[] done = [.. chosen.SelectMany(copy => copy.Nests[number].Findings
            .Where(finding => finding.RuleId == ruleId).Select(finding => (copy.Specialization, finding)))];
        return done.Length == 0 ? null : done[0].Finding with
        {
            Arguments = EquatableArray.Of(
                done[0].Finding.Arguments[0],
                string.Join("; ", done.GroupBy(item => item.Finding.Arguments[1])
                    .Select(group => $"where {group.First().Copy.TypeParameter} is {Listed([.. group.Select(item => item.Copy.TypeText)])}: {group.Key}"))),
        };
    }

    private static string Listed(string[] types) => types.Length == 1 ? types[0]
        : $"{string.Join(", ", types.Take(types.Length - 1))} or {types[types.Length - 1]}";
}

/// <summary>A copy with the plans of its loops, in order.</summary>
internal sealed record SpecializationNests(Specialization Specialization, IReadOnlyList<NestPlan> Nests);
