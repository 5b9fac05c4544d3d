using AutoPar.Generator.Analysis;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>Each way to take, for either end of each index, the loop's own end or one of the limits.</summary>
internal static class LimitChoices
{
    // Each costs a test.
    private const int Most = 8;

    /// <summary>Null when there are too many.</summary>
    public static IReadOnlyList<IReadOnlyList<IndexLimit>>? Of(IEnumerable<IndexLimit> limits)
    {
        List<IReadOnlyList<IndexLimit>> choices = [[]];
        foreach (IGrouping<(int, bool), IndexLimit> end in limits.Distinct().GroupBy(limit => (limit.LoopId, limit.IsLeast)))
        {
            choices = [.. choices, .. choices.SelectMany(choice => end.Select(limit => (IReadOnlyList<IndexLimit>)[.. choice, limit]))];
            if (choices.Count > Most)
            {
                return null;
            }
        }

        return choices;
    }
}
