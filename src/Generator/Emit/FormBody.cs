using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit;

/// <summary>The method's own text, in which loops are replaced by a test, the region, and the loop as written.</summary>
internal static class FormBody
{
    public static void Write(CodeWriter code, MethodModel method, EquatableArray<RegionPlan> regions) =>
        code.Lines(method.BodyText);
}
