using System.Text;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Planning.Guards;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>The statement that stands in a form for the loop: the guard, the run, and otherwise the loop as written.</summary>
internal static class RegionCall
{
    public static string Text(RegionPlan region, FormNames names, string asWritten, string indent)
    {
        var code = new CodeWriter();
        using (code.Block(""))
        {
            Write(code, region, names);
        }

        string text = code.ToString().TrimEnd();
        text = text.Substring(0, text.Length - 1).TrimEnd();
        var result = new StringBuilder(text.Replace("\n", "\n" + indent));
        return result.Append('\n').Append(indent).Append("    else // as written\n").Append(indent).Append("        ")
            .Append(Indented(asWritten)).Append('\n').Append(indent).Append('}').ToString();
    }

    /// <summary>The loop's lines, two levels further in; the lines of a literal stay where they are.</summary>
    private static string Indented(string loop) => UserText.HasLongLiteral(loop) ? loop : loop.Replace("\n", "\n        ");

    private static void Write(CodeWriter code, RegionPlan region, FormNames names)
    {
        code.Line($"// line {region.Root.Location.Line}: {RegionRemark.Text(region)}");
        Dictionary<string, string> locals = ReadOnce(code, region, names);
        string arguments = string.Join(", ", region.Objects.Select(item => locals[item.Name])
            .Concat(region.Inputs.Select(variable => locals[variable.Name])));
        string trips = names.Fresh("trips");
        string guarded = string.Join("", References(region).Select(variable => $", in {variable.AccessText}"));
        string list = arguments.Length == 0 ? "" : arguments + ", ";
        string guard = $"{RegionNames.Prefix(region)}{RegionNames.Guard(region)}({list}{(guarded.Length == 0 ? "" : guarded.Substring(2) + ", ")}out long {trips})";
        string counted = $"({trips}{(arguments.Length == 0 ? "" : ", " + arguments)})";
        string run = region.RunsOnThreads ? RegionNames.Prefix(region) + RegionNames.Fork(region) + counted
            : region.HasOutputs ? RegionNames.Blocks(region) + counted
            : $"{RegionNames.Kernel(region)}(0, {counted.Substring(1)}";
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
            guard += $" && {attempt}{counted.Substring(0, counted.Length - 1)}, out {RegionNames.Prefix(region)}{RegionNames.Partial(region)} {result})";
            run = "";
        }

        using (code.Block($"if ({guard})"))
        {
            Run(code, region, names, counted, run, result);
        }
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
            if (item.Origin is MemoryOrigin.InstanceField or MemoryOrigin.StaticField)
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
            else if (!variable.ReadAfter && region.Roles.Any(role => role is Companion && role.Variable.Id == variable.Id))
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
