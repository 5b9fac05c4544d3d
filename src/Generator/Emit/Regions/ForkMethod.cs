using AutoPar.Generator.Analysis;
using AutoPar.Generator.Emit.Guards;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary><c>{Name}Fork</c>: hands the region to the loop driver.</summary>
internal static class ForkMethod
{
    private const string Driver = "global::AutoPar.Runtime.LoopDriver";

    public static void Write(CodeWriter code, MethodModel method, RegionPlan region)
    {
        var names = new KernelNames(region);
        string trips = names.Fresh("trips");
        string body = names.Fresh("body");
        string schedule = names.Fresh("schedule");
        string token = RegionToken.Name(region, names);
        string result = region.HasOutputs ? RegionNames.Partial(region) : "void";
        using (code.Block($"{RegionNames.Accessibility(region)} {(region.NeedsThis ? "" : "static ")}{result} {RegionNames.Fork(region)}({RegionMembers.Parameters(region, "long " + trips)}{RegionToken.Parameter(token)})"))
        {
            ScanText.WriteHandedOn(code, region);
            RegionToken.WriteLook(code, token);
            if (region.HasOutputs && !region.IsSearched)
            {
                // One block: there is nothing to share out.
                using (code.Block($"if ({trips} <= {ScheduleText.MinimumBlock(region)})"))
                {
                    code.Line($"return {RegionNames.Kernel(region)}(0, {(CursorText.LeavesToText(region) ? "0" : trips)}{RegionMembers.Arguments(region)}{ScanText.HandedOn(region)});");
                }

                code.Line();
            }

            WriteWrapping(code, region, trips, token);
            code.Line($"var {schedule} = {ScheduleText.New(method, region)}{(token.Length == 0 ? "" : $" {{ Token = {token} }}")};");
            if (CursorText.LeavesToText(region))
            {
                CursorText.WriteDecision(code, region, trips, schedule);
            }
            else if (ExitText.LeavesToText(region))
            {
                ExitText.WriteDecision(code, region, trips, schedule);
            }

            WriteInspection(code, region, trips, schedule, token);
            CopiesText.WriteDecision(code, region, trips, schedule, token);
            AppendsText.WriteDecision(code, region, trips, schedule, token);
            SeamText.Names? seams = SeamText.WriteDecision(code, region, names, trips, schedule, token);
            string shape = PipelineText.WriteDecision(code, region, names, trips, schedule, token);
            WriteBody(code, region, body, seams, trips, shape);
            SeamText.WriteSaving(code, region, seams, trips, body);
            WriteCollectingCall(code, region, names, trips, body, schedule, shape);
        }

        code.Line();
    }

    private static void WriteCollectingCall(CodeWriter code, RegionPlan region, KernelNames names, string trips, string body, string schedule, string shape)
    {
        if (region.Appended.IsEmpty)
        {
            WriteCall(code, region, names, trips, body, schedule, shape);
            return;
        }

        using (code.Block("try"))
        {
            WriteCall(code, region, names, trips, body, schedule, shape);
        }

        using (code.Block("finally"))
        {
            AppendsText.WriteEnd(code, region, body);
        }
    }

    /// <summary>A counter that wraps comes to the same places again.</summary>
    private static void WriteWrapping(CodeWriter code, RegionPlan region, string trips, string token)
    {
        if (!region.Roles.Any(role => role is Cursor))
        {
            return;
        }

        using (code.Block($"if ({CursorText.MayWrap(region, trips)})"))
        {
            WriteInOrder(code, region, trips, token);
        }

        code.Line();
    }

    /// <summary>Where the iterations may depend on each other, they run in order.</summary>
    private static void WriteInspection(CodeWriter code, RegionPlan region, string trips, string schedule, string token)
    {
        Independent[] guards = [.. region.Guards.OfType<Independent>()];
        if (guards.Length == 0)
        {
            return;
        }

        string arguments = RegionMembers.Arguments(region);
        string cost = ScheduleText.Number(guards.Sum(IndependenceTest.Nanoseconds));
        string tests = string.Join("", guards.Select(guard => $" || !{IndependenceTest.Name(region, guard)}(0, {trips}{arguments})"));
        using (code.Block($"if (!{Driver}.IsWorthInspecting({trips}, {cost}, in {schedule}){tests})"))
        {
            WriteInOrder(code, region, trips, token);
        }

        code.Line();
    }

    /// <summary>The end of the method where nothing is forked.</summary>
    public static void WriteInOrder(CodeWriter code, RegionPlan region, string trips, string token)
    {
        string arguments = RegionMembers.Arguments(region) + RegionToken.Argument(token);
        if (region.HasOutputs)
        {
            code.Line(RegionMembers.RunsBlocks(region)
                ? $"return {RegionNames.Blocks(region)}({trips}{arguments});"
                : $"return {RegionNames.Kernel(region)}(0, {trips}{RegionMembers.Arguments(region)}{ScanText.HandedOn(region)});");
        }
        else
        {
            code.Line(region.IsSliced
                ? $"{RegionNames.Slices(region)}({trips}{arguments});"
                : $"{RegionNames.Kernel(region)}(0, {trips}{RegionMembers.Arguments(region)});");
            code.Line("return;");
        }
    }

    public static void WriteBody(CodeWriter code, RegionPlan region, string body, SeamText.Names? seams, string trips, string shape = "")
    {
        using (code.Block($"var {body} = new {RegionNames.Body(region)}", ";"))
        {
            if (region.NeedsThis)
            {
                code.Line("Receiver = this,");
            }

            foreach (MemoryObject list in region.Appended)
            {
                code.Line($"{AppendsText.Field(list)} = new {AppendsText.Type(list)}({list.Name}),");
            }

            foreach (MemoryObject item in region.Objects.Where(item => !AppendsText.Has(region, item)))
            {
                code.Line(item.IsSpan
                    ? $"{BodyStruct.Field(item.Name)} = new global::AutoPar.Runtime.PinnedSpan<{item.ElementTypeText}> {{ Length = {item.Name}.Length }},"
                    : $"{BodyStruct.Field(item.Name)} = {item.Name},");
            }

            SeamText.WriteValues(code, region, seams, trips);
            PipelineText.WriteValues(code, region, shape);
            foreach (ArrayReduction reduction in region.ArrayReductions)
            {
                code.Line($"{CopiesText.Field(reduction)} = {CopiesText.New(reduction)},");
            }

            foreach (Variable variable in region.Inputs.Concat(region.HandedOn))
            {
                code.Line($"{BodyStruct.Field(variable.Name)} = {variable.Name},");
            }
        }
    }

    private static void WriteCall(CodeWriter code, RegionPlan region, KernelNames names, string trips, string body, string schedule, string shape)
    {
        bool scans = region.BlockTotals is not null;
        string carry = scans ? names.Fresh("carry") : "";
        string types = scans ? $"<{RegionNames.Body(region)}, {ScanText.Types(region)}>"
            : region.HasOutputs ? $"<{RegionNames.Body(region)}, {RegionNames.Partial(region)}>" : "";
        string verb = ExitText.Has(region) ? "ScanSearch" : scans ? "Scan" : region.Find is not null ? "SearchAndRun" : region.IsSearched ? "Search" : region.Pipeline is not null ? "Pipeline" : region.Collapse is not null ? "Collapse" : region.HasOutputs ? "Reduce" : "For";
        string order = ExitText.Has(region) ? $"in {carry}, {ExitText.Share(region)}, in {schedule}"
            : scans ? $"in {carry}, {ScanText.Nanoseconds(region)}, in {schedule}, inBlocks: {(region.ScansInBlocks ? "true" : "false")}" : shape.Length > 0 ? $"{shape}, in {schedule}" : CollapseText.Bounds(region) + $"in {schedule}";
        if (scans)
        {
            ScanText.WriteStart(code, region, carry);
        }

        string partial = region.HasOutputs && !region.ArrayReductions.IsEmpty ? names.Fresh("result") : "";
        string result = partial.Length > 0 ? $"var {partial} = " : region.HasOutputs ? "return " : "";
        MemoryObject[] spans = [.. region.Spans];
        if (spans.Length == 0)
        {
            if (!region.ThreadCuts.IsEmpty)
            {
                WritePieces(code, region, names, trips, body, length => $"{Driver}.For({length}, in {body}, in {schedule});");
                return;
            }

            code.Line($"{result}{Driver}.{verb}{types}({trips}, in {body}, {order});");
            WriteCombination(code, region, body, partial);
            return;
        }

        string pins = names.Fresh("pins");
        WritePins(code, region, pins);
        if (!region.ThreadCuts.IsEmpty)
        {
            WritePieces(code, region, names, trips, body, length => $"{Driver}.ForPinned({length}, ref {body}, in {schedule}, in {pins});");
            return;
        }

        code.Line($"{result}{Driver}.{verb}Pinned{types}({trips}, ref {body}, {order}, in {pins});");
        WriteCombination(code, region, body, partial);
    }

    /// <summary>The places of the region's spans.</summary>
    public static void WritePins(CodeWriter code, RegionPlan region, string pins)
    {
        MemoryObject[] spans = [.. region.Spans];
        code.Line($"var {pins} = default(global::AutoPar.Runtime.SpanPins);");
        for (int number = 0; number < spans.Length; number++)
        {
            code.Line($"{pins}.P{number} = ref global::System.Runtime.CompilerServices.Unsafe.As<{spans[number].ElementTypeText}, byte>("
                + $"ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference({spans[number].Name}));");
        }
    }

    /// <summary>One piece of the iterations on all threads, then the next.</summary>
    private static void WritePieces(CodeWriter code, RegionPlan region, KernelNames names, string trips, string body, Func<string, string> call)
    {
        string first = names.Fresh("first");
        string next = names.Fresh("next");
        string[] cuts = [.. region.ThreadCuts.Select(cut => PiecesKernel.Declare(code, cut, names))];
        using (code.Block($"for (long {first} = 0, {next}; {first} < {trips}; {first} = {next})"))
        {
            code.Line($"{next} = {trips};");
            foreach (string cut in cuts)
            {
                code.Line($"{next} = {cut} > {first} ? global::System.Math.Min({cut}, {next}) : {next};");
            }

            code.Line($"{body}.PieceStart = {first};");
            code.Line(call($"{next} - {first}"));
        }
    }

    private static void WriteCombination(CodeWriter code, RegionPlan region, string body, string partial)
    {
        foreach (ArrayReduction reduction in region.ArrayReductions)
        {
            code.Line($"{body}.{CopiesText.Field(reduction)}.CombineInto({reduction.Object.Name});");
        }

        if (partial.Length > 0)
        {
            code.Line($"return {partial};");
        }
    }
}
