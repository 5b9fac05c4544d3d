using System.Globalization;
using System.Text;

namespace AutoPar.Generator.Ir;

/// <summary>The IR as readable text, for tests and for people who debug a stage.</summary>
internal static class IrPrinter
{
    public static string Print(LoopNest nest)
    {
        StringBuilder text = new();
        if (nest.Root is { } root)
        {
            Print(text, root, 0);
        }

        foreach (Refusal refusal in nest.NotLowered)
        {
            text.Append($"{refusal.RuleId}: {string.Join(" | ", refusal.Arguments)}\n");
        }

        foreach (LoopNest inner in nest.Inside)
        {
            text.Append("inside: ").Append(Print(inner));
        }

        return text.ToString();
    }

    public static string Print(ScalarFunction function)
    {
        StringBuilder text = new();
        text.Append($"scalar({string.Join(", ", function.Parameters.Select(Declare))}) -> {Declare(function.Result)}\n");
        Print(text, function.Body, 1);
        return text.ToString();
    }

    public static string Print(Block block)
    {
        StringBuilder text = new();
        Print(text, block, 0);
        return text.ToString();
    }

    public static string Print(Expression expression) => expression switch
    {
        Constant { Value: var value } constant => Literal(constant.Type, value),
        VariableRead { Variable: var variable } => variable.Name,
        Load load => Print(load.Access),
        ObjectLength { Row: { } row } length => $"{length.Object.Name}[{Print(row)}].Length",
        ObjectLength { Dimension: { } dimension } length => $"{length.Object.Name}.GetLength({dimension})",
        ObjectLength length => length.Object.Name + (length.Type == ElementType.Int64 ? ".LongLength" : ".Length"),
        Unary unary => $"{Checked(unary.IsChecked)}{OperatorSymbols.Of(unary.Operator)}{Print(unary.Operand)}",
        Binary binary => $"({Print(binary.Left)} {OperatorSymbols.Of(binary.Operator)}{Checked(binary.IsChecked)} {Print(binary.Right)})",
        Comparison comparison => $"({Print(comparison.Left)} {OperatorSymbols.Of(comparison.Operator)} {Print(comparison.Right)})",
        ShortCircuit both => $"({Print(both.Left)} {(both.IsAnd ? "&&" : "||")} {Print(both.Right)})",
        Conditional choice => $"({Print(choice.Condition)} ? {Print(choice.WhenTrue)} : {Print(choice.WhenFalse)})",
        Conversion conversion => $"{conversion.Type.Keyword()}{Checked(conversion.IsChecked)}({Print(conversion.Operand)})",
        IntrinsicCall call => $"{(call.IsVectorMath ? "Vector" : "")}{call.Function}({string.Join(", ", call.Arguments.Select(Print))})",
        _ => expression.ToString(),
    };

    public static string Print(ArrayAccess access) => $"{access.Object.Name}[{string.Join(", ", access.Subscripts.Select(Print))}]";

    private static void Print(StringBuilder text, Loop loop, int depth)
    {
        string relation = loop.Relation switch
        {
            LoopRelation.Less => "<",
            LoopRelation.LessOrEqual => "<=",
            LoopRelation.Greater => ">",
            LoopRelation.GreaterOrEqual => ">=",
            _ => "!=",
        };
        Line(text, depth, $"{loop.Form.ToString().ToLowerInvariant()} {Declare(loop.Index)} = {Print(loop.Start)}; {relation} {Print(loop.Bound)}; "
            + $"+= {Print(loop.Step)}{(loop.IndexReadAfter ? "; live" : "")}");
        Print(text, loop.Body, depth + 1);
    }

    private static void Print(StringBuilder text, Block block, int depth)
    {
        foreach (Statement statement in block.Statements)
        {
            Print(text, statement, depth);
        }
    }

    private static void Print(StringBuilder text, Statement statement, int depth)
    {
        switch (statement)
        {
            case Assign assign:
                Line(text, depth, $"{assign.Target.Name} = {Print(assign.Value)}");
                break;
            case Store store:
                Line(text, depth, $"{Print(store.Target)} = {Print(store.Value)}");
                break;
            case Touch touch:
                Line(text, depth, $"{(touch.IsWrite ? "writes" : "reads")} {Print(touch.Target)}");
                break;
            case If branch:
                Line(text, depth, $"if {Print(branch.Condition)}");
                Print(text, branch.Then, depth + 1);
                if (!branch.Else.Statements.IsEmpty)
                {
                    Line(text, depth, "else");
                    Print(text, branch.Else, depth + 1);
                }

                break;
            case LoopStatement loop:
                Print(text, loop.Loop, depth);
                break;
            case WhileStatement loop:
                Line(text, depth, $"{(loop.TestsFirst ? "while" : "do while")} {Print(loop.Condition)}");
                Print(text, loop.Body, depth + 1);
                break;
            case Exit exit:
                Line(text, depth, $"exit {exit.Kind.ToString().ToLowerInvariant()}{(exit.Value is { } value ? " " + Print(value) : "")}");
                break;
            case Opaque opaque:
                Line(text, depth, $"opaque {Print(opaque.Effects)}");
                break;
            default:
                Line(text, depth, statement.ToString());
                break;
        }
    }

    private static string Print(Effects effects)
    {
        List<string> parts = [];
        Add("reads", effects.ScalarReads.Select(variable => variable.Name).Concat(effects.ElementReads.Select(Print)));
        Add("writes", effects.ScalarWrites.Select(variable => variable.Name).Concat(effects.ElementWrites.Select(Print)));
        Add("appends to", effects.Appends.Select(append => append.List!.Name));
        Add("reads the list of", effects.ListReads.Select(read => read.Text));
        if (effects.Unknown is { } unknown)
        {
            parts.Add($"{unknown.RuleId} {string.Join(" | ", unknown.Arguments)}");
        }

        return $"({effects.Reason}) {string.Join("; ", parts)}".TrimEnd();

        void Add(string word, IEnumerable<string> names)
        {
            string list = string.Join(", ", names);
            if (list.Length > 0)
            {
                parts.Add($"{word} {list}");
            }
        }
    }

    private static string Declare(Variable variable) => $"{(variable.Type == ElementType.Other ? "?" : variable.Type.Keyword())} {variable.Name}";

    private static string Literal(ElementType type, object value) => type switch
    {
        ElementType.Boolean => (bool)value ? "true" : "false",
        ElementType.Char => $"'{value}'",
        ElementType.Int32 => Invariant(value),
        ElementType.Single => ((float)value).ToString("R", CultureInfo.InvariantCulture) + "f",
        ElementType.Double => ((double)value).ToString("R", CultureInfo.InvariantCulture) + "d",
        _ => $"{Invariant(value)}:{type.Keyword()}",
    };

    private static string Invariant(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Checked(bool isChecked) => isChecked ? "!" : "";

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', depth * 2).Append(line).Append('\n');
}
