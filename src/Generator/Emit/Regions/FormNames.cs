using System.Text.RegularExpressions;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>Names for what a form adds to the user's text: none that the text uses.</summary>
internal sealed class FormNames
{
    private static readonly Regex s_identifier = new(@"[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*", RegexOptions.CultureInvariant);
    private readonly HashSet<string> _used = [];

    public FormNames(MethodModel method)
    {
        foreach (Match match in s_identifier.Matches(method.BodyText))
        {
            _used.Add(match.Value);
        }

        foreach (ParameterModel parameter in method.Signature.Parameters)
        {
            _used.Add(parameter.Name.TrimStart('@'));
        }
    }

    /// <summary><paramref name="wish"/>, or with a number that makes it unused; from now on it's used.</summary>
    public string Fresh(string wish) => UnusedName.Take(_used, wish.TrimStart('@'));
}
