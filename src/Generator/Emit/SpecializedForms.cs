using AutoPar.Generator.Emit.Regions;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit;

/// <summary>
/// A generic method's copies for single types: private forms with regions of their own, and the tests that lead to them.
/// The JIT compiles a generic method once for each value type, and decides these tests as it does.
/// </summary>
internal static class SpecializedForms
{
    /// <summary>The copies that have a form, with its regions.</summary>
    public static IReadOnlyList<SpecializationPlan> Of(MethodPlan plan, string form) =>
        [.. plan.Specializations.Where(copy => Regions(new RegionSet(copy.Plan), form).Count > 0)];

    /// <summary>For each copy: if the type parameter is its type, it runs.</summary>
    public static void WriteTests(CodeWriter code, MethodModel method, IEnumerable<SpecializationPlan> copies, string form)
    {
        foreach (Specialization copy in copies.Select(copy => copy.Specialization))
        {
            using (code.Block($"if (typeof({copy.TypeParameter}) == typeof({copy.TypeText}))"))
            {
                WriteCall(code, method.Signature, copy, form);
            }

            code.Line();
        }
    }

    public static void Write(CodeWriter code, MethodPlan plan)
    {
        foreach (SpecializationPlan copy in plan.Specializations)
        {
            MethodModel method = copy.Plan.Method;
            RegionSet regions = new(copy.Plan);
            foreach (string form in new[] { "Vectorized", "Parallel" }.Where(form => Exists(method, form) && Regions(regions, form).Count > 0))
            {
                code.Line();
                code.Line($"// {plan.Method.Signature.Name} where {copy.Specialization.TypeParameter} is {copy.Specialization.TypeText}");
                code.Line(FileParts.GeneratedCode);
                FormMethod.Write(code, method, Regions(regions, form), form);
            }

            foreach ((RegionPlan region, RegionUse use) in regions.Distinct())
            {
                RegionMembers.Write(code, method, region, use);
            }
        }
    }

    private static bool Exists(MethodModel method, string form) => form == "Parallel" ? method.Parallelize is not null : method.Vectorize is not null;

    private static IReadOnlyList<RegionPlan> Regions(RegionSet regions, string form) => form == "Parallel" ? regions.Parallel : regions.Vectorized;

    private static void WriteCall(CodeWriter code, MethodSignature signature, Specialization copy, string form)
    {
        foreach ((ParameterModel parameter, Passing passing) in signature.Parameters.Zip(copy.Parameters, (parameter, passing) => (parameter, passing)))
        {
            if (passing == Passing.Reference && parameter.Modifier.Split(' ').Contains("out"))
            {
                // The copy assigns it; C# wants it assigned before a reference to it is taken.
                code.Line($"global::System.Runtime.CompilerServices.Unsafe.SkipInit(out {parameter.Name});");
            }
        }

        string arguments = string.Join(", ", signature.Parameters.Select((parameter, number) => Argument(parameter, number, copy)));
        string call = $"{copy.Copy.Signature.Name}{form}({arguments})";
        if (signature.ReturnsVoid)
        {
            code.Line(call + ";");
            code.Line("return;");
            return;
        }

        code.Line($"return {(copy.Result == Passing.Cast ? $"({signature.ReturnTypeText})(object)" : "")}{call};");
    }

    private static string Argument(ParameterModel parameter, int number, Specialization copy)
    {
        string type = copy.Copy.Signature.Parameters[number].TypeText;
        string name = parameter.Name;
        string types = $"<{copy.TypeParameter}, {copy.TypeText}>";
        return copy.Parameters[number] switch
        {
            Passing.Cast => $"({type})(object){name}",
            Passing.Reference => SignatureText.Prefix(parameter)
                + $"global::System.Runtime.CompilerServices.Unsafe.As{types}(ref {Variable(parameter)})",
            Passing.Span => $"global::System.Runtime.InteropServices.MemoryMarshal.CreateSpan({First(types, name)}, {name}.Length)",
            Passing.ReadOnlySpan => $"global::System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan({First(types, name)}, {name}.Length)",
            _ => SignatureText.Prefix(parameter) + name,
        };
    }

    private static string Variable(ParameterModel parameter) => SignatureText.Prefix(parameter) == "in "
        ? $"global::System.Runtime.CompilerServices.Unsafe.AsRef(in {parameter.Name})"
        : parameter.Name;

    private static string First(string types, string span) =>
        $"ref global::System.Runtime.CompilerServices.Unsafe.As{types}(ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference({span}))";
}
