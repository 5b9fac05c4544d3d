namespace AutoPar.EndToEnd;

/// <summary>How long the arrays of a call are, and what its integer scalars are.</summary>
internal sealed class Sizes
{
    private readonly Dictionary<string, long> _scalars = [];

    /// <summary>The length that arrays have by default.</summary>
    public int Length { get; private init; }

    /// <summary>The length of each dimension of 2-D arrays and of rows.</summary>
    public int Side { get; private init; }

    /// <summary>Ordinary integers are below it.</summary>
    public int Index { get; private init; }

    public long Scalar(string name) => _scalars[name];

    public static Sizes Of(Kernel kernel, Recipe recipe)
    {
        var rng = new Rng(recipe.Seed * 31 + 7);
        int trips = recipe.Trips;
        var scalars = new Dictionary<string, long>();
        foreach (Slot slot in kernel.Parameters)
        {
            if (slot.Kind == SlotKind.Value && IsInteger(slot.Type))
            {
                Hint? values = kernel.Hints.FirstOrDefault(hint => hint.Kind == "Values" && hint.Parameter == slot.Name);
                scalars[slot.Name] = values is not null ? (long)values.Numbers[rng.Below(values.Numbers.Length)]
                    : IsTripCount(slot.Name) ? trips
                    : Other(kernel, trips, recipe.Values, ref rng);
            }
        }

        int known = Math.Max(0, trips);
        foreach (long scalar in scalars.Values)
        {
            known = (int)Math.Max(known, Math.Min(scalar, kernel.Depth > 1 ? 300 : Math.Max(known, 1000)));
        }

        bool hasTripCount = kernel.Parameters.Any(slot => IsTripCount(slot.Name)) || kernel.Receiver is not null;
        int roomy = recipe.Trips >= 200_000 ? known + 40 : Math.Min(4 * known + 40, 1_000_000);
        int length = !hasTripCount ? Math.Max(0, trips)
            : recipe.Sizes switch { SizeKind.Roomy => roomy, SizeKind.Exact => Math.Max(0, Math.Min(trips, roomy)), _ => rng.Below(roomy) };
        var sizes = new Sizes
        {
            Length = length,
            Side = kernel.Depth >= 3 ? Math.Min(known, 40) + 2 : Math.Min(known, 310) + 2,
            Index = Math.Max(1, hasTripCount && rng.Chance(20) ? length : Math.Min(length, known)),
        };
        foreach ((string name, long value) in scalars)
        {
            sizes._scalars[name] = value;
        }

        return sizes;
    }

    public static bool IsInteger(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64
        || type == typeof(nint) || type == typeof(nuint);

    public static bool IsTripCount(string name) => name is "n" or "h" or "@event";

    private static long Other(Kernel kernel, int trips, ValueKind kind, ref Rng rng)
    {
        if (kind is ValueKind.Special or ValueKind.Any && kernel.Depth < 2 && rng.Chance(30))
        {
            return rng.Pick(int.MaxValue, int.MinValue, -1, (int)rng.Next());
        }

        long value = rng.Pick(0, 1, 1, 2, 3, 4, 5, 8, 16, trips / 2, trips - 1, trips, trips, trips + 1, -1, -2);
        return kernel.Depth >= 3 ? Math.Clamp(value, -1, 40) : kernel.Depth == 2 ? Math.Clamp(value, -1, 300) : value;
    }
}
