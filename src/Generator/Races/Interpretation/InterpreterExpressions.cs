using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Expressions: their values, and the accesses on the way.</summary>
internal sealed partial class Interpreter
{
    private readonly Stack<Value> _receivers = new();

    private Value Evaluate(IOperation? operation)
    {
        if (operation is null || IsExhausted)
        {
            return Value.Nothing;
        }

        _steps++;
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
        {
            return OfConstant(operation, constant);
        }

        switch (operation)
        {
            case IImplicitIndexerReferenceOperation { Argument: IRangeOperation part } slice:
                return Slice(slice, slice.Instance, part, isCopy: !FrameworkTypes.HasElements(slice.Type));
            case IArrayElementReferenceOperation { Indices: [IRangeOperation part] } slice:
                return Slice(slice, slice.ArrayReference, part, isCopy: true);
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation
                or IImplicitIndexerReferenceOperation:
                return Read(Resolve(operation), operation.Syntax);
            case IPropertyReferenceOperation property:
                return EvaluateProperty(property);
            case IEventReferenceOperation raised:
                return ValueOf(Field(raised, raised.Event, raised.Instance), raised.Syntax);
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation subscribed } subscription:
                Subscribe(subscription, subscribed);
                return Value.Nothing;
            case IInstanceReferenceOperation instance:
                return instance.ReferenceKind == InstanceReferenceKind.ImplicitReceiver && _receivers.Count > 0 ? _receivers.Peek() : _this;
            case IConditionalAccessInstanceOperation:
                return _receivers.Count > 0 ? _receivers.Peek() : Value.Nothing;
            case IConditionalAccessOperation access:
                _receivers.Push(Evaluate(access.Operation));
                Value member = Evaluate(access.WhenNotNull);
                _receivers.Pop();
                return member;
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case IParenthesizedOperation parentheses:
                return Evaluate(parentheses.Operand);
            case IVariableDeclaratorOperation declarator:
                DeclareLocal(declarator);
                return Value.Nothing;
            case ISimpleAssignmentOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation
                or ICoalesceAssignmentOperation or IDeconstructionAssignmentOperation:
                return EvaluateAssignment(operation);
            case IConversionOperation conversion:
                return Converted(conversion);
            case IBinaryOperation binary:
                return EvaluateBinary(binary);
            case IUnaryOperation unary:
                return EvaluateUnary(unary);
            case IConditionalOperation choice:
                return Choose(choice);
            case ICoalesceOperation coalesce:
                return Value.Either(Evaluate(coalesce.Value), Evaluate(coalesce.WhenNull));
            case IInvocationOperation { TargetMethod.RefKind: not RefKind.None } call:
                Value reference = Call(call);
                return reference.Reference is { } referred ? Read(referred, call.Syntax) : reference;
            case IInvocationOperation call:
                return Call(call);
            case IObjectCreationOperation creation:
                return Create(creation);
            case IArrayCreationOperation creation:
                return CreateArray(creation);
            case ICollectionExpressionOperation collection:
                return CreateCollection(collection);
            case IAnonymousFunctionOperation lambda:
                return new Value { Function = new Function(lambda.Symbol, lambda.Body, _this) };
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.DelegateInvoke, Instance: { } invoked }:
                return Evaluate(invoked);
            case IMethodReferenceOperation method:
                return new Value { Function = new Function(method.Method, context.BodyOf(method.Method), method.Instance is not null
                    ? Evaluate(method.Instance)
                    : method.Method.MethodKind == MethodKind.LocalFunction ? _this : Value.Nothing) };
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            case IAwaitOperation awaited:
                return Await(awaited);
            case ITupleOperation tuple:
                return new Value { Parts = [.. tuple.Elements.Select(Evaluate)] };
            case IIsPatternOperation test:
                return EvaluatePattern(test);
            case ISwitchExpressionOperation choice:
                return EvaluateSwitch(choice);
            case ITypeOfOperation type:
                return TypeObject(type.TypeOperand);
            case IArgumentOperation argument:
                return Evaluate(argument.Value);
            case INameOfOperation or ISizeOfOperation:
                return Value.Nothing;
            case IAddressOfOperation address:
                return EvaluateAddress(address);
            default:
                return EvaluateOther(operation);
        }
    }

    private Value EvaluateOther(IOperation operation)
    {
        NoteError(operation);
        if (Frontend.Operations.PointerElement(operation) is not null)
        {
            return Read(Resolve(operation), operation.Syntax);
        }

        Value last = Value.Nothing;
        foreach (IOperation child in operation.ChildOperations)
        {
            if (child is IBlockOperation or ILoopOperation or IReturnOperation or IConditionalOperation { Type: null })
            {
                Visit(child);
            }
            else
            {
                last = Evaluate(child);
            }
        }

        return operation.Kind == OperationKind.None && operation.ChildOperations.Count == 1 ? last : Value.Nothing;
    }

    private static Value TypeObject(ITypeSymbol type) =>
        Value.Of(new ObjectId("typeof " + type.ToDisplayString(), [], ObjectOrigin.Given, $"typeof({type.Name})", null));

    private static Value OfConstant(IOperation operation, object? constant) => constant switch
    {
        char character => Value.Of(AffineForm.Of(character)),
        sbyte or byte or short or ushort or int or uint or long => Value.Of(AffineForm.Of(Convert.ToInt64(constant))) with { IsConstant = true },
        bool truth => Value.Nothing with { IsConstant = true, Boolean = truth },
        string text => Value.Of(new ObjectId("string " + text, [], ObjectOrigin.Given, "\"" + text + "\"", operation.Type)),
        _ => Value.Nothing with { IsConstant = true },
    };

    private void DeclareLocal(IVariableDeclaratorOperation declarator)
    {
        IOperation? initializer = declarator.GetVariableInitializer()?.Value;
        if (declarator.Symbol.IsRef && initializer is not null)
        {
            Declare(declarator.Symbol, new Value { Reference = Resolve(initializer) });
            return;
        }

        Value value = initializer is null ? Value.Nothing : Named(Evaluate(initializer), declarator.Symbol.Name);
        Declare(declarator.Symbol, initializer is null ? Value.Nothing : Kept(value, declarator.Symbol.Type));
        if (initializer is not null && context.IsCaptured(declarator.Symbol) && _storage.TryGetValue(declarator.Symbol, out Storage? storage))
        {
            Record(new Spot(storage.Key, storage.Subscripts, SpotKind.Variable, declarator.Symbol.Name) { Symbol = declarator.Symbol }, true,
                declarator.Syntax);
        }
    }

    /// <summary>A new object gets the name of the first variable that holds it.</summary>
    private static Value Named(Value value, string name) => value.Objects is [{ Origin: ObjectOrigin.Fresh, IsNamed: false } id]
        ? value with { Objects = [id with { Name = name, IsNamed = true }] }
        : value;

    /// <summary>What a variable knows of a value: a number that isn't known gets a symbol, so that two uses of it agree.</summary>
    private Value Kept(Value value, ITypeSymbol? type) =>
        value.Number is null && IsInteger(type) ? value with { Number = Computed(type?.Name ?? "value") } : value;

    private Value Converted(IConversionOperation conversion)
    {
        Value operand = Evaluate(conversion.Operand);
        if (conversion.OperatorMethod is { } method)
        {
            return CallOperator(method, [operand], conversion);
        }

        if (conversion.Operand.Type is { IsValueType: true } && conversion.Type is { IsReferenceType: true } boxed)
        {
            return operand with { Number = IsInteger(conversion.Operand.Type) ? operand.Number : null,
                Objects = [Fresh(conversion.Syntax.ToString(), boxed)] };
        }

        if (conversion.Operand.Type?.SpecialType == SpecialType.System_Object && conversion.Type is { IsReferenceType: true } actual)
        {
            return operand with { Objects = [.. operand.Objects.Select(id => id.Type?.SpecialType == SpecialType.System_Object
                ? id with { Type = actual } : id)] };
        }

        if (conversion.Operand.Type is { } from && IsInteger(conversion.Type) && !IsInteger(from))
        {
            if (from.IsReferenceType)
            {
                // What was put into the box comes out of it.
                return new Value { Number = operand.Number, Sources = operand.Sources };
            }

            bool isMeasure = from.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;
            return operand with { Number = isMeasure ? Datum(conversion.Syntax.ToString()) : null };
        }

        // An integer cut to a narrower type is another number: what is known of it is only that it's a function.
        return conversion.Type is { SpecialType: SpecialType.System_Byte or SpecialType.System_SByte }
            && operand.Number is { IsConstant: false } number
            && conversion.Operand.Type?.SpecialType is not (SpecialType.System_Byte or SpecialType.System_SByte)
            ? operand with { Number = Remainder(number, 256) }
            : operand;
    }

    private Value Choose(IConditionalOperation choice)
    {
        Value condition = Evaluate(choice.Condition);
        Value first = Value.Nothing;
        Value second = Value.Nothing;
        Branch(condition.Truth ?? Condition.Nothing, condition.Sources, () => first = Evaluate(choice.WhenTrue), () =>
            second = Evaluate(choice.WhenFalse));
        if (condition.Truth is { IsNeverTrue: true } or { IsNeverFalse: true })
        {
            return condition.Truth.IsNeverTrue ? second : first;
        }

        Value either = Value.Either(first, second).From(condition.Sources);
        return either.Number is null && IsInteger(choice.Type) && first.Number is { } one && second.Number is { } other
            ? either with { Number = Either(condition.Truth ?? Condition.Nothing, one, other) }
            : either;
    }

    private Value EvaluatePattern(IIsPatternOperation test)
    {
        Value value = Evaluate(test.Value);
        if (test.Pattern is IRecursivePatternOperation { DeclaredSymbol: { } whole })
        {
            Declare(whole, value with { Truth = null });
        }

        foreach (IDeclarationPatternOperation declaration in test.Pattern.DescendantsAndSelf().OfType<IDeclarationPatternOperation>())
        {
            if (declaration.DeclaredSymbol is { } symbol)
            {
                Declare(symbol, value with { Truth = null });
            }
        }

        return new Value { Truth = value.Number is { } number ? PatternOf(test.Pattern, number) : null, Sources = value.Sources };
    }

    private Condition? PatternOf(IPatternOperation pattern, AffineForm number) => pattern switch
    {
        IConstantPatternOperation { Value: var constant } when Evaluate(constant).Number is { } other =>
            Condition.Of(Constraint.Equal(number, other)),
        IRelationalPatternOperation relational when Evaluate(relational.Value).Number is { } other =>
            Comparison(relational.OperatorKind, number, other),
        INegatedPatternOperation { Pattern: var inner } => PatternOf(inner, number)?.Not(),
        IBinaryPatternOperation both when PatternOf(both.LeftPattern, number) is { } left && PatternOf(both.RightPattern, number) is { } right =>
            both.OperatorKind == BinaryOperatorKind.And ? left.And(right) : left.Or(right),
        _ => null,
    };

    private Value EvaluateSwitch(ISwitchExpressionOperation choice)
    {
        Value value = Evaluate(choice.Value);
        Value? result = null;
        State before = Save();
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            Restore(before);
            Condition? matches = value.Number is { } number ? PatternOf(arm.Pattern, number) : null;
            _constraints = [.. _constraints, .. matches?.WhenTrue ?? []];
            Evaluate(arm.Guard);
            Value one = Evaluate(arm.Value);
            result = result is null ? one : Value.Either(result, one);
        }

        Restore(before);
        return result ?? Value.Nothing;
    }

    private Value EvaluateAddress(IAddressOfOperation address)
    {
        IOperation target = address.Reference;
        if (target is IArrayElementReferenceOperation { Indices: [var index] } element)
        {
            return Evaluate(element.ArrayReference) with { Offset = Evaluate(index).Number };
        }

        return new Value { Reference = Resolve(target) };
    }
}
