using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit;

/// <summary>
/// Self-check mode: <c>{X}{Form}Verified</c> runs the method as written on copies of the arguments, the form on the arguments, and
/// compares. A form leads to it by one test of a static field.
/// </summary>
internal static class VerifiedForm
{
    private const string Check = "global::AutoPar.Runtime.FormCheck";

    public static string Name(MethodModel method, string form) => $"{method.MemberPrefix}{form}Verified";

    /// <summary>The form's first statement.</summary>
    public static void WriteTest(CodeWriter code, MethodModel method, string form)
    {
        if (!method.IsRepeatable)
        {
            return;
        }

        using (code.Block($"if ({Check}.IsWanted)"))
        {
            string call = SignatureText.Call(method.Signature, Name(method, form)) + ";";
            code.Line(method.Signature.ReturnsVoid ? call : "return " + call);
            if (method.Signature.ReturnsVoid)
            {
                code.Line("return;");
            }
        }

        code.Line();
    }

    public static void Write(CodeWriter code, MethodModel method, IReadOnlyList<RegionPlan> regions, string form)
    {
        if (!method.IsRepeatable)
        {
            return;
        }

        MethodSignature signature = method.Signature;
        var names = new Names(signature);
        code.Line();
        code.Line($"// {signature.Name}{form} in self-check mode: both ways, and compared");
        code.Line(FileParts.NotInlined);
        using (code.Block(SignatureText.Declaration(signature with { Accessibility = "private" }, Name(method, form))))
        {
            string type = string.Join(".", method.Types.Select(header => header.Name));
            code.Line($"var {names.Check} = new {Check}(\"{type}.{signature.Name}{form}\", {VerificationPlan.Compared(regions)});");
            WriteApart(code, signature, names, form);
            string arguments = WriteCopies(code, signature, names);
            string asWritten = SignatureText.CallAsWritten(method);
            asWritten = asWritten.Substring(0, asWritten.LastIndexOf('(')) + $"({arguments})";
            if (!signature.ReturnsVoid)
            {
                code.Line($"{signature.ReturnTypeText} {names.AsWritten} = default;");
                code.Line($"{signature.ReturnTypeText} {names.Generated} = default;");
            }

            WriteRuns(code, signature, names, asWritten, SignatureText.Call(signature, signature.Name + form));
            WriteComparisons(code, signature, regions, names);
        }
    }

    /// <summary>Copies of spans that overlap would not.</summary>
    private static void WriteApart(CodeWriter code, MethodSignature signature, Names names, string form)
    {
        ParameterModel[] memory = [.. signature.Parameters.Where(parameter => IsSpan(parameter) || IsArray(parameter))];
        string[] pairs =
        [
            .. memory.SelectMany((one, number) => memory.Skip(number + 1).Where(other => IsSpan(one) || IsSpan(other))
                .Select(other => $"{Check}.AreApart<{Element(one)}, {Element(other)}>({one.Name}, {other.Name})")),
        ];
        if (pairs.Length == 0)
        {
            return;
        }

        using (code.Block($"if (!({string.Join(" && ", pairs)}))"))
        {
            code.Line($"{names.Check}.Begin();");
            using (code.Block("try"))
            {
                code.Line($"{(signature.ReturnsVoid ? "" : "return ")}{SignatureText.Call(signature, signature.Name + form)};");
                if (signature.ReturnsVoid)
                {
                    code.Line("return;");
                }
            }

            using (code.Block("finally"))
            {
                code.Line($"{names.Check}.End();");
            }
        }

        code.Line();
    }

    private static string WriteCopies(CodeWriter code, MethodSignature signature, Names names)
    {
        List<string> arguments = [];
        foreach (ParameterModel parameter in signature.Parameters)
        {
            string copier = IsSpan(parameter) ? $"CopySpan<{Element(parameter)}>" : IsArray(parameter) ? "CopyArray" : IsList(parameter) ? "CopyList" : "";
            arguments.Add(parameter.Name);
            if (copier.Length > 0)
            {
                arguments[arguments.Count - 1] = names.CopyOf(parameter);
                code.Line($"var {names.CopyOf(parameter)} = {names.Check}.{copier}({parameter.Name});");
            }
        }

        return string.Join(", ", arguments);
    }

    /// <summary>Lambdas are short, but can't have spans.</summary>
    private static void WriteRuns(CodeWriter code, MethodSignature signature, Names names, string asWritten, string generated)
    {
        if (!signature.Parameters.Any(IsSpan))
        {
            string first = signature.ReturnsVoid ? asWritten : $"{names.AsWritten} = {asWritten}";
            string second = signature.ReturnsVoid ? generated : $"{names.Generated} = {generated}";
            code.Line($"{names.Check}.Run(() => {first}, () => {second});");
            return;
        }

        code.Line($"{names.Check}.Begin();");
        WriteTry(code, signature, names, names.AsWritten, asWritten, "AsWritten");
        WriteTry(code, signature, names, names.Generated, generated, "Generated");
        code.Line($"{names.Check}.End();");
    }

    private static void WriteTry(CodeWriter code, MethodSignature signature, Names names, string result, string call, string way)
    {
        using (code.Block("try"))
        {
            code.Line($"{(signature.ReturnsVoid ? "" : result + " = ")}{call};");
        }

        using (code.Block($"catch (global::System.Exception {names.Exception})"))
        {
            code.Line($"{names.Check}.{way}({names.Exception});");
        }

        code.Line();
    }

    private static void WriteComparisons(CodeWriter code, MethodSignature signature, IReadOnlyList<RegionPlan> regions, Names names)
    {
        foreach (ParameterModel parameter in signature.Parameters)
        {
            string comparison = IsSpan(parameter) ? $"CompareSpan<{Element(parameter)}>" : IsArray(parameter) ? "CompareArray" : IsList(parameter) ? "CompareList" : "";
            if (comparison.Length > 0)
            {
                string iteration = VerificationPlan.Iteration(regions, parameter.Name) is var (index, offset) ? $", \"{index}\", {offset}" : "";
                string name = parameter.Name.TrimStart('@');
                code.Line($"{names.Check}.{comparison}(\"{name}\", {names.CopyOf(parameter)}, {parameter.Name}{iteration});");
            }
        }

        if (!signature.ReturnsVoid)
        {
            code.Line($"{names.Check}.CompareResult({names.AsWritten}, {names.Generated});");
            code.Line($"return {names.Generated};");
        }
    }

    private static bool IsSpan(ParameterModel parameter) =>
        parameter.TypeText.StartsWith("global::System.Span<", StringComparison.Ordinal)
        || parameter.TypeText.StartsWith("global::System.ReadOnlySpan<", StringComparison.Ordinal);

    private static bool IsArray(ParameterModel parameter) => parameter.TypeText.TrimEnd('?').EndsWith("]", StringComparison.Ordinal);

    private static bool IsList(ParameterModel parameter) =>
        parameter.TypeText.StartsWith("global::System.Collections.Generic.List<", StringComparison.Ordinal);

    private static string Element(ParameterModel parameter)
    {
        string type = parameter.TypeText.TrimEnd('?');
        return IsSpan(parameter)
            ? type.Substring(type.IndexOf('<') + 1, type.LastIndexOf('>') - type.IndexOf('<') - 1)
            : type.Substring(0, type.LastIndexOf('['));
    }

    /// <summary>Names that no parameter has.</summary>
    private sealed class Names
    {
        private readonly HashSet<string> _used;
        private readonly Dictionary<string, string> _copies = [];

        public Names(MethodSignature signature)
        {
            _used = [.. signature.Parameters.Select(parameter => parameter.Name.TrimStart('@'))];
            foreach (ParameterModel parameter in signature.Parameters)
            {
                _copies[parameter.Name] = Fresh(parameter.Name.TrimStart('@') + "AsWritten");
            }

            Check = Fresh("check");
            AsWritten = Fresh("asWritten");
            Generated = Fresh("generated");
            Exception = Fresh("exception");
        }

        public string Check { get; }

        public string AsWritten { get; }

        public string Generated { get; }

        public string Exception { get; }

        public string CopyOf(ParameterModel parameter) => _copies[parameter.Name];

        private string Fresh(string wish) => UnusedName.Take(_used, wish);
    }
}
