namespace AutoPar.Generator.Analysis.Affine;

/// <summary>A sum of named unknowns with integer coefficients.</summary>
internal sealed class LinearSum
{
    public SortedDictionary<string, long> Parts { get; } = new(StringComparer.Ordinal);

    public long Constant { get; private set; }

    public LinearSum Plus(string unknown, long coefficient)
    {
        Parts.TryGetValue(unknown, out long value);
        Parts[unknown] = checked(value + coefficient);
        return this;
    }

    public LinearSum Plus(long constant)
    {
        Constant = checked(Constant + constant);
        return this;
    }

    public LinearSum Plus(LinearSum other, long factor = 1)
    {
        foreach (KeyValuePair<string, long> part in other.Parts)
        {
            Plus(part.Key, checked(part.Value * factor));
        }

        return Plus(checked(other.Constant * factor));
    }
}
