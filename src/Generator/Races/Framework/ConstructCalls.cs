using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Framework;

/// <summary>The framework's ways to run code at the same time.</summary>
internal enum ConstructCall
{
    None,
    ParallelFor,
    ParallelForEach,
    ParallelForEachAsync,
    ParallelInvoke,
    AsParallel,
    ParallelRange,
    QueryOperator,
    TaskRun,
    ContinueWith,
    ContinueWhenAll,
    Start,
    QueueWorkItem,
}

/// <summary>Recognizes them.</summary>
internal static class ConstructCalls
{
    public static ConstructCall Of(IMethodSymbol method) => (FrameworkTypes.NameOf(method.ContainingType), method.Name) switch
    {
        ("System.Threading.Tasks.Parallel", "For") => ConstructCall.ParallelFor,
        ("System.Threading.Tasks.Parallel", "ForEach") => ConstructCall.ParallelForEach,
        ("System.Threading.Tasks.Parallel", "ForEachAsync" or "ForAsync") => method.Name == "ForAsync" ? ConstructCall.ParallelFor
            : ConstructCall.ParallelForEachAsync,
        ("System.Threading.Tasks.Parallel", "Invoke") => ConstructCall.ParallelInvoke,
        ("System.Linq.ParallelEnumerable", "AsParallel") => ConstructCall.AsParallel,
        ("System.Linq.ParallelEnumerable", "Range") => ConstructCall.ParallelRange,
        ("System.Linq.ParallelEnumerable", _) => ConstructCall.QueryOperator,
        ("System.Threading.Tasks.Task", "Run") => ConstructCall.TaskRun,
        ("System.Threading.Tasks.TaskFactory", "StartNew") => ConstructCall.TaskRun,
        ("System.Threading.Tasks.TaskFactory", "ContinueWhenAll" or "ContinueWhenAny") => ConstructCall.ContinueWhenAll,
        ("System.Threading.Tasks.Task", "ContinueWith") => ConstructCall.ContinueWith,
        ("System.Threading.Tasks.Task" or "System.Threading.Thread", "Start" or "UnsafeStart") => ConstructCall.Start,
        ("System.Threading.ThreadPool", "QueueUserWorkItem" or "UnsafeQueueUserWorkItem") => ConstructCall.QueueWorkItem,
        _ => ConstructCall.None,
    };
}
