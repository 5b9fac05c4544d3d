using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>What generated tests of a loop's contents evaluate where a switch expression has no arm for a value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SwitchArms
{
    /// <summary>Throws as the switch expression does.</summary>
    /// <exception cref="SwitchExpressionException">Always.</exception>
    public static T None<T>() => throw new SwitchExpressionException();
}
