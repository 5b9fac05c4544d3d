using AutoPar.Generator.Emit.Regions;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit;

/// <summary>
/// The overloads over spans of a scalar method: under its own name the best form, and the siblings. Lengths are compared
/// before the first store.
/// </summary>
internal static class UniversalForms
{
    public static void Write(CodeWriter code, MethodPlan overload)
    {
        MethodModel method = overload.Method;
        var regions = new RegionSet(overload);
        string best = method.Parallelize is not null ? "Parallel" : "Vectorized";
        code.Line();
        Summary(code, method, "for each element");
        code.Line(FileParts.GeneratedCode);
        code.Line(SignatureText.Declaration(method.Signature, method.Signature.Name));
        code.Line($"    => {SignatureText.Call(method.Signature, method.Signature.Name + best)};");
        WriteForm(code, method, "Sequential", "for each element, one by one", []);
        WriteForm(code, method, "Vectorized", "for each element, in vectors on the calling thread", regions.Vectorized);
        if (method.Parallelize is not null)
        {
            WriteForm(code, method, "Parallel", "for each element, on all cores", regions.Parallel);
        }

        foreach ((RegionPlan region, RegionUse use) in regions.Distinct())
        {
            RegionMembers.Write(code, method, region, use);
        }
    }

    private static void WriteForm(CodeWriter code, MethodModel method, string form, string how, IReadOnlyList<RegionPlan> regions)
    {
        code.Line();
        Summary(code, method, how);
        code.Line(FileParts.GeneratedCode);
        if (regions.Count > 0)
        {
            FormMethod.Write(code, method, regions, form, () => WriteLengthTests(code, method.Signature));
            return;
        }

        using (code.Block(SignatureText.Declaration(method.Signature, method.Signature.Name + form)))
        {
            WriteLengthTests(code, method.Signature);
            FormBody.Write(code, method, regions);
        }
    }

    private static void Summary(CodeWriter code, MethodModel method, string how)
    {
        code.Line($"/// <summary>Runs <see cref=\"{method.Signature.Name}\"/> {how}.</summary>");
        code.Line("/// <exception cref=\"global::System.ArgumentException\">A source is not as long as the destination.</exception>");
    }

    private static void WriteLengthTests(CodeWriter code, MethodSignature signature)
    {
        EquatableArray<ParameterModel> parameters = signature.Parameters;
        string destination = parameters[parameters.Count - 1].Name;
        foreach (ParameterModel source in parameters.Take(parameters.Count - 1).Where(IsSpan))
        {
            using (code.Block($"if ({source.Name}.Length != {destination}.Length)"))
            {
                string name = source.Name.TrimStart('@');
                code.Line($"throw new global::System.ArgumentException(\"'{name}' and '{destination}' must have one length.\", \"{name}\");");
            }

            code.Line();
        }
    }

    private static bool IsSpan(ParameterModel parameter) => parameter.TypeText.StartsWith("global::System.ReadOnlySpan<", StringComparison.Ordinal);
}
