using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>switch statements and expressions, and the patterns that the IR's types have: constants, relations, and/or/not.</summary>
internal sealed partial class Lowering
{
    private bool LowerSwitch(ISwitchOperation choice)
    {
        if (LowerExpression(choice.Value) is not { } value)
        {
            return false;
        }

        Expression subject = Simple(value, "subject", Locations.Of(choice.Value));
        int target = Method.NextId();
        bool isLowered = true;
        List<Statement> statements = LowerScope(ScopeKind.Switch, target, () =>
        {
            // The default section is taken last, wherever it stands.
            List<ISwitchCaseOperation> cases = [.. choice.Cases.OrderBy(IsDefault)];
            foreach ((ILabelSymbol label, ISwitchCaseOperation section) in cases.SelectMany(section =>
                section.Clauses.Select(clause => clause.Label).OfType<ILabelSymbol>().Select(label => (label, section))))
            {
                _sections[label] = section;
                _depths[section] = _scopes.Count;
            }

            for (int index = cases.Count - 1; index >= 0; index--)
            {
                ISwitchCaseOperation section = cases[index];
                List<Statement> otherwise = _output;
                _output = [];
                List<Statement> body = Capture(() => LowerSection(section));
                if (IsDefault(section))
                {
                    _output = body;
                }
                else if (LowerClauses(section, subject) is { } condition)
                {
                    Emit(new If(condition, BlockOf(body), BlockOf(otherwise), Locations.Of(section)));
                }
                else
                {
                    isLowered = false;
                }
            }
        });
        statements.ForEach(Emit);
        return isLowered;
    }

    private static bool IsDefault(ISwitchCaseOperation section) => section.Clauses.Any(clause => clause.CaseKind == CaseKind.Default);

    private Expression? LowerClauses(ISwitchCaseOperation section, Expression subject)
    {
        Expression? result = null;
        foreach (ICaseClauseOperation clause in section.Clauses)
        {
            Expression? test = clause switch
            {
                ISingleValueCaseClauseOperation single when Operations.ConstantOf(single.Value) is { } constant => Matches(subject, constant),
                IPatternCaseClauseOperation pattern => LowerTest(pattern.Pattern, pattern.Guard, subject),
                _ => Fail(clause, Describe(clause)),
            };
            if (test is null)
            {
                return null;
            }

            result = result is null ? test : new ShortCircuit(IsAnd: false, result, test);
        }

        return result;
    }

    private Expression? LowerSwitchExpression(ISwitchExpressionOperation choice)
    {
        if (LowerExpression(choice.Value) is not { } value)
        {
            return null;
        }

        return LowerArms(choice, 0, Simple(value, "subject", Locations.Of(choice.Value)));
    }

    private Expression? LowerArms(ISwitchExpressionOperation choice, int index, Expression subject)
    {
        if (index == choice.Arms.Length)
        {
            // A value that no arm matches throws.
            return TypeMap.Element(choice.Type) is { } type and not ElementType.Other
                ? new IntrinsicCall(type, IntrinsicFunction.NoArm, Helpers.EquatableArray<Expression>.Empty)
                : Fail(choice, Describe(choice));
        }

        ISwitchExpressionArmOperation arm = choice.Arms[index];
        if (arm is { Pattern: IDiscardPatternOperation, Guard: null })
        {
            return LowerExpression(arm.Value);
        }

        return arm.Locals.Length > 0
            ? Fail(arm, Describe(arm))
            : LowerChoice(arm, () => LowerTest(arm.Pattern, arm.Guard, subject), () => LowerExpression(arm.Value), () => LowerArms(choice, index + 1, subject));
    }

    /// <summary>A pattern and its when clause, which may have no effects.</summary>
    private Expression? LowerTest(IPatternOperation pattern, IOperation? guard, Expression subject)
    {
        if (guard is null)
        {
            return LowerPattern(pattern, subject);
        }

        Expression? test = pattern is IDiscardPatternOperation ? new Constant(ElementType.Boolean, true) : LowerPattern(pattern, subject);
        Expression? condition = null;
        return Capture(() => condition = LowerExpression(guard)).Count == 0 && test is not null && condition is not null
            ? new ShortCircuit(IsAnd: true, test, condition)
            : Fail(guard, Describe(guard));
    }

    private Expression? LowerIsPattern(IIsPatternOperation test) => LowerExpression(test.Value) is { } value
        ? LowerPattern(test.Pattern, Simple(value, "subject", Locations.Of(test.Value)))
        : null;

    private Expression? LowerPattern(IPatternOperation pattern, Expression subject)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value: var value } when Operations.ConstantOf(value) is { } constant:
                return Matches(subject, constant) ?? Fail(pattern, Describe(pattern));
            case IRelationalPatternOperation { Value: var value } relation
                when Operations.ConstantOf(value) is { } constant && constant.Type == subject.Type && ComparisonOf(relation.OperatorKind) is { } comparison:
                return new Comparison(comparison, Promoted(subject), Promoted(constant));
            case INegatedPatternOperation { Pattern: var inner }:
                return LowerPattern(inner, subject) is { } positive ? new Unary(UnaryOperator.LogicalNot, positive) : null;
            case IBinaryPatternOperation both:
                return LowerPattern(both.LeftPattern, subject) is { } left && LowerPattern(both.RightPattern, subject) is { } right
                    ? new ShortCircuit(both.OperatorKind == BinaryOperatorKind.And, left, right)
                    : null;
            default:
                return Fail(pattern, Describe(pattern));
        }
    }

    // A pattern matches NaN with NaN, which == doesn't.
    private static Expression? Matches(Expression subject, Constant constant) => constant switch
    {
        _ when constant.Type != subject.Type => null,
        { Value: double.NaN or float.NaN } => new IntrinsicCall(ElementType.Boolean, IntrinsicFunction.IsNaN, Helpers.EquatableArray.Of(subject)),
        { Type: ElementType.Boolean, Value: bool value } => value ? subject : new Unary(UnaryOperator.LogicalNot, subject),
        _ => new Comparison(ComparisonOperator.Equal, Promoted(subject), Promoted(constant)),
    };

    private static Expression Promoted(Expression value)
    {
        ElementType type = TypeMap.Promoted(value.Type);
        return value is Constant { Value: var constant } ? TypeMap.Constant(type, constant is char character ? (int)character : constant)! : Converted(value, type, false);
    }

    /// <summary>Something that may be used several times: a constant or a variable.</summary>
    private Expression Simple(Expression value, string name, SourceLocation location) =>
        value is Constant or VariableRead { Variable.IsMemory: false } ? value : ToTemporary(value, name, location);
}
