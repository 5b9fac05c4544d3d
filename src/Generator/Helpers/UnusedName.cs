namespace AutoPar.Generator.Helpers;

/// <summary>Names that nothing else has yet.</summary>
internal static class UnusedName
{
    /// <summary><paramref name="wish"/>, or with a number that makes it unused; from now on it's used.</summary>
    public static string Take(HashSet<string> used, string wish, string separator = "")
    {
        string name = wish;
        for (int number = 2; !used.Add(name); number++)
        {
            name = wish + separator + number;
        }

        return name;
    }
}
