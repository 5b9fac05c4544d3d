using AutoPar.Generator.Helpers;
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

        if (plan.Collapse is { } collapse)
        {
            CollapsedKernel.Write(writer, plan, collapse);
        }
        else if (plan.Vector is { } vector)
        {
            RegionPlan piece = plan with { Inputs = plan.Inputs.Concat(plan.Conditions.Select(condition => condition.Flag)).ToEquatableArray() };
            LaneKernel.Write(writer, piece, vector, plan.Name + (plan.Cuts.IsEmpty ? "Kernel" : "Piece"));
            if (!plan.Cuts.IsEmpty)
            {
                PiecesKernel.Write(writer, plan);
            }
        }
        else
        {
            ScalarKernel.Write(writer, plan, plan.Name + "Kernel");
        }
    }
}
