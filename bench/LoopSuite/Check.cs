using System.Runtime.CompilerServices;

namespace AutoPar.LoopSuite;

/// <summary>Each loop as written, vectorized and in C, on equal data, at many trip counts.</summary>
internal static class Check
{
    /// <summary>How far a result may be from the loop's own, relative to the array's largest, where a float order was changed.</summary>
    private const double Tolerance = 1e-3;

    private static readonly int[] s_lengths = [.. Enumerable.Range(0, 71), 255, 256, 257, 1_000, 4_099, LoopData.Length];

    private static readonly Dictionary<int, LoopData> s_data = [];

    /// <summary>The number of loops that were wrong.</summary>
    public static int Run(string filter, IEnumerable<CPeer> peers)
    {
        int wrong = 0;
        foreach (LoopCase loop in LoopCase.All.Where(loop => loop.Name.Contains(filter, StringComparison.Ordinal)))
        {
            double far = Farthest(loop, s_lengths, data => LoopCase.Bind(loop.Vectorized, data));
            wrong += far > Tolerance ? 1 : 0;
            Console.Write($"{(far > Tolerance ? "WRONG" : far > 0 ? "close" : "same"),-6}{loop.Category,-21}{loop.Name,-26}{far,10:G3}");
            foreach (CPeer peer in peers)
            {
                // C has its own fields.
                double away = loop.Fields.Length > 0 ? double.NaN : Farthest(loop, [LoopData.Length], data => peer.Form(loop, data));
                Console.Write($"{peer.Name,10}{away,10:G3}");
            }

            Console.WriteLine();
        }

        Console.WriteLine($"{wrong} wrong");
        return wrong;
    }

    private static double Farthest(LoopCase loop, int[] lengths, Func<LoopData, (Action<int> Run, IStrongBox? Result)> form)
    {
        double far = 0;
        foreach (int length in lengths)
        {
            LoopData data = s_data.GetValueOrDefault(length) ?? (s_data[length] = new LoopData(length, Math.Min(length, LoopData.Side)));
            object?[] expected = Outcome(loop, data, LoopCase.Bind(loop.AsWritten, data));
            object?[] actual = Outcome(loop, data, form(data));
            far = Math.Max(far, expected.Zip(actual, Distance).Max());
        }

        return far;
    }

    /// <summary>The arrays and fields after the call, what it returned, and its exception.</summary>
    private static object?[] Outcome(LoopCase loop, LoopData data, (Action<int> Run, IStrongBox? Result) form)
    {
        data.Reset(loop);
        object?[] before = [.. loop.Fields.Select(field => field.GetValue(null))];
        Type? exception = null;
        try
        {
            form.Run(1);
        }
        catch (Exception thrown) when (thrown is IndexOutOfRangeException or ArgumentException or NullReferenceException)
        {
            exception = thrown.GetType();
        }

        object?[] outcome = [.. data.Copy(loop), .. loop.Fields.Select(field => field.GetValue(null)), form.Result?.Value, exception];
        for (int i = 0; i < before.Length; i++)
        {
            loop.Fields[i].SetValue(null, before[i]);
        }

        return outcome;
    }

    private static double Distance(object? expected, object? actual)
    {
        if (expected is not Array left || actual is not Array right)
        {
            return Apart(expected, actual, 0);
        }

        double largest = 0;
        double far = 0;
        foreach (object element in left)
        {
            double size = element is float or double ? Math.Abs(Convert.ToDouble(element, null)) : 0;
            largest = double.IsFinite(size) ? Math.Max(largest, size) : largest;
        }

        foreach ((object one, object other) in left.Cast<object>().Zip(right.Cast<object>()))
        {
            far = Math.Max(far, Apart(one, other, largest));
        }

        return far;
    }

    /// <summary>0 for the same bits, or NaN both; the relative distance of floats; infinite for anything else.</summary>
    private static double Apart(object? expected, object? actual, double scale)
    {
        if (Equals(expected, actual))
        {
            return expected is 0.0f && float.IsNegative((float)expected) != float.IsNegative((float)actual!) ? double.Epsilon : 0;
        }

        if (expected is not (float or double) || actual is not (float or double))
        {
            return double.PositiveInfinity;
        }

        double x = Convert.ToDouble(expected, null);
        double y = Convert.ToDouble(actual, null);
        return double.IsFinite(x) && double.IsFinite(y) ? Math.Abs(x - y) / Math.Max(scale, Math.Abs(x)) : double.PositiveInfinity;
    }
}
