namespace AutoPar.Runtime;

/// <summary>What a <see cref="Worker"/> is given to do.</summary>
internal abstract class TeamTask
{
    /// <summary>Runs on the worker, once for each time the task was given to one. Never throws.</summary>
    public abstract void Help();
}
