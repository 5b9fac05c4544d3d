namespace AutoPar.Runtime;

/// <summary>
/// Runs ahead of iterations that may leave the loop: what is thrown behind one that does must not be seen. A run that throws counts
/// as one that did nothing; if no other ends below it, the loop as written goes on there, and throws.
/// </summary>
internal readonly struct SearchAhead<TBody, TPartial>(TBody body) : ISearchBody<TPartial>
    where TBody : struct, ISearchBody<TPartial>
{
    private readonly TBody _body = body;

    public TPartial Run(long from, long to)
    {
        TBody body = _body;
        try
        {
            return body.Run(from, to);
        }
        catch (Exception)
        {
            return body.Run(from, from);
        }
    }

    public TPartial Combine(in TPartial left, in TPartial right)
    {
        TBody body = _body;
        return body.Combine(in left, in right);
    }

    public long Done(in TPartial partial)
    {
        TBody body = _body;
        return body.Done(in partial);
    }
}

/// <summary>The same, without effects: only where a loop that has some is left.</summary>
internal readonly struct FindAhead<TBody, TPartial>(TBody body) : ISearchBody<long>
    where TBody : struct, IEffectfulSearchBody<TPartial>
{
    private readonly TBody _body = body;

    public long Run(long from, long to)
    {
        TBody body = _body;
        try
        {
            return body.Find(from, to);
        }
        catch (Exception)
        {
            return 0;
        }
    }

    public long Combine(in long left, in long right) => left + right;

    public long Done(in long partial) => partial;
}
