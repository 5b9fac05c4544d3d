using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>Text of a value as it stands inside other text.</summary>
internal static class KernelText
{
    /// <summary>In parentheses, where it is more than a name, a number or a call without a space.</summary>
    public static string Operand(string text) => text.Contains(' ') ? $"({text})" : text;

    /// <summary>A number that a variable gets: cast where that one is an enum.</summary>
    public static string AsDeclared(Variable variable, string value) =>
        variable.TypeText == variable.Type.Keyword() ? value : $"({variable.TypeText})({value})";
}
