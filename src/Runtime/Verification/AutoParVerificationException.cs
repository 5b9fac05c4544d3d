namespace AutoPar.Runtime;

/// <summary>A generated form did something else than the method as written: a defect of AutoPar, or a race with another thread.</summary>
public sealed class AutoParVerificationException : Exception
{
    internal AutoParVerificationException(string method, string difference)
        : base($"{method} differs from the method as written: {difference}")
    {
        Method = method;
        Difference = difference;
    }

    /// <summary>The form: its type and name.</summary>
    public string Method { get; }

    /// <summary>The first element, the result or the exception that differs, what it is, and what it should be.</summary>
    public string Difference { get; }
}
