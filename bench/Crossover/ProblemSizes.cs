namespace AutoPar.Crossover;

/// <summary>Sizes from 1 up, two or three in each factor of ten.</summary>
internal static class ProblemSizes
{
    public static IEnumerable<int> Of(int most)
    {
        for (long unit = 1; unit <= most; unit *= 10)
        {
            foreach (long size in new[] { unit, 2 * unit, 5 * unit })
            {
                if (size < most)
                {
                    yield return (int)size;
                }
            }
        }

        yield return most;
    }
}
