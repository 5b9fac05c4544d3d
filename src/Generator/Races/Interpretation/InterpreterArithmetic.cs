using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Integers as affine forms, and conditions as constraints. Wrapping is taken not to happen.</summary>
internal sealed partial class Interpreter
{
    private Value EvaluateBinary(IBinaryOperation binary)
    {
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr && binary.OperatorMethod is null)
        {
            return EvaluateLogic(binary);
        }

        Value left = Evaluate(binary.LeftOperand);
        Value right = Evaluate(binary.RightOperand);
        if (binary.OperatorMethod is { } method)
        {
            return CallOperator(method, [left, right], binary);
        }

        ImmutableArray<Source> sources = [.. left.Sources.Union(right.Sources)];
        if (binary.Type?.SpecialType == SpecialType.System_Boolean)
        {
            bool isEquality = binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
            if (left.Gate is { } gate && isEquality && binary.RightOperand.ConstantValue is { HasValue: true, Value: var was })
            {
                // Whoever finds what was there before somebody came in is in; so is who doesn't find what is there meanwhile.
                Condition equal = gate.Opens(was)
                    ? Condition.Nothing with { GainsWhenTrue = [.. gate.Locks, .. FlagGains(left, binary.RightOperand)] }
                    : Condition.Nothing with { GainsWhenFalse = gate.Locks, GainsWhenTrue = FlagGains(left, binary.RightOperand) };
                return new Value { Truth = binary.OperatorKind == BinaryOperatorKind.Equals ? equal : equal.Not() };
            }

            if (isEquality && (left.HasEnded || right.HasEnded))
            {
                Condition ended = Ended(left.HasEnded ? right : left);
                return new Value { Truth = binary.OperatorKind == BinaryOperatorKind.Equals ? ended : ended.Not() };
            }

            Condition? truth = left.Number is { } one && right.Number is { } other ? Comparison(binary.OperatorKind, one, other)
                : left.Truth is { } first && right.Truth is { } second ? Combined(binary.OperatorKind, first, second) : null;
            if (left.Gate is not null && isEquality && FlagGains(left, binary.RightOperand) is [var last])
            {
                Condition counted = (truth ?? Condition.Nothing) with { GainsWhenTrue = [last] };
                truth = binary.OperatorKind == BinaryOperatorKind.Equals ? counted : (truth ?? Condition.Nothing) with { GainsWhenFalse = [last] };
            }

            return new Value { Truth = WithFlags(truth, left, binary), Sources = sources };
        }

        if (binary.LeftOperand.Type is IPointerTypeSymbol && binary.Type is IPointerTypeSymbol)
        {
            return left with { Offset = Computed(binary.OperatorKind, left.Offset ?? AffineForm.Zero, right.Number) };
        }

        AffineForm? number = IsInteger(binary.Type) ? Computed(binary.OperatorKind, left.Number ?? Computed("value"), right.Number) : null;
        return Value.Of(number).From(sources);
    }

    private Value EvaluateLogic(IBinaryOperation binary)
    {
        bool isAnd = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        Value left = Evaluate(binary.LeftOperand);
        Condition first = left.Truth ?? Condition.Nothing;
        ImmutableArray<Constraint> before = _constraints;
        _constraints = [.. before, .. isAnd ? first.WhenTrue : first.WhenFalse];
        Value right = Evaluate(binary.RightOperand);
        _constraints = before;
        Condition second = right.Truth ?? Condition.Nothing;
        return new Value { Truth = isAnd ? first.And(second) : first.Or(second), Sources = [.. left.Sources.Union(right.Sources)] };
    }

    private static Condition? Combined(BinaryOperatorKind kind, Condition one, Condition other) => kind switch
    {
        BinaryOperatorKind.And => one.And(other),
        BinaryOperatorKind.Or => one.Or(other),
        _ => null,
    };

    private Value EvaluateUnary(IUnaryOperation unary)
    {
        Value operand = Evaluate(unary.Operand);
        if (unary.OperatorMethod is { } method)
        {
            return CallOperator(method, [operand], unary);
        }

        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Minus when operand.Number is { } number => operand with { Number = Computed(BinaryOperatorKind.Subtract, AffineForm.Of(0), number) },
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Not when operand.Truth is { } truth => new Value { Truth = truth.Not(), Sources = operand.Sources },
            UnaryOperatorKind.Hat => operand,
            _ => Value.Nothing.From(operand.Sources),
        };
    }

    private static Condition? Comparison(BinaryOperatorKind kind, AffineForm left, AffineForm right)
    {
        try
        {
            return kind switch
            {
                BinaryOperatorKind.LessThan => Condition.Of(Constraint.AtLeast(right, left, 1)),
                BinaryOperatorKind.LessThanOrEqual => Condition.Of(Constraint.AtLeast(right, left)),
                BinaryOperatorKind.GreaterThan => Condition.Of(Constraint.AtLeast(left, right, 1)),
                BinaryOperatorKind.GreaterThanOrEqual => Condition.Of(Constraint.AtLeast(left, right)),
                BinaryOperatorKind.Equals => Condition.Of(Constraint.Equal(left, right)),
                BinaryOperatorKind.NotEquals => Condition.Of(Constraint.Equal(left, right)).Not(),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private AffineForm? Computed(BinaryOperatorKind kind, AffineForm? left, AffineForm? right)
    {
        if (left is null || right is null)
        {
            return null;
        }

        try
        {
            switch (kind)
            {
                case BinaryOperatorKind.Add:
                    return left.Add(right);
                case BinaryOperatorKind.Subtract:
                    return left.Subtract(right);
                case BinaryOperatorKind.Multiply:
                    return left.Multiply(right);
                case BinaryOperatorKind.LeftShift when right is { IsConstant: true, Constant: >= 0 and < 31 }:
                    return left.Scale(1L << (int)right.Constant);
                case BinaryOperatorKind.RightShift when right is { IsConstant: true, Constant: >= 0 and < 31 }:
                    return Quotient(left, 1L << (int)right.Constant);
                case BinaryOperatorKind.Divide when right is { IsConstant: true, Constant: > 0 }:
                    return Quotient(left, right.Constant);
                case BinaryOperatorKind.Remainder when right is { IsConstant: true, Constant: > 0 }:
                    return Remainder(left, right.Constant);
                case BinaryOperatorKind.And when right is { IsConstant: true, Constant: > 0 } && (right.Constant & (right.Constant + 1)) == 0:
                    return Remainder(left, right.Constant + 1);
                case BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder or BinaryOperatorKind.And or BinaryOperatorKind.Or
                    or BinaryOperatorKind.ExclusiveOr or BinaryOperatorKind.RightShift or BinaryOperatorKind.LeftShift:
                    return Function(kind, left, right);
                default:
                    return null;
            }
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>A number that depends on its operands alone, whatever they are; a quotient of two unknowns is tied to them.</summary>
    private AffineForm Function(BinaryOperatorKind kind, AffineForm left, AffineForm right)
    {
        if (kind == BinaryOperatorKind.Remainder)
        {
            AffineForm quotient = Function(BinaryOperatorKind.Divide, left, right);
            AffineForm rest = left.Subtract(quotient.Multiply(right));
            return rest;
        }

        Frame? owner = OwnerOf([left, right]);
        Symbol symbol = unknowns.Intern($"{kind}({left.Key};{right.Key})", kind.ToString(), owner, owner is null ? Nature.Input : Nature.Computed);
        unknowns.Define(symbol, new Definition([left, right], operands => Exactly(kind, operands[0], operands[1]))
        {
            IsQuotient = kind == BinaryOperatorKind.Divide,
        });
        AffineForm value = AffineForm.Of(symbol);
        if (kind == BinaryOperatorKind.Divide)
        {
            // 0 ≤ left − value·right < right, for operands that aren't negative.
            AffineForm rest = left.Subtract(value.Multiply(right));
            unknowns.AddFacts(symbol, [new Constraint(rest, Relation.AtLeastZero), Constraint.AtLeast(right, rest, 1),
                new Constraint(value, Relation.AtLeastZero)]);
        }

        return value;
    }

    private static long? Exactly(BinaryOperatorKind kind, long left, long right) => kind switch
    {
        BinaryOperatorKind.Divide when right > 0 && left >= 0 => left / right,
        BinaryOperatorKind.And => left & right,
        BinaryOperatorKind.Or => left | right,
        BinaryOperatorKind.ExclusiveOr => left ^ right,
        BinaryOperatorKind.LeftShift when right is >= 0 and < 31 => left << (int)right,
        BinaryOperatorKind.RightShift when right is >= 0 and < 31 => left >> (int)right,
        _ => null,
    };

    private AffineForm Absolute(AffineForm number)
    {
        Frame? owner = unknowns.OwnerOf(number);
        Symbol symbol = unknowns.Intern($"Abs({number.Key})", "Abs", owner, owner is null ? Nature.Input : Nature.Computed);
        unknowns.Define(symbol, new Definition([number], operands => Math.Abs(operands[0])));
        AffineForm value = AffineForm.Of(symbol);
        unknowns.AddFacts(symbol, [Constraint.AtLeast(value, number), Constraint.AtLeast(value, number.Scale(-1))]);
        return value;
    }

    /// <summary>One of two numbers, by a condition; within their range where both are constants.</summary>
    private AffineForm Either(Condition condition, AffineForm one, AffineForm other)
    {
        bool isExact = condition is { WhenTrue: [{ Relation: not Relation.NotZero } test], WhenFalse.Length: 1 };
        AffineForm[] operands = isExact ? [condition.WhenTrue[0].Form, one, other] : [one, other];
        Symbol symbol = unknowns.New("choice", isExact ? OwnerOf(operands) : _frame, Nature.Computed);
        unknowns.Choose(symbol, one, other);
        if (isExact)
        {
            bool isEquality = condition.WhenTrue[0].Relation == Relation.Zero;
            unknowns.Define(symbol, new Definition([.. operands], values => (isEquality ? values[0] == 0 : values[0] >= 0) ? values[1] : values[2]));
        }

        AffineForm value = AffineForm.Of(symbol);
        if (one.IsConstant && other.IsConstant)
        {
            unknowns.AddFacts(symbol,
            [
                Constraint.AtLeast(value, AffineForm.Of(Math.Min(one.Constant, other.Constant))),
                    Constraint.AtLeast(AffineForm.Of(Math.Max(one.Constant, other.Constant)), value),
            ]);
        }
        else if (isExact && ChoosesLeast(condition, one, other))
        {
            unknowns.AddFacts(symbol, [Constraint.AtLeast(one, value), Constraint.AtLeast(other, value)]);
        }
        else if (isExact && ChoosesLeast(condition.Not(), one, other))
        {
            unknowns.AddFacts(symbol, [Constraint.AtLeast(value, one), Constraint.AtLeast(value, other)]);
        }

        return value;
    }

    /// <summary>The condition says that the first number isn't the greater one, its contrary that the second isn't: a minimum, written out.</summary>
    private static bool ChoosesLeast(Condition condition, AffineForm one, AffineForm other)
    {
        try
        {
            AffineForm difference = other.Subtract(one);
            return condition is { WhenTrue: [{ Relation: Relation.AtLeastZero, Form: var whenTrue }],
                WhenFalse: [{ Relation: Relation.AtLeastZero, Form: var whenFalse }] }
                && difference.Subtract(whenTrue) is { IsConstant: true, Constant: >= 0 }
                && difference.Scale(-1).Subtract(whenFalse) is { IsConstant: true, Constant: >= 0 };
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>The smaller or the greater of two numbers.</summary>
    private AffineForm Extreme(AffineForm one, AffineForm other, bool isLeast)
    {
        Frame? owner = OwnerOf([one, other]);
        string name = isLeast ? "Min" : "Max";
        Symbol symbol = unknowns.Intern($"{name}({one.Key};{other.Key})", name, owner, owner is null ? Nature.Input : Nature.Computed);
        unknowns.Define(symbol, new Definition([one, other], operands => isLeast ? Math.Min(operands[0], operands[1])
            : Math.Max(operands[0], operands[1])));
        AffineForm value = AffineForm.Of(symbol);
        unknowns.AddFacts(symbol, isLeast
            ? [Constraint.AtLeast(one, value), Constraint.AtLeast(other, value)]
            : [Constraint.AtLeast(value, one), Constraint.AtLeast(value, other)]);
        return value;
    }

    private static AffineForm Quotient(AffineForm dividend, long divisor) => divisor == 1 ? dividend
        : dividend.IsConstant && dividend.Constant >= 0 ? AffineForm.Of(dividend.Constant / divisor)
        : AffineForm.Of(Symbol.Quotient(dividend, divisor, isFloor: true, Constant.Int64(0)));

    private static AffineForm Remainder(AffineForm dividend, long divisor) => divisor == 1 ? AffineForm.Zero
        : dividend.Subtract(Quotient(dividend, divisor).Scale(divisor));
}
