using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>Math.Exp(x)</c> and its kind → functions of Runtime's vector math, which have the same bits in every lane and one by
/// one, but not always those of <c>Math</c>: they may differ by a unit in the last place. So only where such a difference
/// stays one: a value that's rounded, converted to an integer, compared, or decides on a subscript keeps <c>Math</c>.
/// </summary>
internal static class VectorFunctions
{
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root || !Parts(root).Any(IsCandidate) || HasJump(root))
        {
            return nest;
        }

        return nest with { Root = new Marker().VisitBody(root) };
    }

    /// <summary>Whether a function of vector math is called in the loop.</summary>
    public static bool AreUsed(Loop loop) => Parts(loop).Any(part => part is IntrinsicCall { IsVectorMath: true });

    private static IEnumerable<Expression> Parts(Loop loop) => ExpressionTree.Of(loop.Body).SelectMany(ExpressionTree.SelfAndDescendants);

    private static bool IsCandidate(Expression expression) =>
        expression is IntrinsicCall { IsVectorMath: false, Function: var function, Arguments: var arguments }
        && function.HasVectorMath() && arguments.All(argument => argument.Type == arguments[0].Type)
        && !(function == IntrinsicFunction.Log && arguments.Count > 1);

    /// <summary>Does a value that such a function yields reach an operation that isn't continuous?</summary>
    private static bool HasJump(Loop root)
    {
        var values = new InexactValues(root, IsCandidate);
        return ExpressionTree.Header(root).Any(header => values.IsInexact(header, null))
            || LoopTree.Statements(root.Body).Any(statement => HasJump(statement, values))
            // A recurrence may make any difference a large one.
            || OrderedStatements.Of(root).SelectMany(statement => LoopTree.Statements(new Block(EquatableArray.Of(statement)))).Any(statement =>
                ExpressionTree.Own(statement).SelectMany(ExpressionTree.SelfAndDescendants).Any(part => values.IsInexact(part, statement)));
    }

    // What an element or a field keeps may be compared later, like any result; what is read again in this nest may not.
    private static bool HasJump(Statement statement, InexactValues values)
    {
        return (statement is Opaque opaque && opaque.Effects.ScalarReads.Any(values.IsInexact))
            || (statement is LoopStatement { Loop: var inner } && ExpressionTree.Header(inner).Any(IsInexact))
            || ExpressionTree.Own(statement).SelectMany(ExpressionTree.SelfAndDescendants).Any(part => part switch
            {
                Comparison comparison => !IsSignTest(comparison) && ExpressionTree.Operands(comparison).Any(IsInexact),
                Conversion conversion => conversion.Type.IsInteger() && IsInexact(conversion.Operand),
                Binary { Operator: BinaryOperator.Remainder } remainder => ExpressionTree.Operands(remainder).Any(IsInexact),
                IntrinsicCall { Function: IntrinsicFunction.Atan2, Arguments: var arguments } =>
                    !arguments.All(IsNeverNegative) && arguments.Any(IsInexact),
                IntrinsicCall call => call.Arguments.Skip(FirstStepped(call.Function)).Any(IsInexact),
                _ => false,
            });

        bool IsInexact(Expression expression) => values.IsInexact(expression, statement);
    }

    /// <summary>The first argument in which the function isn't continuous: bounds of <c>Clamp</c> throw when they cross.</summary>
    private static int FirstStepped(IntrinsicFunction function) => function switch
    {
        IntrinsicFunction.Floor or IntrinsicFunction.Ceiling or IntrinsicFunction.Truncate or IntrinsicFunction.Round or IntrinsicFunction.Sign
            or IntrinsicFunction.IsNaN or IntrinsicFunction.IsInfinity or IntrinsicFunction.IsFinite or IntrinsicFunction.IsNegative => 0,
        IntrinsicFunction.CopySign or IntrinsicFunction.Clamp => 1,
        _ => int.MaxValue,
    };

    /// <summary>An angle jumps from π to -π where x is negative and y changes its sign.</summary>
    private static bool IsNeverNegative(Expression expression) =>
        expression is IntrinsicCall { Function: IntrinsicFunction.Abs or IntrinsicFunction.Sqrt };

    /// <summary><c>x &lt; 0</c>: the two sides of 0 are told apart alike.</summary>
    private static bool IsSignTest(Comparison comparison) =>
        comparison.Operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        && new[] { comparison.Left, comparison.Right }.Any(side => side is Constant { Value: 0.0 or 0f });

    /// <summary>Trip counts and the like stay those of the method as written.</summary>
    private sealed class Marker : IrRewriter
    {
        public Loop VisitBody(Loop loop) => loop with { Body = Visit(loop.Body) };

        public override Loop Visit(Loop loop) => VisitBody(loop);

        public override Expression Visit(Expression expression) => base.Visit(expression) switch
        {
            IntrinsicCall call when IsCandidate(call) => Marked(call),
            var other => other,
        };

        private static IntrinsicCall Marked(IntrinsicCall call) => call.Function.LogarithmOfNext() is { } function
            ? new IntrinsicCall(call.Type, function, EquatableArray.Of(Next(call.Arguments[0])), true)
            : call with { IsVectorMath = true };

        private static Expression Next(Expression value) => new Binary(BinaryOperator.Add, value.Type, value, Constants.Number(value.Type, 1));
    }
}
