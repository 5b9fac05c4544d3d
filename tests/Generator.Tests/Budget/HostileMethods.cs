namespace AutoPar.Generator.Tests.Budget;

/// <summary>Methods that nobody writes by hand: each is as large in one direction as the analysis could be made to suffer from.</summary>
internal static partial class HostileMethods
{
    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(number => line(number) + "\n"));

    private static string Joined(int count, string separator, Func<int, string> part) => string.Join(separator, Enumerable.Range(0, count).Select(part));

    /// <summary>A compilation unit with one method, called <c>Hostile</c>, and what it needs.</summary>
    private static string InClass(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using AutoPar;

        public partial class Host
        {
            {{members}}
        }
        """;
}
