using System.Text.RegularExpressions;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit;

/// <summary>
/// The short fallback: where nothing has happened before a form's only region, a failed guard leads to a call of the
/// method itself. The loop then runs as the JIT compiles the user's method; inside a form its variables would live on the
/// stack, since their values must survive the calls beside it.
/// </summary>
internal static class WholeMethod
{
    // Declarations with a literal or a constant of a built-in type: nothing that a second evaluation could tell.
    private static readonly Regex s_constantsOnly = new(
        @"^\s*(?:(?:var|bool|char|s?byte|u?short|u?int|u?long|nu?int|float|double|decimal)\s+(?:@?[A-Za-z_]\w*\s*=\s*(?:-?\d[\w.]*|(?:float|double|int|long)\.\w+)\s*[,;]\s*)+(?<=;\s*))*$",
        RegexOptions.CultureInvariant);

    /// <summary>The statements that run the method as written, or null where the loop must be repeated in place.</summary>
    public static string? Fallback(MethodModel method, IReadOnlyList<RegionPlan> regions)
    {
        MethodSignature signature = method.Signature;
        if (regions.Count != 1
            || signature.ReturnTypeText.StartsWith("ref ", StringComparison.Ordinal)
            || !s_constantsOnly.IsMatch(method.BodyText.Substring(0, regions[0].Root.Range.Start)))
        {
            return null;
        }

        string call = SignatureText.CallAsWritten(method);
        return signature.ReturnsVoid ? $"{{ {call}; return; }}" : $"return {call};";
    }
}
