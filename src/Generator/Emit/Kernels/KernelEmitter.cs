using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>Writes a region's kernel, and the struct of what it yields.</summary>
internal static class KernelEmitter
{
    public static void Write(CodeWriter writer, RegionPlan plan)
    {
        if (plan.HasOutputs)
        {
            PartialStruct.Write(writer, plan);
        }

        ScalarKernel.Write(writer, plan, plan.Name + "Kernel");
    }
}
