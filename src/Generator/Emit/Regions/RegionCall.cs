using System.Text;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Planning.Guards;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>The statement that stands in a form for the loop: the guard, the run, and otherwise the loop as written.</summary>
internal static class RegionCall
{
    /// <param name="body">The method's text.</param>
    /// <param name="asWritten">What runs the loop as written.</param>
    public static string Text(RegionPlan region, FormNames names, string body, string asWritten, string indent)
    {
        var code = new CodeWriter();
        string rest;
        using (code.Block(""))
        {
            rest = Write(code, region, names, body);
        }

        // Where threads don't gain, lanes take over.
        asWritten = region.Otherwise is { } other ? Text(other, names, body, asWritten, indent) : asWritten;
        string text = code.ToString().TrimEnd();
        text = text.Substring(0, text.Length - 1).TrimEnd();
        if (rest.Length > 0)
        {
            text = text.Substring(0, text.Length - 1).TrimEnd();
        }

        var result = new StringBuilder(text.Replace("\n", "\n" + indent));
        if (rest.Length > 0)
        {
            result.Append("\n\n").Append(indent).Append("        // from here on as written\n").Append(indent).Append("        ")
                .Append(Indented(rest)).Append('\n').Append(indent).Append("    }");
        }

        return result.Append('\n').Append(indent)
            .Append(region.Otherwise is null ? "    else // as written\n" : "    else // on one thread\n").Append(indent).Append("        ")
            .Append(Indented(asWritten)).Append('\n').Append(indent).Append('}').ToString();
    }

    /// <summary>The loop's lines, two levels further in; the lines of a literal stay where they are.</summary>
    private static string Indented(string loop) => UserText.HasLongLiteral(loop) ? loop : loop.Replace("\n", "\n        ");

    /// <returns>The text of a resumed loop from where the region ends.</returns>
    private static string Write(CodeWriter code, RegionPlan region, FormNames names, string body)
    {
        code.Line($"// line {region.Root.Location.Line}: {RegionRemark.Text(region)}");
        Dictionary<string, string> locals = ReadOnce(code, region, names);
        (string guard, string counted) = Test(region, names, locals);
        string token = RegionToken.Argument(region.Token);
        string cancellable = counted.Substring(0, counted.Length - 1) + token + ")";
        string run = region.RunsOnThreads ? RegionNames.Prefix(region) + RegionNames.Fork(region) + cancellable
            : RegionMembers.RunsBlocks(region) ? RegionNames.Blocks(region) + cancellable
            : region.IsSliced ? RegionNames.Slices(region) + cancellable
            : $"{RegionNames.Kernel(region)}(0, {counted.Substring(1)}";
        List<string> further = [];
        foreach (RegionPlan next in region.Further)
        {
            (string also, string nextCounted) = Test(next, names, ReadOnce(code, next, names));
            guard += " && " + also;
            further.Add($"{RegionNames.Kernel(next)}(0, {nextCounted.Substring(1)};");
        }

        string result = region.HasOutputs ? names.Fresh("result") : "";
        if (region.CheckedSums.Count > 0)
        {
            // Nothing has happened yet when it turns out that a sum overflowed.
            string sums = string.Join(", ", region.CheckedSums.Select(sum => sum.Sum.AccessText));
            code.Line($"{RegionNames.Partial(region)} {result} = default;");
            guard += $" && ({result} = {run}).Fits({sums})";
            run = "";
        }

        if (region.Speculation is not null)
        {
            string attempt = RegionNames.Prefix(region) + RegionNames.Try(region, region.RunsOnThreads);
            guard += $" && {attempt}{cancellable.Substring(0, cancellable.Length - 1)}, out {RegionNames.Prefix(region)}{RegionNames.Partial(region)} {result})";
            run = "";
        }

        if (region.Lock is { } locked)
        {
            guard = $"{locked.Gate} is not null && {guard}";
        }

        using (code.Block($"if ({guard})"))
        {
            if (run.StartsWith(RegionNames.Kernel(region), StringComparison.Ordinal))
            {
                RegionToken.WriteLook(code, region.Token);
            }

            if (region.Root.IsResumed)
            {
                return Resumed(code, region, names, body, locals, run, result);
            }

            if (region.Lock is null)
            {
                Run(code, region, names, counted, run, result);
                further.ForEach(code.Line);
                return "";
            }

            using (code.Block($"lock ({region.Lock.Gate})"))
            {
                Run(code, region, names, counted, run, result);
            }

            return "";
        }
    }

    /// <summary>The call of the guard, and the arguments of the run.</summary>
    private static (string Guard, string Counted) Test(RegionPlan region, FormNames names, Dictionary<string, string> locals)
    {
        string arguments = string.Join(", ", region.Objects.Select(item => locals[item.Name])
            .Concat(region.Inputs.Select(variable => locals[variable.Name])));
        string trips = names.Fresh("trips");
        string guarded = string.Concat(References(region).Select(variable => $"in {variable.AccessText}, "));
        string list = arguments.Length == 0 ? "" : arguments + ", ";
        return ($"{RegionNames.Prefix(region)}{RegionNames.Guard(region)}({list}{guarded}out long {trips})",
            $"({trips}{(arguments.Length == 0 ? "" : ", " + arguments)})");
    }

    private static string Resumed(
        CodeWriter code, RegionPlan region, FormNames names, string body, Dictionary<string, string> locals, string run, string result)
    {
        code.Line($"{RegionNames.Partial(region)} {result} = {run};");
        string arguments = string.Concat(region.Objects.Select(item => ", " + locals[item.Name])
            .Concat(region.Inputs.Select(variable => ", " + locals[variable.Name])));
        Dictionary<int, string> after = [];
        foreach (Variable variable in RegionOutputs.Counted(region))
        {
            after[variable.Id] = names.Fresh(variable.Name + "After");
            code.Line($"{variable.TypeText} {after[variable.Id]} = {RegionNames.After(region, variable)}({result}.{PartialStruct.Done(region)}{arguments});");
        }

        foreach (Variable variable in RegionOutputs.Counted(region).Where(variable => variable.Id != region.Root.Index.Id || region.Root.Resume!.Kind == ResumeKind.Index))
        {
            code.Line($"{variable.AccessText} = {after[variable.Id]};");
        }

        foreach (string assignment in RegionOutputs.Assignments(region, result))
        {
            code.Line(assignment);
        }

        return ResumedLoop.Text(region, body, after[region.Root.Index.Id], locals);
    }

    /// <summary>
    /// Fields and references are read once: what is tested is what is used. The locals have names of their own, since
    /// the loop as written goes on using the fields.
    /// </summary>
    private static Dictionary<string, string> ReadOnce(CodeWriter code, RegionPlan region, FormNames names)
    {
        Dictionary<string, string> locals = [];
        foreach (MemoryObject item in region.Objects)
        {
            locals[item.Name] = item.AccessText;
            if (item.Structs is not null || item.Origin is MemoryOrigin.InstanceField or MemoryOrigin.StaticField)
            {
                locals[item.Name] = names.Fresh(item.Name);
                code.Line($"{item.TypeText} {locals[item.Name]} = {item.AccessText};");
            }
        }

        foreach (Variable variable in region.Inputs)
        {
            locals[variable.Name] = variable.AccessText;
            if (variable.IsMemory)
            {
                locals[variable.Name] = names.Fresh(variable.Name);
                code.Line($"{variable.TypeText} {locals[variable.Name]} = {variable.AccessText};");
            }
            else if (region.Roles.Any(role => role is Companion { IsLiveOut: false } && role.Variable.Id == variable.Id))
            {
                // Nobody reads it, and it need not be assigned yet.
                locals[variable.Name] = $"default({variable.TypeText})";
            }
        }

        return locals;
    }

    private static IEnumerable<Variable> References(RegionPlan region) => GuardPlanner.References(region);

    private static void Run(CodeWriter code, RegionPlan region, FormNames names, string counted, string run, string result)
    {
        List<string> after = [];
        foreach (Variable variable in RegionOutputs.Counted(region))
        {
            string value = names.Fresh(variable.Name + "After");
            code.Line($"{variable.TypeText} {value} = {RegionNames.After(region, variable)}{counted};");
            after.Add($"{variable.AccessText} = {value};");
        }

        if (run.Length > 0)
        {
            code.Line(region.HasOutputs ? $"{RegionNames.Partial(region)} {result} = {run};" : run + ";");
        }

        foreach (string assignment in RegionOutputs.Assignments(region, result).Concat(after))
        {
            code.Line(assignment);
        }
    }
}
