using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// A region's iterations one by one: the kernel of a region without lanes, the remainder of one with lanes, and what
/// runs when lanes can't tell the result.
/// </summary>
internal static class ScalarKernel
{
    public static void Write(CodeWriter writer, RegionPlan plan, string name)
    {
        var names = new KernelNames(plan);
        using (Header(writer, plan, name, names))
        {
            Declarations(writer, plan);
            Inductions(writer, plan, names);
            HashSet<int> flagged = [.. plan.Outputs.Where(KernelVariables.HasAssignedFlag).Select(role => role.Variable.Id)];
            Iterations(writer, plan, names, PackingPrinter.IsFor(plan) ? new PackingPrinter(writer, plan, flagged)
                : ResumedPrinter.IsFor(plan) ? new ResumedPrinter(writer, plan, names, flagged)
                : new StatementPrinter(writer, plan, flagged));
            Return(writer, plan);
        }

        writer.Line();
    }

    public static CodeWriter.Closer Header(CodeWriter writer, RegionPlan plan, string name, KernelNames names)
    {
        string result = plan.HasOutputs ? plan.Name + "Partial" : "void";
        string parameters = string.Join(", ", new[] { "long " + names.From, "long " + names.To, KernelSignature.Parameters(plan) }
            .Where(text => text.Length > 0)
            .Concat(plan.HandedOn.Select(variable => $"{variable.TypeText} {variable.Name}")));
        return writer.Block($"private {(plan.NeedsThis ? "" : "static ")}{result} {name}({parameters})");
    }

    /// <summary>The scalars that outlive an iteration, and whether they were assigned.</summary>
    public static void Declarations(CodeWriter writer, RegionPlan plan)
    {
        Dictionary<int, ScalarRole> outputs = plan.Outputs.ToDictionary(role => role.Variable.Id);
        foreach (Variable variable in KernelVariables.DeclaredIn(plan, null))
        {
            outputs.TryGetValue(variable.Id, out ScalarRole? role);
            writer.Line(role switch
            {
                Reduction reduction when ReductionOperators.StartsAtIdentity(reduction.Operator) => $"{variable.TypeText} {variable.Name} = {Identity(reduction)};",
                AssociativeReduction { Method.Identity: var identity } => $"{variable.TypeText} {variable.Name} = {identity};",
                _ => StatementPrinter.Declaration(variable),
            });
        }

        foreach (ScalarRole role in plan.Outputs.Where(KernelVariables.HasAssignedFlag))
        {
            writer.Line($"bool {PartialStruct.FlagName(role.Variable)} = false;");
        }
    }

    /// <summary>The root's iterations [from, to), in order.</summary>
    public static void Iterations(CodeWriter writer, RegionPlan plan, KernelNames names, StatementPrinter printer)
    {
        Loop root = plan.Root;
        string index = root.Index.Name;
        bool declares = KernelVariables.DeclaresIndex(plan, root);
        if (printer is PackingPrinter packing)
        {
            packing.Iterations(names);
            return;
        }

        if (root.IsResumed)
        {
            ResumedIterations(writer, plan, names, printer);
            return;
        }

        if (root.ConstantStep == 1)
        {
            string end = names.Fresh(index + "End");
            if (!declares)
            {
                writer.Line($"{root.Index.TypeText} {end} = {At(root, names.To)};");
                writer.Line($"{index} = {At(root, names.From)};");
                using (writer.Block($"for (; {index} < {end}; {index}++)"))
                {
                    printer.Body(root);
                }

                return;
            }

            string header = $"{root.Index.TypeText} {index} = {At(root, names.From)}, {end} = {At(root, names.To)}; {index} < {end}; {index}++";
            using (writer.Block($"for ({header})"))
            {
                printer.Body(root);
            }

            return;
        }

        string counter = names.Fresh("k");
        writer.Line($"{(declares ? root.Index.TypeText + " " : "")}{index} = {At(root, names.From)};");
        string next = $"unchecked(({root.Index.TypeText})((long){index} + {Int64(root.Step)}))";
        using (writer.Block($"for (long {counter} = {names.From}; {counter} < {names.To}; {counter}++, {index} = {next})"))
        {
            printer.Body(root);
        }
    }

    /// <summary>Up to the first one that would leave the loop.</summary>
    private static void ResumedIterations(CodeWriter writer, RegionPlan plan, KernelNames names, StatementPrinter printer)
    {
        Loop root = plan.Root;
        string counter = names.Fresh("k");
        string index = $"{(KernelVariables.DeclaresIndex(plan, root) ? root.Index.TypeText + " " : "")}{root.Index.Name} = {At(root, counter)};";
        writer.Line($"long {counter} = {names.From};");
        using (writer.Block($"for (; {counter} < {names.To}; {counter}++)"))
        {
            writer.Line(index);
            printer.Body(root);
        }

        writer.Line($"long {PartialStruct.Done(plan)} = {counter} - {names.From};");
    }

    /// <summary>The index in iteration <paramref name="iteration"/>, in the index's type.</summary>
    public static string At(Loop root, string iteration)
    {
        bool fromZero = root.Start is Constant { Value: 0 };
        string offset = root.ConstantStep == 1 ? iteration : $"{iteration} * {Int64(root.Step)}";
        string value = fromZero ? offset : $"{Int64(root.Start)} + {offset}";
        return $"unchecked(({root.Index.TypeText}){(value == iteration ? value : $"({value})")})";
    }

    public static string Int64(Expression expression) => expression is Constant { Value: int value }
        ? Constants.Text(new Constant(ElementType.Int64, (long)value)) is var text && value < 0 ? $"({text})" : text
        : expression.Type == ElementType.Int64
        ? ExpressionPrinter.Operand(expression)
        : ExpressionPrinter.Operand(new Conversion(ElementType.Int64, expression));

    /// <summary>Induction variables stand where the kernel's first iteration finds them.</summary>
    public static void Inductions(CodeWriter writer, RegionPlan plan, KernelNames names)
    {
        foreach (Induction role in plan.Roles.OfType<Induction>())
        {
            string name = role.Variable.Name;
            writer.Line($"{name} = unchecked(({role.Variable.TypeText})((long){name} + {names.From} * {Int64(role.Step)}));");
        }
    }

    public static void Return(CodeWriter writer, RegionPlan plan)
    {
        if (!plan.HasOutputs)
        {
            return;
        }

        IEnumerable<string> fields = plan.Outputs.SelectMany(role => KernelVariables.HasAssignedFlag(role)
            ? new[] { role.Variable.Name, PartialStruct.FlagName(role.Variable) }
            : [role.Variable.Name]).Concat(plan.Root.IsResumed ? [PartialStruct.Done(plan)] : []);
        writer.Line($"return new {plan.Name}Partial {{ {string.Join(", ", fields.Select(field => $"{field} = {field}"))} }};");
    }

    private static string Identity(Reduction reduction)
    {
        string identity = ReductionOperators.Identity(reduction.Operator, reduction.Variable.Type);
        return KernelText.AsDeclared(reduction.Variable, identity);
    }
}
