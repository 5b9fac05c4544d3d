using System.Globalization;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>The kernel of a region whose iterations are cut: it runs <c>{Name}Piece</c> for one piece after the other.</summary>
internal static class PiecesKernel
{
    public static void Write(CodeWriter writer, RegionPlan plan)
    {
        var names = new KernelNames(plan);
        string first = names.Fresh("first");
        string next = names.Fresh("next");
        string result = names.Fresh("result");
        string piece = names.Fresh("piece");
        string arguments = string.Join(", ", new[] { KernelSignature.Arguments(plan) }.Where(text => text.Length > 0)
            .Concat(plan.Conditions.Select(condition => condition.Flag.Name)));
        string run = $"{plan.Name}Piece({first}, {next}{(arguments.Length == 0 ? "" : ", " + arguments)})";
        using (ScalarKernel.Header(writer, plan, plan.Name + "Kernel", names))
        {
            string[] cuts = [.. plan.Cuts.Select(cut => Declare(writer, cut, names))];
            writer.Line($"long {first} = {names.From};");
            if (plan.HasOutputs)
            {
                writer.Line($"{plan.Name}Partial {result} = default;");
            }

            using (writer.Block("do", $" while ({first} < {names.To});"))
            {
                writer.Line($"long {next} = {names.To};");
                foreach (string cut in cuts)
                {
                    writer.Line($"{next} = {cut} > {first} ? global::System.Math.Min({cut}, {next}) : {next};");
                }

                WriteConditions(writer, plan, names, first);
                if (plan.HasOutputs)
                {
                    writer.Line($"{plan.Name}Partial {piece} = {run};");
                    writer.Line($"{result} = {first} == {names.From} ? {piece} : {plan.Name}Partial.Combine(in {result}, in {piece});");
                }
                else
                {
                    writer.Line($"{run};");
                }

                writer.Line($"{first} = {next};");
            }

            if (plan.HasOutputs)
            {
                writer.Line($"return {result};");
            }
        }

        writer.Line();
    }

    /// <summary>As they are in the piece's first iteration.</summary>
    private static void WriteConditions(CodeWriter writer, RegionPlan plan, KernelNames names, string first)
    {
        if (plan.Conditions.IsEmpty)
        {
            return;
        }

        Variable index = plan.Root.Index with { Name = names.Fresh(plan.Root.Index.Name + "First") };
        writer.Line($"{index.TypeText} {index.Name} = {ScalarKernel.At(plan.Root, first)};");
        foreach (PieceCondition condition in plan.Conditions)
        {
            Expression test = new Substitution(index.Id, new VariableRead(index)).Visit(condition.Test);
            writer.Line($"bool {condition.Flag.Name} = {ExpressionPrinter.Print(test)}; // {PlainText.Of(condition.Condition)}");
        }
    }

    /// <summary>Writes where a cut lies, in iterations from 0.</summary>
    public static string Declare(CodeWriter writer, IndexCut cut, KernelNames names)
    {
        string name = names.Fresh("cut");
        string distance = ScalarKernel.Int64(cut.Distance);
        string divisor = cut.Divisor.ToString(CultureInfo.InvariantCulture);
        string less = (cut.Divisor - 1).ToString(CultureInfo.InvariantCulture);
        writer.Line($"long {name} = unchecked({(cut.Divisor == 1 ? distance : $"({distance} + {less}) / {divisor}")}); // {cut.Place}");
        return name;
    }
}
