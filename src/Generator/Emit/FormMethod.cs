using AutoPar.Generator.Emit.Guards;
using AutoPar.Generator.Emit.Regions;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit;

/// <summary>
/// A form with regions as one method or two. Where a call with few trips runs all of the method as written, the form asks
/// for the trip count alone and hands on; the rest is a method of its own, whose prologue a short call doesn't pay.
/// </summary>
internal static class FormMethod
{
    /// <param name="writeFirst">Writes statements that come before all else.</param>
    /// <param name="isVerified">It is checked in self-check mode; where few trips run as written, behind that.</param>
    public static void Write(
        CodeWriter code, MethodModel method, IReadOnlyList<RegionPlan> regions, string form, Action? writeFirst = null, bool isVerified = false)
    {
        MethodSignature signature = method.Signature;
        string? asWritten = WholeMethod.Fallback(method, regions);
        bool isEntered = IsEntered(method, regions);
        using (code.Block(SignatureText.Declaration(signature, signature.Name + form)))
        {
            writeFirst?.Invoke();
            if (isEntered)
            {
                WriteEntry(code, signature, regions[0], form, asWritten!);
            }
            else
            {
                WriteVerification();
                FormBody.Write(code, method, regions, asWritten);
            }
        }

        if (isEntered)
        {
            code.Line();
            code.Line($"// {signature.Name}{form} where there are enough trips");
            code.Line(FileParts.NotInlined);
            using (code.Block(SignatureText.Declaration(signature with { Accessibility = "private" }, RegionNames.Form(regions[0], form))))
            {
                WriteVerification();
                FormBody.Write(code, method, regions, asWritten);
            }
        }

        void WriteVerification()
        {
            if (isVerified)
            {
                VerifiedForm.WriteTest(code, method, form);
            }
        }
    }

    /// <summary>Whether the form of these regions asks for the trip count before anything else.</summary>
    public static bool IsEntered(MethodModel method, IReadOnlyList<RegionPlan> regions) =>
        WholeMethod.Fallback(method, regions) is not null && TripTest.Exists(regions[0]);

    // Both calls are the last thing done: the JIT makes jumps of them.
    private static void WriteEntry(CodeWriter code, MethodSignature signature, RegionPlan region, string form, string asWritten)
    {
        code.Line($"if (!{TripTest.Call(region)}) // as written");
        code.Line("    " + asWritten);
        code.Line();
        code.Line($"{(signature.ReturnsVoid ? "" : "return ")}{SignatureText.Call(signature, RegionNames.Form(region, form))};");
    }
}
