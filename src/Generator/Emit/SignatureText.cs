using System.Text.RegularExpressions;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit;

/// <summary>A method's signature as C#: declared again under another name, or called.</summary>
internal static class SignatureText
{
    public static string Declaration(MethodSignature signature, string name)
    {
        string modifiers = string.Join(" ", new[]
        {
            signature.Accessibility,
            signature.IsStatic ? "static" : "",
            signature.IsReadOnly ? "readonly" : "",
            signature.IsUnsafe ? "unsafe" : "",
        }.Where(modifier => modifier.Length > 0));
        string parameters = string.Join(", ", signature.Parameters.Select(Parameter));
        string constraints = signature.Constraints.Length == 0 ? "" : " " + signature.Constraints;
        return $"{modifiers} {signature.ReturnTypeText} {name}{signature.TypeParameters}({parameters}){constraints}";
    }

    /// <summary>A call that hands on all parameters.</summary>
    public static string Call(MethodSignature signature, string name) => $"{name}{signature.TypeParameters}({Arguments(signature)})";

    /// <summary>A call of the method as written; a parameter or local of its name would hide it.</summary>
    public static string CallAsWritten(MethodModel method)
    {
        MethodSignature signature = method.Signature;
        bool mayBeHidden = signature.Parameters.Any(parameter => parameter.Name == signature.Name)
            || Regex.IsMatch(method.BodyText, $@"\b{Regex.Escape(signature.Name.TrimStart('@'))}\b", RegexOptions.CultureInvariant);
        string owner = !mayBeHidden ? "" : signature.IsStatic ? signature.ContainingTypeText + "." : "this.";
        return Call(signature, owner + method.AsWritten);
    }

    public static string Arguments(MethodSignature signature) => string.Join(", ", signature.Parameters.Select(Argument));

    /// <summary>Without default values and <c>params</c>, which matter at the call alone.</summary>
    public static string InterceptorParameter(ParameterModel parameter) =>
        Parameter(WithoutParams(parameter) with { DefaultValueText = null });

    public static ParameterModel WithoutParams(ParameterModel parameter) =>
        parameter with { Modifier = string.Join(" ", parameter.Modifier.Split(' ').Where(word => word != "params")) };

    private static string Parameter(ParameterModel parameter) =>
        (parameter.Modifier.Length == 0 ? "" : parameter.Modifier + " ")
        + $"{parameter.TypeText} {parameter.Name}"
        + (parameter.DefaultValueText is { } value ? $" = {value}" : "");

    private static string Argument(ParameterModel parameter) => Prefix(parameter) + parameter.Name;

    /// <summary>What stands before an argument: <c>ref </c>, <c>in </c>, <c>out </c> or nothing.</summary>
    public static string Prefix(ParameterModel parameter)
    {
        string[] modifiers = parameter.Modifier.Split(' ');
        return modifiers.Contains("out") ? "out "
            : modifiers.Contains("in") || modifiers.Contains("readonly") ? "in "
            : modifiers.Contains("ref") ? "ref "
            : "";
    }
}
