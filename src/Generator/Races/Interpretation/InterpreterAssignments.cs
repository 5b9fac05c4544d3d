using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Assignments of all forms, and properties, which are calls in disguise.</summary>
internal sealed partial class Interpreter
{
    private bool _writesSame;

    private Value EvaluateAssignment(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: true, Target: ILocalReferenceOperation { Local: var local } } rebinding:
                _values = _values.SetItem(local, new Value { Reference = Resolve(rebinding.Value) });
                return Value.Nothing;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment when !IsPlace(property):
                return SetProperty(property, Evaluate(assignment.Value));
            case ISimpleAssignmentOperation assignment:
                Place target = Resolve(assignment.Target);
                Value value = target.Locations is [{ Name: var name }] ? Named(Evaluate(assignment.Value), name) : Evaluate(assignment.Value);
                _writesSame = IsMethod(assignment.Value);
                Write(target, value, assignment.Target.Syntax, accumulates: !Scales(assignment.Value));
                _writesSame = false;
                NoteRecurrence(target, value, assignment);
                return value;
            case ICompoundAssignmentOperation compound:
                return Update(compound.Target, Evaluate(compound.Value), compound.OperatorKind, compound.OperatorMethod, compound);
            case IIncrementOrDecrementOperation step:
                return Update(step.Target, Value.Of(AffineForm.Of(1)), step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add
                    : BinaryOperatorKind.Subtract, step.OperatorMethod, step);
            case ICoalesceAssignmentOperation { Value: var made }
                when Operations.WithoutConversions(made) is IDelegateCreationOperation { Target: IMethodReferenceOperation }:
                // The delegate is the same whoever makes it.
                return Evaluate(made);
            case ICoalesceAssignmentOperation coalesce:
                return FillIfNull(coalesce);
            case IDeconstructionAssignmentOperation deconstruction:
                Value whole = Evaluate(deconstruction.Value);
                Deconstruct(deconstruction.Target, whole);
                return whole;
            default:
                return Value.Nothing;
        }
    }

    // A delegate of a method is the same whoever makes it.
    private static bool IsMethod(IOperation value) =>
        Operations.WithoutConversions(value) is IDelegateCreationOperation
        {
            Target: IMethodReferenceOperation { Instance: null or IInstanceReferenceOperation },
        };

    // In a[p[i]] *= 2 each element is taken to have its turn; sums, counts and extrema are of things that fall together.
    private static bool Scales(IOperation value) => Operations.WithoutConversions(value) switch
    {
        IBinaryOperation binary => Scales(binary.OperatorKind),
        IInvocationOperation { TargetMethod: { ContainingType.Name: "Math" or "MathF", Name: not ("Min" or "Max") } } => true,
        _ => false,
    };

    private static bool Scales(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder
        or BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift;

    /// <summary>x = 10 * x + e: another order of the iterations gives another result.</summary>
    private void NoteRecurrence(Place target, Value value, ISimpleAssignmentOperation assignment)
    {
        if (_quiet > 0 || _locks.IsEmpty || target.Locations is not [var location]
            || !value.Sources.Any(source => source.Location.Text == location.Text)
            || Operations.WithoutConversions(assignment.Value) is not IBinaryOperation sum)
        {
            return;
        }

        bool isSum = sum.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Multiply or BinaryOperatorKind.And
            or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr
            && (IsTarget(sum.LeftOperand) || IsTarget(sum.RightOperand));
        bool isDifference = sum.OperatorKind == BinaryOperatorKind.Subtract && IsTarget(sum.LeftOperand);
        if (!isSum && !isDifference)
        {
            _accesses[_accesses.Count - 1] = _accesses[_accesses.Count - 1] with { IsRecurrence = true };
        }

        bool IsTarget(IOperation operand) => Operations.WithoutConversions(operand)?.Syntax.IsEquivalentTo(assignment.Target.Syntax) == true;
    }

    private void Deconstruct(IOperation target, Value value)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                for (int i = 0; i < tuple.Elements.Length; i++)
                {
                    Deconstruct(tuple.Elements[i], i < value.Parts.Length ? value.Parts[i] : Value.Nothing);
                }

                break;
            case IDeclarationExpressionOperation { Expression: ITupleOperation tuple }:
                Deconstruct(tuple, value);
                break;
            case IDiscardOperation:
                break;
            default:
                Assign(target, value);
                break;
        }
    }

    private void Assign(IOperation target, Value value)
    {
        if (target is IPropertyReferenceOperation property && !IsPlace(property))
        {
            SetProperty(property, value);
        }
        else
        {
            Write(Resolve(target), value, target.Syntax);
        }
    }

    /// <summary>Reads, computes, writes: two accesses to one place.</summary>
    private Value Update(IOperation target, Value operand, BinaryOperatorKind kind, IMethodSymbol? method, IOperation operation)
    {
        bool isPlace = target is not IPropertyReferenceOperation property || IsPlace(property);
        Place place = isPlace ? Resolve(target) : Place.None;
        Value old = isPlace ? Read(place, target.Syntax) : Evaluate(target);
        Value result = method is not null ? CallOperator(method, [old, operand], operation)
            : kind == BinaryOperatorKind.None ? Value.Either(old, operand)
            : Value.Of(IsInteger(target.Type) ? Computed(kind, old.Number, operand.Number) : null).From([.. old.Sources.Union(operand.Sources)]);
        if (isPlace)
        {
            Write(place, result, target.Syntax, accumulates: !Scales(kind));
        }
        else
        {
            SetProperty((IPropertyReferenceOperation)target, result);
        }

        return operation is IIncrementOrDecrementOperation { IsPostfix: true } ? old : result;
    }

    /// <summary>The property is a field in all but name, or a view's element.</summary>
    private static bool IsPlace(IPropertyReferenceOperation property) => property.Property.RefKind != RefKind.None
        || (property.Property.IsIndexer && FrameworkTypes.IsView(property.Instance?.Type))
        || Members.IsAutomatic(property.Property);

    private Value EvaluateProperty(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        if (IsPlace(reference) && (property.RefKind == RefKind.None || FrameworkTypes.IsView(reference.Instance?.Type)))
        {
            return Read(Resolve(reference), reference.Syntax);
        }

        Value instance = (reference.Property.GetMethod ?? reference.Property.SetMethod) is { } accessor && HasSource(accessor)
            ? Receiver(reference.Instance)
            : reference.Instance is null ? Value.Nothing : Evaluate(reference.Instance);
        Value[] arguments = [.. reference.Arguments.Select(argument => Evaluate(argument.Value))];
        if (property.GetMethod is { } getter && HasSource(getter))
        {
            return Dispatch(getter, instance, arguments, reference, reference.Instance is not null);
        }

        return FrameworkProperty(reference, instance, arguments);
    }

    private Value SetProperty(IPropertyReferenceOperation reference, Value value)
    {
        Value instance = (reference.Property.GetMethod ?? reference.Property.SetMethod) is { } accessor && HasSource(accessor)
            ? Receiver(reference.Instance)
            : reference.Instance is null ? Value.Nothing : Evaluate(reference.Instance);
        Value[] arguments = [.. reference.Arguments.Select(argument => Evaluate(argument.Value)), value];
        if (reference.Property.SetMethod is { } setter && HasSource(setter))
        {
            Dispatch(setter, instance, arguments, reference, reference.Instance is not null);
        }
        else if (!SetFrameworkProperty(reference, instance, arguments))
        {
            CallUnknown(reference, reference.Property.SetMethod);
        }

        return value;
    }

    private static bool HasSource(IMethodSymbol method) => !method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
        || method.AssociatedSymbol is { DeclaringSyntaxReferences.IsEmpty: false };
}
