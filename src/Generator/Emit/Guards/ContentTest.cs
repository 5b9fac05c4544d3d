using AutoPar.Generator.Analysis;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Guards;

/// <summary>The read-only pre-pass: the loop without its stores runs through once, or the guard fails.</summary>
internal static class ContentTest
{
    public static string Name(RegionPlan region, int number) => region.Name + "Content" + (number == 0 ? "" : (number + 1).ToString());

    public static void Write(CodeWriter code, RegionPlan region, Content content, int number)
    {
        // The pre-pass assigns private scalars alone, and yields nothing.
        Loop loop = content.Shadow.Index.Id == region.Root.Index.Id ? content.Shadow with { Start = region.Root.Start } : content.Shadow;
        RegionPlan shadow = region with { Root = loop, Roles = EquatableArray<ScalarRole>.Empty };
        var names = new KernelNames(shadow);
        string parameters = KernelSignature.Parameters(region);
        code.Line($"// {content.Reason}");
        using (code.Block($"private static bool {Name(region, number)}(long {names.From}, long {names.To}{(parameters.Length == 0 ? "" : ", " + parameters)})"))
        {
            using (code.Block("try"))
            {
                ScalarKernel.Declarations(code, shadow);
                ScalarKernel.Iterations(code, shadow, names, new StatementPrinter(code, shadow, []));
                code.Line("return true;");
            }

            using (code.Block("catch (global::System.Exception)"))
            {
                code.Line("return false;");
            }
        }
    }
}
