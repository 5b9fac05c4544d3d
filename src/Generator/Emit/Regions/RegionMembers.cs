using AutoPar.Generator.Analysis;
using AutoPar.Generator.Emit.Guards;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>Writes a region's members: guard, kernel, and what runs the kernel.</summary>
internal static class RegionMembers
{
    /// <summary>A region that both forms have is written once; it is forked if one of them forks it.</summary>
    public static void Write(CodeWriter code, MethodModel method, RegionPlan region, RegionUse use)
    {
        code.Line();
        if (region.TypeParameters.Length == 0)
        {
            WriteMembers(code, method, region, use);
            return;
        }

        using (code.Block($"private static class {RegionNames.Holder(region)}{(region.Constraints.Length == 0 ? "" : " " + region.Constraints)}"))
        {
            WriteMembers(code, method, region, use);
        }

        code.Line();
    }

    private static void WriteMembers(CodeWriter code, MethodModel method, RegionPlan region, RegionUse use)
    {
        if (use.IsEntered)
        {
            TripTest.Write(code, method, region);
        }

        GuardEmitter.Write(code, method, region);
        code.Line();
        if (region.Parts.IsEmpty)
        {
            KernelEmitter.Write(code, region);
        }

        foreach (Variable variable in RegionOutputs.Counted(region))
        {
            WriteAfter(code, region, variable);
        }

        if (!region.Parts.IsEmpty)
        {
            DistributedFork.Write(code, method, region);
            return;
        }

        if (RunsBlocks(region) && (use.IsRunHere || (use.IsForked && !region.IsSearched)))
        {
            WriteBlocks(code, region);
        }

        if (!region.HasOutputs && region.IsSliced)
        {
            SlicesMethod.Write(code, region);
        }

        if (use.IsForked)
        {
            if (region.BlockTotals is { } totals)
            {
                KernelEmitter.Write(code, totals);
                if (ExitText.Has(region))
                {
                    ExitText.WriteTest(code, region);
                }
            }

            foreach (Independent guard in region.Guards.OfType<Independent>())
            {
                IndependenceTest.Write(code, region, guard);
            }

            SeamText.WriteKernels(code, region);
            PipelineText.WriteKernels(code, region);
            if (region.Find is { } find)
            {
                KernelEmitter.Write(code, find);
            }

            BodyStruct.Write(code, method, region);
            ForkMethod.Write(code, method, region);
        }

        foreach (bool isForked in new[] { false, true }.Where(isForked => region.Speculation is not null && (isForked ? use.IsForked : use.IsRunHere)))
        {
            TryMethod.Write(code, method, region, isForked);
        }
    }

    /// <summary>Without threads, the kernel is called for each block; what is exact in any order needs none where threads search.</summary>
    public static bool RunsBlocks(RegionPlan region) => region.Root.IsResumed
        ? region.ScansInBlocks || (region.IsSearched && region.Roles.Any(ReductionOperators.Reassociates))
        : region.HasOutputs;

    private static void WriteAfter(CodeWriter code, RegionPlan region, Variable variable)
    {
        string step = variable.Id == region.Root.Index.Id
            ? ScalarKernel.Int64(region.Root.Step)
            : ScalarKernel.Int64(region.Roles.OfType<Analysis.Induction>().First(role => role.Variable.Id == variable.Id).Step);
        string start = variable.Id == region.Root.Index.Id ? ScalarKernel.Int64(region.Root.Start) : $"(long){variable.Name}";
        string trips = new KernelNames(region).Fresh("trips");
        code.Line($"private static {variable.TypeText} {RegionNames.After(region, variable)}({Parameters(region, "long " + trips)})");
        code.Line($"    => unchecked(({variable.TypeText})({start} + {trips} * {step}));");
        code.Line();
    }

    /// <summary>The blocks that threads would run, in order, so that the result has the same bits without threads.</summary>
    private static void WriteBlocks(CodeWriter code, RegionPlan region)
    {
        var names = new KernelNames(region);
        string trips = names.Fresh("trips");
        string token = RegionToken.Name(region, names);
        using (code.Block($"private {(region.NeedsThis ? "" : "static ")}{RegionNames.Partial(region)} {RegionNames.Blocks(region)}({Parameters(region, "long " + trips)}{RegionToken.Parameter(token)})"))
        {
            RegionToken.WriteLook(code, token);
            ScanText.WriteHandedOn(code, region);
            if (region.ScansInBlocks)
            {
                ScanBlocks.Write(code, region, names, trips);
            }
            else if (region.RunsInOrder)
            {
                code.Line("// One block: each iteration needs what the one before hands on.");
                code.Line($"return {RegionNames.Kernel(region)}(0, {trips}{Arguments(region)}{ScanText.HandedOn(region)});");
            }
            else
            {
                WriteBlocks(code, region, names, trips, token);
            }
        }

        code.Line();
    }

    private static void WriteBlocks(CodeWriter code, RegionPlan region, KernelNames names, string trips, string token)
    {
        string minimum = ScheduleText.MinimumBlock(region).ToString(System.Globalization.CultureInfo.InvariantCulture);
        string length = names.Fresh("length");
        string first = names.Fresh("first");
        string result = names.Fresh("result");
        string next = names.Fresh("next");
        string arguments = Arguments(region);
        string kernel = RegionNames.Kernel(region);
        string partial = RegionNames.Partial(region);
        using (code.Block($"if ({trips} <= {minimum})"))
        {
            code.Line($"return {kernel}(0, {trips}{arguments});");
        }

        code.Line();
        string lengths = region.IsSearched
            ? $"global::AutoPar.Runtime.SearchBlocks.Length({first}, {minimum})"
            : $"global::AutoPar.Runtime.LoopBlocks.Length({trips}, {minimum})";
        code.Line($"long {length} = {(region.IsSearched ? minimum : lengths)};");
        if (region.IsSliced)
        {
            SlicesMethod.WriteBlocks(code, region, names, trips, token, length, result, next);
            return;
        }

        code.Line($"{partial} {result} = {kernel}(0, global::System.Math.Min({length}, {trips}){arguments});");
        string goesOn = region.IsSearched ? $"{first} < {trips} && {result}.{PartialStruct.Done(region)} == {first}" : $"{first} < {trips}";
        using (code.Block($"for (long {first} = {length}; {goesOn}; {first} += {length})"))
        {
            if (region.IsSearched)
            {
                code.Line($"{length} = {lengths};");
            }

            code.Line($"{partial} {next} = {kernel}({first}, {first} + global::System.Math.Min({length}, {trips} - {first}){arguments});");
            code.Line($"{result} = {partial}.Combine(in {result}, in {next});");
        }

        code.Line();
        code.Line($"return {result};");
    }

    public static string Parameters(RegionPlan region, string first)
    {
        string parameters = KernelSignature.Parameters(region);
        return parameters.Length == 0 ? first : $"{first}, {parameters}";
    }

    /// <summary>With a comma in front, when there are any.</summary>
    public static string Arguments(RegionPlan region)
    {
        string arguments = KernelSignature.Arguments(region);
        return arguments.Length == 0 ? "" : ", " + arguments;
    }
}
