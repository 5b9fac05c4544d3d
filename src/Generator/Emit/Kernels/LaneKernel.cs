using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>The kernel of a region with a loop in lanes: scalar loops down to it, then vectors.</summary>
internal static class LaneKernel
{
    public static void Write(CodeWriter writer, RegionPlan plan, VectorLoopPlan vector, string name)
    {
        var names = new KernelNames(plan);

        // In a small caller it would exhaust what the JIT inlines into that, and the vector helpers in it would stay calls.
        writer.Line(FileParts.NotInlined);
        using (ScalarKernel.Header(writer, plan, name, names))
        {
            ScalarKernel.Declarations(writer, plan);
            ScalarKernel.Inductions(writer, plan, names);
            if (vector.Loop.Id == plan.Root.Id)
            {
                new VectorLoop(writer, plan, vector, names).Write(LaneRange.Root(vector.Loop, names));
            }
            else
            {
                HashSet<int> flagged = [.. plan.Outputs.Where(KernelVariables.HasAssignedFlag).Select(role => role.Variable.Id)];
                ScalarKernel.Iterations(writer, plan, names, new Printer(writer, plan, vector, names, flagged));
            }

            ScalarKernel.Return(writer, plan);
        }

        writer.Line();
    }

    /// <summary>Scalar statements around the loop in lanes.</summary>
    private sealed class Printer(CodeWriter writer, RegionPlan plan, VectorLoopPlan vector, KernelNames names, HashSet<int> flagged)
        : StatementPrinter(writer, plan, flagged)
    {
        protected override void WriteLoop(Loop loop)
        {
            if (loop.Id != vector.Loop.Id)
            {
                base.WriteLoop(loop);
                return;
            }

            using (Writer.Block(""))
            {
                new VectorLoop(Writer, Plan, vector, names).Write(LaneRange.Inner(loop));
            }
        }
    }
}
