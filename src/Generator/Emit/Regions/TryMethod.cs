using AutoPar.Generator.Emit.Guards;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary><c>{Name}TryBlocks</c>, <c>{Name}TryFork</c>: a run of a region that has no effects, and whether it came to its end.</summary>
internal static class TryMethod
{
    public static void Write(CodeWriter code, MethodModel method, RegionPlan region, bool isForked)
    {
        var names = new KernelNames(region);
        string trips = names.Fresh("trips");
        string result = names.Fresh("result");
        string caught = names.Fresh("exception");
        string token = RegionToken.Name(region, names);
        string run = isForked ? RegionNames.Fork(region) : RegionNames.Blocks(region);
        string parameters = $"{RegionMembers.Parameters(region, "long " + trips)}{RegionToken.Parameter(token)}, out {RegionNames.Partial(region)} {result}";
        code.Line($"// not tested before: {region.Speculation}");
        using (code.Block($"{RegionNames.Accessibility(region)} static bool {RegionNames.Try(region, isForked)}({parameters})"))
        {
            using (code.Block("try"))
            {
                code.Line($"{result} = {run}({trips}{RegionMembers.Arguments(region)}{RegionToken.Argument(token)});");
                code.Line("return true;");
            }

            using (code.Block($"catch (global::System.SystemException {caught}) when ({caught} is not global::System.OperationCanceledException)"))
            {
                code.Line($"{result} = default;");
                code.Line($"return {FailedTest.Tell(method, region, region.Speculation!)};");
            }
        }

        code.Line();
    }
}
