using AutoPar.Generator.Emit.Regions;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit;

/// <summary>The methods <c>XSequential</c>, <c>XVectorized</c> and <c>XParallel</c>.</summary>
internal static class Siblings
{
    public static void Write(CodeWriter code, MethodModel method, RegionSet regions)
    {
        WriteForm(code, method, "Sequential", "exactly as written, on the calling thread and never redirected", []);
        if (method.Vectorize is not null)
        {
            code.Line();
            WriteForm(code, method, "Vectorized", "in vectors on the calling thread", regions.Vectorized);
        }

        if (method.Parallelize is not null)
        {
            code.Line();
            WriteForm(code, method, "Parallel", "on all cores", regions.Parallel);
        }
    }

    private static void WriteForm(CodeWriter code, MethodModel method, string form, string how, IReadOnlyList<RegionPlan> regions)
    {
        MethodSignature signature = method.Signature;
        string reference = Cref(signature);
        code.Line($"/// <summary>Runs <see cref=\"{reference}\"/> {how}.</summary>");
        code.Line($"/// <inheritdoc cref=\"{reference}\"/>");
        code.Line(FileParts.GeneratedCode);
        string declaration = SignatureText.Declaration(signature, signature.Name + form);
        if (regions.Count == 0)
        {
            code.Line(declaration);
            code.Line($"    => {SignatureText.Call(signature, signature.Name)};");
            return;
        }

        using (code.Block(declaration))
        {
            FormBody.Write(code, method, regions, WholeMethod.Fallback(method, regions));
        }
    }

    /// <summary>Types are left out: what a cref can't spell (tuples, annotations) would be reported.</summary>
    private static string Cref(MethodSignature signature) => signature.Name + signature.TypeParameters.Replace('<', '{').Replace('>', '}');
}
