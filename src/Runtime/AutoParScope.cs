namespace AutoPar;

/// <summary>What <see cref="AutoParOptions.Limit"/> and <see cref="AutoParOptions.Disable"/> open; disposing closes it.</summary>
/// <remarks>
/// Scopes may be closed in any order, and closing one twice does nothing. A task that was started inside a scope and
/// outlives it sees it as closed.
/// </remarks>
public sealed class AutoParScope : IDisposable
{
    /// <summary>Open scopes in the process: while there are none, nobody looks at the flow's own.</summary>
    private static int s_openCount;

    private static readonly AsyncLocal<AutoParScope?> s_innermost = new();

    private readonly AutoParScope? _outer;
    private readonly int _limit;
    private readonly bool _disables;
    private int _closed;

    internal AutoParScope(int limit, bool disables)
    {
        _limit = limit;
        _disables = disables;
        _outer = FirstOpen(s_innermost.Value);
        s_innermost.Value = this;
        Interlocked.Increment(ref s_openCount);
    }

    internal static bool AnyOpen => Volatile.Read(ref s_openCount) != 0;

    /// <summary>Closes the scope: what held outside holds again.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        Interlocked.Decrement(ref s_openCount);
        s_innermost.Value = FirstOpen(s_innermost.Value);
    }

    /// <summary>Whether a scope of this flow disables generated code.</summary>
    internal static bool IsDisabled()
    {
        for (AutoParScope? scope = s_innermost.Value; scope is not null; scope = scope._outer)
        {
            if (scope._disables && scope.IsOpen)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The smallest limit among this flow's scopes.</summary>
    internal static int LowestLimit()
    {
        int lowest = int.MaxValue;
        for (AutoParScope? scope = s_innermost.Value; scope is not null; scope = scope._outer)
        {
            if (scope.IsOpen)
            {
                lowest = Math.Min(lowest, scope._limit);
            }
        }

        return lowest;
    }

    private bool IsOpen => Volatile.Read(ref _closed) == 0;

    // Closed scopes are dropped from the chain, so that it holds no more than what is open.
    private static AutoParScope? FirstOpen(AutoParScope? scope)
    {
        while (scope is not null && !scope.IsOpen)
        {
            scope = scope._outer;
        }

        return scope;
    }
}
