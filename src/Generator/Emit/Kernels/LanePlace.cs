using System.Globalization;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// Subscripts of lane 0 as nint expressions. Guards show the true value of a subscript to be in range, or C#'s own value in
/// every lane; the sum here agrees with both modulo 2³², so that where a part of it may have wrapped it is cut to 32 bits.
/// </summary>
internal sealed class LanePlace(LaneScope scope)
{
    private readonly HashSet<int> _varying = [.. Walk.Assigned(scope.Plan.Root.Body), scope.Plan.Root.Index.Id];
    private readonly HashSet<int> _stored = [.. LoopTree.Statements(scope.Plan.Root.Body).OfType<Store>().Select(store => store.Target.Object.Id)];
    private readonly HashSet<int> _scalars = [.. LoopTree.Statements(scope.Plan.Root.Body).SelectMany(LoopTree.Assigned).Select(variable => variable.Id)];

    public string Subscript(ArrayAccess access, Expression subscript)
    {
        string text = Wide(subscript);
        bool isExact = IsLeaf(subscript) || scope.Variables.IsIndex(subscript) || (scope.HasTrueValue(access) && !Wraps(subscript));
        return isExact ? text : Cut(text, subscript.Type);
    }

    /// <summary>A stride that is known at run time, cut likewise: two elements of one object are never further apart.</summary>
    public static string Stride(Expression stride, ElementType subscript) =>
        subscript.Size() == 4 ? $"unchecked((nint)(int)({ExpressionPrinter.Print(stride)}))" : $"(nint){ExpressionPrinter.Operand(stride)}";

    private static string Cut(string text, ElementType type) => type.Size() != 4 ? text
        : $"unchecked((nint)({type.Keyword()})({text}))";

    private string Wide(Expression expression)
    {
        if (IsLeaf(expression))
        {
            return expression switch
            {
                Constant { Value: int value } => value.ToString(CultureInfo.InvariantCulture),
                Constant constant => $"(nint){Constants.Text(constant)}",
                VariableRead read when read.Variable.Id == scope.Loop.Index.Id => scope.Lane0,
                _ => $"(nint){ExpressionPrinter.Operand(expression)}",
            };
        }

        return expression switch
        {
            Conversion conversion => Wide(conversion.Operand),
            Unary unary => $"-{KernelText.Operand(Wide(unary.Operand))}",
            Binary { Operator: BinaryOperator.Add } sum => $"{Wide(sum.Left)} + {KernelText.Operand(Wide(sum.Right))}",
            Binary { Operator: BinaryOperator.Subtract } difference => $"{Wide(difference.Left)} - {KernelText.Operand(Wide(difference.Right))}",
            Binary product => $"{KernelText.Operand(Wide(product.Left))} * {KernelText.Operand(Wide(product.Right))}",
            _ => throw new InvalidOperationException($"{expression.GetType().Name} is a leaf"),
        };
    }

    /// <summary>A value as C# computes it: what doesn't change in the region (guards compute with it too), and what isn't a sum or product.</summary>
    private bool IsLeaf(Expression expression) => IsInvariant(expression) || expression switch
    {
        Conversion { Operand: var operand } => operand.Type.Size() != expression.Type.Size() && !scope.Variables.IsIndex(operand),
        Unary unary => unary.Operator != UnaryOperator.Negate,
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } => false,
        _ => true,
    };

    /// <summary>A guard that tests true values doesn't see that a scalar of the loop, or the result of a division, is cut to its type.</summary>
    private bool Wraps(Expression expression) => IsLeaf(expression)
        ? !IsInvariant(expression) && !(expression is VariableRead read && !_scalars.Contains(read.Variable.Id))
        : ExpressionTree.Operands(expression).Any(Wraps);

    private bool IsInvariant(Expression expression) => ExpressionTree.SelfAndDescendants(expression).All(part => part switch
    {
        VariableRead read => !_varying.Contains(read.Variable.Id),
        Load load => !_stored.Contains(load.Access.Object.Id),
        _ => true,
    });
}
