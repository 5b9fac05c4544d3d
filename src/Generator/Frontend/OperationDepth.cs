using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// How deeply code is nested. The stages pass trees by recursion: a sum of ten thousand terms, which the compiler itself takes
/// in its stride, would exhaust the stack.
/// </summary>
internal static class OperationDepth
{
    /// <summary>Of annotated code.</summary>
    public const int Most = 200;

    /// <summary>An operation beneath too many others; null when there is none.</summary>
    public static IOperation? TooDeep(IOperation body, int most = Most)
    {
        Stack<(IOperation Operation, int Depth)> open = new([(body, 1)]);
        while (open.Count > 0)
        {
            (IOperation operation, int depth) = open.Pop();
            if (depth > most)
            {
                return operation;
            }

            Work.Spend();
            foreach (IOperation child in operation.ChildOperations)
            {
                open.Push((child, depth + 1));
            }
        }

        return null;
    }

    /// <summary>One for each attribute.</summary>
    public static IEnumerable<Refusal> Refusals(IOperation place, bool parallelize, bool vectorize)
    {
        EquatableArray<string> what = EquatableArray.Of($"code nested more than {Most} levels deep, as a sum of so many terms,");
        if (parallelize)
        {
            yield return new Refusal(RuleIds.NotLowered, Locations.Of(place), what);
        }

        if (vectorize)
        {
            yield return new Refusal(RuleIds.LanesNotLowered, Locations.Of(place), what);
        }
    }
}
