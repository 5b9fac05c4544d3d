using AutoPar.Generator.Analysis;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary><c>{Name}Body</c>: what the loop driver calls, on several threads at once.</summary>
internal static class BodyStruct
{
    public static string Interface(RegionPlan region) => ExitText.Has(region)
        ? $"global::AutoPar.Runtime.IScanSearchBody<{ScanText.Types(region)}>"
        : region.IsSearched
        ? $"global::AutoPar.Runtime.{(region.Find is null ? "ISearchBody" : "IEffectfulSearchBody")}<{RegionNames.Partial(region)}>"
        : region.BlockTotals is not null ? $"global::AutoPar.Runtime.IScanBody<{ScanText.Types(region)}>"
        : region.Collapse is not null ? "global::AutoPar.Runtime.ITiledBody"
        : region.Pipeline is not null ? "global::AutoPar.Runtime.IPipelineBody"
        : region.HasOutputs
        ? $"global::AutoPar.Runtime.IReductionBody<{RegionNames.Partial(region)}>"
        : "global::AutoPar.Runtime.ILoopBody";

    public static void Write(CodeWriter code, MethodModel method, RegionPlan region)
    {
        MemoryObject[] spans = [.. region.Spans];
        string pinned = spans.Length > 0 ? ", global::AutoPar.Runtime.IPinnedBody" : "";
        using (code.Block($"private struct {RegionNames.Body(region)} : {Interface(region)}{pinned}"))
        {
            WriteFields(code, method, region);
            code.Line();
            if (region.BlockTotals is not null)
            {
                ScanText.WriteTotals(code, region);
            }

            if (region.Pipeline is not null)
            {
                PipelineText.WriteRun(code, region);
            }
            else if (region.Seams is null)
            {
                WriteRun(code, region);
            }
            else
            {
                SeamText.WriteRun(code, region);
            }

            CollapseText.WriteRun(code, region);
            if (region.HasOutputs)
            {
                string partial = RegionNames.Partial(region);
                code.Line();
                code.Line($"public readonly {partial} Combine(in {partial} left, in {partial} right) => {partial}.Combine(in left, in right);");
            }

            if (region.IsSearched)
            {
                code.Line();
                code.Line($"public readonly long Done(in {RegionNames.Partial(region)} partial) => partial.{PartialStruct.Done(region)};");
            }

            if (ExitText.Has(region))
            {
                ExitText.WriteMethods(code, region, string.Concat(region.Objects.Select(item => ", " + CopiesText.Argument(region, item))
                    .Concat(region.Inputs.Select(variable => ", " + Field(variable.Name)))));
            }

            if (region.Find is { } find)
            {
                string arguments = string.Join("", find.Objects.Select(item => ", " + CopiesText.Argument(region, item))
                    .Concat(find.Inputs.Select(variable => ", " + Field(variable.Name))));
                code.Line();
                code.Line($"public readonly long Find(long from, long to) => {RegionNames.Kernel(find)}(from, to{arguments}).{PartialStruct.Done(find)};");
            }

            if (spans.Length > 0)
            {
                code.Line();
                WriteBind(code, spans);
            }
        }

        code.Line();
    }

    /// <summary>Fields have names of their own, so that a parameter called <c>from</c> or <c>Run</c> does no harm.</summary>
    public static string Field(string name) => "_" + name.TrimStart('@');

    private static void WriteFields(CodeWriter code, MethodModel method, RegionPlan region)
    {
        if (region.NeedsThis)
        {
            code.Line($"public {method.Signature.ContainingTypeText} Receiver;");
        }

        if (region.RunsInPieces)
        {
            code.Line("public long PieceStart;");
        }

        SeamText.WriteFields(code, region);
        PipelineText.WriteFields(code, region);
        foreach (MemoryObject list in region.Appended)
        {
            code.Line($"public {AppendsText.Type(list)} {AppendsText.Field(list)};");
        }

        foreach (MemoryObject item in region.Objects.Where(item => !AppendsText.Has(region, item)))
        {
            code.Line(item.IsSpan
                ? $"public global::AutoPar.Runtime.PinnedSpan<{item.ElementTypeText}> {Field(item.Name)};"
                : $"public {item.TypeText} {Field(item.Name)};");
        }

        foreach (ArrayReduction reduction in region.ArrayReductions)
        {
            code.Line($"public {CopiesText.Type(reduction)} {CopiesText.Field(reduction)};");
        }

        foreach (Variable variable in region.Inputs.Concat(region.HandedOn))
        {
            code.Line($"public {variable.TypeText} {Field(variable.Name)};");
        }
    }

    private static void WriteRun(CodeWriter code, RegionPlan region)
    {
        string arguments = string.Join("", region.Objects.Select(item => ", " + CopiesText.Argument(region, item))
            .Concat(region.Inputs.Concat(region.HandedOn).Select(variable => ", " + (ScanText.Carried(region, variable) ?? Field(variable.Name)))));
        string result = region.HasOutputs ? RegionNames.Partial(region) : "void";
        string receiver = region.NeedsThis ? "Receiver." : "";
        (string first, string end) = region.RunsInPieces ? ("PieceStart + from", "PieceStart + to") : ("from", "to");
        string run = $"{receiver}{RegionNames.Kernel(region)}({first}, {end}{arguments});";
        string header = $"public readonly {result} Run(long from, long to{ScanText.Parameter(region)})";
        if (region.ArrayReductions.IsEmpty && region.Appended.IsEmpty)
        {
            code.Line($"{header} => {run}");
            return;
        }

        using (code.Block(header))
        {
            foreach (ArrayReduction reduction in region.ArrayReductions)
            {
                code.Line($"var {CopiesText.Local(reduction.Object)} = {CopiesText.Field(reduction)}.Take();");
            }

            AppendsText.WriteTake(code, region, first);
            code.Line(region.HasOutputs ? $"var result = {run}" : run);
            AppendsText.WriteReturn(code, region, first, end);
            foreach (ArrayReduction reduction in region.ArrayReductions)
            {
                code.Line($"{CopiesText.Field(reduction)}.Return({CopiesText.Local(reduction.Object)});");
            }

            if (region.HasOutputs)
            {
                code.Line("return result;");
            }
        }
    }

    private static void WriteBind(CodeWriter code, MemoryObject[] spans)
    {
        using (code.Block("public void Bind(int index, nint address)"))
        using (code.Block("switch (index)"))
        {
            for (int number = 0; number < spans.Length; number++)
            {
                code.Line($"case {number}: {Field(spans[number].Name)}.Address = address; break;");
            }
        }
    }
}
