using AutoPar.Generator.Emit.Regions;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit;

/// <summary>The methods <c>XSequential</c>, <c>XVectorized</c> and <c>XParallel</c>.</summary>
internal static class Siblings
{
    public static void Write(CodeWriter code, MethodPlan plan, RegionSet regions)
    {
        MethodModel method = plan.Method;
        WriteForm(code, plan, "Sequential", "exactly as written, on the calling thread and never redirected", []);
        if (method.Vectorize is not null)
        {
            code.Line();
            WriteForm(code, plan, "Vectorized", "in vectors on the calling thread", regions.Vectorized);
        }

        if (method.Parallelize is not null)
        {
            code.Line();
            WriteForm(code, plan, "Parallel", "on all cores", regions.Parallel);
        }

        if (method.Parallelize is { Async: true })
        {
            code.Line();
            AsyncForm.Write(code, plan, regions.Parallel, Cref(method.Signature));
        }
    }

    private static void WriteForm(CodeWriter code, MethodPlan plan, string form, string how, IReadOnlyList<RegionPlan> regions)
    {
        MethodModel method = plan.Method;
        MethodSignature signature = method.Signature;
        IReadOnlyList<SpecializationPlan> copies = form == "Sequential" ? [] : SpecializedForms.Of(plan, form);
        string reference = Cref(signature);
        code.Line($"/// <summary>Runs <see cref=\"{reference}\"/> {how}.</summary>");
        code.Line($"/// <inheritdoc cref=\"{reference}\"/>");
        code.Line(FileParts.GeneratedCode);
        string declaration = SignatureText.Declaration(signature, signature.Name + form);
        string asWritten = $"{SignatureText.CallAsWritten(method)};";
        if (regions.Count == 0 && copies.Count == 0)
        {
            code.Line(declaration);
            code.Line($"    => {asWritten}");
            return;
        }

        if (regions.Count > 0)
        {
            FormMethod.Write(code, method, regions, form, () => SpecializedForms.WriteTests(code, method, copies, form), isVerified: true);
            VerifiedForm.Write(code, method, regions, form);
            return;
        }

        using (code.Block(declaration))
        {
            SpecializedForms.WriteTests(code, method, copies, form);
            code.Line(signature.ReturnsVoid ? asWritten : "return " + asWritten);
        }
    }

    /// <summary>Types are left out: what a cref can't spell (tuples, annotations) would be reported.</summary>
    private static string Cref(MethodSignature signature) => signature.Name + signature.TypeParameters.Replace('<', '{').Replace('>', '}');
}
