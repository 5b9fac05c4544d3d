using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>The kernel of a region whose tiles run on threads: <c>{Name}Tile</c>, and <c>{Name}Kernel</c> for whole iterations of the root.</summary>
internal static class CollapsedKernel
{
    public static void Write(CodeWriter writer, RegionPlan plan, CollapsePlan collapse)
    {
        RegionPlan tile = collapse.Tile;
        writer.Line($"// {plan.Root.Index.Name}, and of {collapse.Inner.Index.Name} from {collapse.First.Name} on");
        if (tile.Vector is { } vector)
        {
            LaneKernel.Write(writer, tile, vector, plan.Name + "Tile");
        }
        else
        {
            ScalarKernel.Write(writer, tile, plan.Name + "Tile");
        }

        var names = new KernelNames(plan);
        using (ScalarKernel.Header(writer, plan, plan.Name + "Kernel", names))
        {
            string start = ExpressionPrinter.Print(collapse.Inner.Start);
            string end = ExpressionPrinter.Print(collapse.End);
            string[] arguments = [names.From, names.To, KernelSignature.Arguments(plan), start, end];
            writer.Line($"{plan.Name}Tile({string.Join(", ", arguments.Where(argument => argument.Length > 0))});");
        }

        writer.Line();
    }
}
