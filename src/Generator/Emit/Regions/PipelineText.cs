using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>Pipelines: two kernels in place of one, and buffers in which the first leaves values for the second.</summary>
internal static class PipelineText
{
    private const string Driver = "global::AutoPar.Runtime.LoopDriver";

    /// <summary><c>{Name}Compute</c> and <c>{Name}Apply</c>.</summary>
    public static void WriteKernels(CodeWriter code, RegionPlan region)
    {
        if (region.Pipeline is not { } pipeline)
        {
            return;
        }

        code.Line("// block by block on all cores: what the updates need");
        KernelEmitter.Write(code, pipeline.Computing);
        code.Line("// then the updates, in order, on one of them at a time");
        KernelEmitter.Write(code, pipeline.InOrder);
    }

    /// <summary>Where threads gain too little, the iterations run as on one thread. Returns the name of the blocks' shape.</summary>
    public static string WriteDecision(CodeWriter code, RegionPlan region, KernelNames names, string trips, string schedule, string token)
    {
        if (region.Pipeline is null)
        {
            return "";
        }

        string shape = names.Fresh("shape");
        using (code.Block($"if (!{Driver}.IsWorthPipelining({trips}, {Costs(region)}, in {schedule}, out var {shape}))"))
        {
            ForkMethod.WriteInOrder(code, region, trips, token);
        }

        code.Line();
        return shape;
    }

    /// <summary>The condition under which threads gain.</summary>
    public static string IsWorth(RegionPlan region, string trips, string schedule) => $"{Driver}.IsWorthPipelining({trips}, {Costs(region)}, {schedule})";

    public static void WriteFields(CodeWriter code, RegionPlan region)
    {
        if (region.Pipeline is not { } pipeline)
        {
            return;
        }

        code.Line("public global::AutoPar.Runtime.PipelineShape Shape;");
        foreach (MemoryObject item in pipeline.Buffers)
        {
            code.Line($"public {item.TypeText} {BodyStruct.Field(item.Name)};");
        }
    }

    /// <summary>In the body's initializer.</summary>
    public static void WriteValues(CodeWriter code, RegionPlan region, string shape)
    {
        if (region.Pipeline is not { } pipeline)
        {
            return;
        }

        code.Line($"Shape = {shape},");
        foreach (MemoryObject item in pipeline.Buffers)
        {
            code.Line($"{BodyStruct.Field(item.Name)} = global::System.GC.AllocateUninitializedArray<{item.ElementTypeText}>(checked((int){shape}.Length)),");
        }
    }

    /// <summary>The body's two stages.</summary>
    public static void WriteRun(CodeWriter code, RegionPlan region)
    {
        PipelinePlan pipeline = region.Pipeline!;
        string arguments = string.Concat(region.Objects.Select(item => BodyStruct.Field(item.Name) + (item.IsSpan ? ".Span" : ""))
            .Concat(pipeline.Buffers.Select(item => BodyStruct.Field(item.Name)))
            .Concat(region.Inputs.Select(input => BodyStruct.Field(input.Name)))
            .Append("Shape.First(from)")
            .Select(text => ", " + text));
        code.Line($"public readonly void Compute(long from, long to) => {RegionNames.Kernel(pipeline.Computing)}(from, to{arguments});");
        code.Line();
        code.Line($"public readonly void Apply(long from, long to) => {RegionNames.Kernel(pipeline.InOrder)}(from, to{arguments});");
    }

    private static string Costs(RegionPlan region) =>
        $"{ScheduleText.Nanoseconds(region.Pipeline!.Computing)}, {ScheduleText.Number(region.Pipeline.InOrderNanoseconds)}";
}
