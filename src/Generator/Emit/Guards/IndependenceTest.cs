using AutoPar.Generator.Analysis;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Guards;

/// <summary>The inspector: runs through the subscripts and notes which iteration touches which element.</summary>
internal static class IndependenceTest
{
    private const double MarkNanoseconds = 1;
    private const double OwnerNanoseconds = 1.5;

    public static string Name(RegionPlan region, Independent guard) => $"{region.Name}Independent_{guard.Object.Name.TrimStart('@')}";

    /// <summary>What it takes for an iteration, each inner loop counted once.</summary>
    public static double Nanoseconds(Independent guard) =>
        guard.IsOneTouch ? MarkNanoseconds : OwnerNanoseconds * LoopTree.Statements(guard.Shadow.Body).Count(statement => statement is Touch);

    public static void Write(CodeWriter code, RegionPlan region, Independent guard)
    {
        Loop loop = guard.Shadow with { Start = region.Root.Start };
        RegionPlan shadow = region with { Root = loop, Roles = EquatableArray<ScalarRole>.Empty };
        var names = new KernelNames(shadow);
        string touched = names.Fresh("touched");
        string table = "global::AutoPar.Runtime." + (guard.IsOneTouch ? "ElementMarks" : "ElementOwners");
        string range = $"long {names.From}, long {names.To}";
        string parameters = KernelSignature.Parameters(region);
        string arguments = KernelSignature.Arguments(region);
        string length = guard.Object.Name + (guard.Object.Kind == MemoryKind.List ? ".Count" : ".Length");

        code.Line($"// no two iterations touch an element of {guard.Object.Name} that one of them writes");
        using (code.Block($"private static bool {Name(region, guard)}({range}, {parameters})"))
        {
            using (code.Block($"if (!{table}.TryRent({length}, {names.To} - {names.From}, out {table} {touched}))"))
            {
                code.Line("return false;");
            }

            code.Line();
            using (code.Block("try"))
            {
                code.Line($"return {Name(region, guard)}({touched}, {names.From}, {names.To}, {arguments});");
            }

            using (code.Block("catch (global::System.Exception)"))
            {
                code.Line("return false;");
            }

            using (code.Block("finally"))
            {
                code.Line($"{touched}.Return();");
            }
        }

        code.Line();
        using (code.Block($"private static bool {Name(region, guard)}({table} {touched}, {range}, {parameters})"))
        {
            ScalarKernel.Declarations(code, shadow);
            ScalarKernel.Iterations(code, shadow, names, new TouchPrinter(code, shadow, touched, guard.IsOneTouch));
            code.Line("return true;");
        }

        code.Line();
    }

    private sealed class TouchPrinter(CodeWriter writer, RegionPlan plan, string touched, bool isOneTouch) : StatementPrinter(writer, plan, [])
    {
        public override void Body(Loop loop)
        {
            if (loop.Id == Plan.Root.Id && !isOneTouch)
            {
                Writer.Line(touched + ".Next();");
            }

            base.Body(loop);
        }

        protected override void Write(Statement statement)
        {
            if (statement is not Touch { Target.Subscripts: [var place] } touch)
            {
                base.Write(statement);
                return;
            }

            string verb = isOneTouch ? "Add" : touch.IsWrite ? "Write" : "Read";
            string element = place.Type == ElementType.Int32 ? ExpressionPrinter.Print(place) : $"unchecked({ExpressionPrinter.Print(new Conversion(ElementType.Int64, place))})";
            using (Writer.Block($"if (!{touched}.{verb}({element}))"))
            {
                Writer.Line("return false;");
            }
        }
    }
}
