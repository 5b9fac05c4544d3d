namespace AutoPar.Generator.Races.Model;

/// <summary>An event is set here: what came before in that code is done when somebody has waited for it.</summary>
/// <param name="Frame">The code that sets the event.</param>
internal sealed record Signal(string Event, Frame? Frame, long Tick)
{
    /// <summary>Before the key of an awaited task that somebody completes by hand.</summary>
    public const string Completion = "completion of ";

    /// <summary>The innermost construct that the code belongs to.</summary>
    public ConstructFrame? Construct
    {
        get
        {
            for (Frame? frame = Frame; frame is not null; frame = frame.Parent)
            {
                if (frame is ConstructFrame construct)
                {
                    return construct;
                }
            }

            return null;
        }
    }
}
