using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Emit.Regions;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit;

/// <summary>The file that adds a method's siblings to its type.</summary>
internal static class MethodFile
{
    public static string Write(MethodPlan plan, IEnumerable<MethodPlan> overloads)
    {
        MethodModel method = plan.Method;
        CodeWriter code = new();
        FileParts.Header(code);
        foreach (Refusal fault in plan.Findings.Where(finding => finding.RuleId == RuleIds.InternalError))
        {
            code.Line($"// {fault.RuleId}: {DiagnosticFactory.Message(fault)}");
        }

        if (method.Usings.Length > 0)
        {
            code.VerbatimLines(method.Usings.TrimEnd());
        }

        CodeWriter members = new(method.Aliases);
        using (FileParts.Namespace(members, method.Namespace))
        {
            WriteMembers(members, plan, overloads);
        }

        foreach (NamespaceAlias alias in members.UsedAliases)
        {
            code.Line(alias.Directive);
        }

        return code.ToString() + "\n" + members;
    }

    private static void WriteMembers(CodeWriter code, MethodPlan plan, IEnumerable<MethodPlan> overloads)
    {
        MethodModel method = plan.Method;
        if (method.NamespaceUsings.Length > 0)
        {
            code.VerbatimLines(method.NamespaceUsings.TrimEnd());
            code.Line();
        }

        using (FileParts.Types(code, method.Types, method.Signature.IsUnsafe))
        {
            var regions = new RegionSet(plan);
            Siblings.Write(code, plan, regions);
            foreach ((RegionPlan region, RegionUse use) in regions.Distinct())
            {
                RegionMembers.Write(code, method, region, use);
            }

            SpecializedForms.Write(code, plan);
            foreach (MethodPlan overload in overloads)
            {
                UniversalForms.Write(code, overload);
            }
        }
    }
}
