using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Expressions: leaves, conversions and conditionals; operators, accesses and calls have their own files.</summary>
internal sealed partial class Lowering
{
    // Each asks the compiler about types and constants.
    private const int StepsOfOperation = 20;

    private Expression? LowerExpression(IOperation operation) => _takesOpaqueValues ? LowerOrTakeWhole(operation) : LowerParts(operation);

    private Expression? LowerParts(IOperation operation)
    {
        Method.Cancellation.ThrowIfCancellationRequested();
        Work.Spend(StepsOfOperation);
        if (Operations.ConstantOf(operation) is { } constant)
        {
            return constant;
        }

        return operation switch
        {
            IParenthesizedOperation parenthesized => LowerExpression(parenthesized.Operand),
            ILocalReferenceOperation { Local: var local } when _substitutes.TryGetValue(local, out IOperation? value) => LowerExpression(value),
            // A constant in all but name.
            ILocalReferenceOperation { Local: { IsRef: false } local } when Method.Uses.OnlyValue(local) is { ConstantValue.HasValue: true } value => LowerExpression(value),
            IParameterReferenceOperation { Parameter: var parameter } when _substitutes.TryGetValue(parameter, out IOperation? value) => LowerExpression(value),
            IConversionOperation conversion => LowerConversion(conversion),
            IBinaryOperation binary => LowerBinary(binary),
            IUnaryOperation unary => LowerUnary(unary),
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => LowerChoice(
                conditional, () => LowerExpression(conditional.Condition), () => LowerExpression(conditional.WhenTrue), () => LowerExpression(whenFalse)),
            ISwitchExpressionOperation choice => LowerSwitchExpression(choice),
            IIsPatternOperation test => LowerIsPattern(test),
            ISimpleAssignmentOperation { IsRef: false } assignment => LowerAssignment(assignment, needsValue: true),
            ICompoundAssignmentOperation assignment => LowerCompoundAssignment(assignment, needsValue: true),
            IIncrementOrDecrementOperation increment => LowerIncrement(increment, needsValue: true),
            IInvocationOperation call => LowerCall(call),
            IPropertyReferenceOperation property when LowerLength(property) is { } length => length,
            IPropertyReferenceOperation property when LowerPropertyCall(property) is { } value => value,
            _ when LowerReference(operation) is { } place => Read(place),
            _ => Fail(operation, Describe(operation)),
        };
    }

    private Expression? LowerConversion(IConversionOperation conversion)
    {
        ElementType type = TypeMap.Element(conversion.Type);
        if (conversion.OperatorMethod is not null || type == ElementType.Other || TypeMap.Element(conversion.Operand.Type) == ElementType.Other)
        {
            return Fail(conversion, Describe(conversion));
        }

        return LowerExpression(conversion.Operand) is { } operand ? Converted(operand, type, conversion.IsChecked) : null;
    }

    private static Expression Converted(Expression operand, ElementType type, bool isChecked) =>
        operand.Type == type ? operand
        : operand is Constant { Value: not char and var value } && TypeMap.IsWidening(operand.Type, type) ? TypeMap.Constant(type, value)!
        : new Conversion(type, operand, isChecked && type.IsInteger() && !TypeMap.IsWidening(operand.Type, type));

    /// <summary>A choice between two values. Arms with effects become branches that assign a temporary.</summary>
    private Expression? LowerChoice(IOperation operation, Func<Expression?> condition, Func<Expression?> whenTrue, Func<Expression?> whenFalse)
    {
        Expression? first = condition();
        Expression? yes = null;
        Expression? no = null;
        List<Statement> thenStatements = Capture(() => yes = first is null ? null : whenTrue());
        List<Statement> elseStatements = Capture(() => no = yes is null ? null : whenFalse());
        if (first is null || yes is null || no is null)
        {
            return null;
        }

        if (yes.Type != no.Type)
        {
            return Fail(operation, Describe(operation));
        }

        if (thenStatements.Count == 0 && elseStatements.Count == 0)
        {
            return new Conditional(first, yes, no);
        }

        SourceLocation location = Locations.Of(operation);
        Variable result = nest.Temporary(yes.Type, "choice");
        thenStatements.Add(new Assign(result, yes, location));
        elseStatements.Add(new Assign(result, no, location));
        Emit(new If(first, BlockOf(thenStatements), BlockOf(elseStatements), location));
        return new VariableRead(result);
    }

    private Expression? LowerShortCircuit(IBinaryOperation operation, bool isAnd)
    {
        Expression? left = LowerExpression(operation.LeftOperand);
        Expression? right = null;
        List<Statement> before = Capture(() => right = left is null ? null : LowerExpression(operation.RightOperand));
        if (left is null || right is null)
        {
            return null;
        }

        if (before.Count == 0)
        {
            return new ShortCircuit(isAnd, left, right);
        }

        SourceLocation location = Locations.Of(operation);
        Variable result = ToTemporary(left, "both", location).Variable;
        before.Add(new Assign(result, right, location));
        Block evaluated = BlockOf(before);
        Emit(new If(new VariableRead(result), isAnd ? evaluated : Block.Empty, isAnd ? Block.Empty : evaluated, location));
        return new VariableRead(result);
    }

    /// <summary>The construct in words, for "… isn't lowered".</summary>
    private static string Describe(IOperation operation) => operation switch
    {
        IInvocationOperation call => $"the call of {call.TargetMethod.ContainingType?.Name}.{call.TargetMethod.Name}",
        IObjectCreationOperation creation => $"new {creation.Type?.Name}",
        IArrayCreationOperation => "an array allocation",
        IPropertyReferenceOperation property => $"the property {property.Property.ContainingType?.Name}.{property.Property.Name}",
        IAnonymousFunctionOperation or IDelegateCreationOperation => "a lambda",
        IAwaitOperation => "await",
        IInterpolatedStringOperation => "string interpolation",
        ILockOperation => "lock",
        ITryOperation => "try",
        IThrowOperation => "throw",
        { Type: { } type } when TypeMap.Element(type) == ElementType.Other =>
            $"{Operations.TextOf(operation)}, of type {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)},",
        _ => Operations.TextOf(operation),
    };
}
