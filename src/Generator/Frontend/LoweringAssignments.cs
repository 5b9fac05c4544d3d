using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Assignments, compound assignments and increments, as statements and inside expressions.</summary>
internal sealed partial class Lowering
{
    private Expression? LowerAssignment(ISimpleAssignmentOperation assignment, bool needsValue)
    {
        SourceLocation location = Locations.Of(assignment);
        if (LowerTarget(assignment.Target, pinLoads: false, value => LowerExpression(assignment.Value), location) is not var (place, value))
        {
            return null;
        }

        return Store(assignment, place, value, needsValue, location);
    }

    private Expression? LowerCompoundAssignment(ICompoundAssignmentOperation assignment, bool needsValue)
    {
        if (assignment.OperatorMethod is not null || assignment.IsLifted
            || assignment.InConversion.IsUserDefined || assignment.OutConversion.IsUserDefined)
        {
            return Fail(assignment, Describe(assignment));
        }

        SourceLocation location = Locations.Of(assignment);
        Expression? Combined(Place place)
        {
            if (Sequence(location, () => Read(place), () => LowerExpression(assignment.Value)) is not [var left, var right])
            {
                return null;
            }

            bool isShift = assignment.OperatorKind
                is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;

            // The operator computes in the right operand's type, to which C# has converted it; a shift in the left one's.
            ElementType type = isShift ? TypeMap.Promoted(left.Type) : right.Type;
            ElementType target = left.Type;
            return Combine(assignment, assignment.OperatorKind, type, Converted(left, type, assignment.IsChecked), right, assignment.IsChecked)
                is { } combined ? Converted(combined, target, CheckedContext.At(assignment.Syntax, Method.Model.Compilation)) : null;
        }

        return LowerTarget(assignment.Target, pinLoads: true, Combined, location) is var (place, value)
            ? Store(assignment, place, value, needsValue, location)
            : null;
    }

    private Expression? LowerIncrement(IIncrementOrDecrementOperation increment, bool needsValue)
    {
        if (increment.OperatorMethod is not null || increment.IsLifted)
        {
            return Fail(increment, Describe(increment));
        }

        SourceLocation location = Locations.Of(increment);
        if (LowerTarget(increment.Target, pinLoads: true, Read, location) is not var (place, old))
        {
            return null;
        }

        ElementType type = old.Type;
        if (TypeMap.Constant(TypeMap.Promoted(type), 1) is not { } one)
        {
            return Fail(increment, Describe(increment));
        }

        if (needsValue && increment.IsPostfix)
        {
            old = ToTemporary(old, "old", location);
        }

        BinaryOperatorKind kind = increment.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        Expression current = place is VariablePlace { Variable: var variable } ? new VariableRead(variable) : old;
        if (Combine(increment, kind, type, current, one, increment.IsChecked) is not { } changed)
        {
            return null;
        }

        Expression? stored = Store(increment, place, changed, needsValue && !increment.IsPostfix, location);
        return needsValue && increment.IsPostfix ? old : stored;
    }

    /// <summary>
    /// Evaluates a target's subscripts, then the value, in this order. With <paramref name="pinLoads"/> the place is
    /// both read and written, so subscripts that load are evaluated once, into temporaries.
    /// </summary>
    private (Place Place, Expression Value)? LowerTarget(
        IOperation target, bool pinLoads, Func<Place, Expression?> lowerValue, SourceLocation location)
    {
        if (LowerReference(target) is not { } place)
        {
            return null;
        }

        if (place is ElementPlace element && pinLoads)
        {
            place = element with { Subscripts = element.Subscripts.Select(subscript => Pinned(subscript, location)).ToArray() };
        }

        // What precedes the value must not be changed by what the value does on the way.
        Expression? value = null;
        List<Statement> before = Capture(() => value = lowerValue(place));
        if (value is null)
        {
            return null;
        }

        if (place is ElementPlace later && before.Count > 0)
        {
            ElementPlace kept = later with
            {
                Subscripts = later.Subscripts
                    .Select(subscript => Effect.MayChange(before, subscript) ? ToTemporary(subscript, "index", location) : subscript).ToArray(),
            };
            place = kept;
        }

        before.ForEach(Emit);
        return (place, value);
    }

    private Expression Pinned(Expression subscript, SourceLocation location) =>
        Effect.HasLoad(subscript) ? ToTemporary(subscript, "index", location) : subscript;

    private Expression? Store(IOperation operation, Place place, Expression value, bool needsValue, SourceLocation location)
    {
        if (value.Type != TypeOf(place))
        {
            return Fail(operation, Describe(operation));
        }

        if (place is ElementPlace { Object.Kind: MemoryKind.ReadOnlySpan })
        {
            return Fail(operation, Describe(operation));
        }

        if (needsValue && value is not Constant)
        {
            value = ToTemporary(value, "value", location);
        }

        Write(place, value, location);
        return value;
    }

    /// <summary><c>(x, y) = (u, v)</c>: targets' subscripts, then all values, then the stores.</summary>
    private bool LowerDeconstruction(IDeconstructionAssignmentOperation assignment)
    {
        if (assignment.Target is not ITupleOperation { Elements: var targets }
            || Operations.WithoutConversions(assignment.Value) is not ITupleOperation { Elements: var sources }
            || targets.Length != sources.Length)
        {
            Fail(assignment, Describe(assignment));
            return false;
        }

        SourceLocation location = Locations.Of(assignment);
        HashSet<ISymbol> written = Operations.WrittenSymbols([assignment]);
        List<Place> places = [];
        foreach (IOperation target in targets)
        {
            if (LowerReference(Declared(target)) is not { } place)
            {
                return false;
            }

            // Subscripts come before the values and the stores, which may change them.
            bool isSafe = !target.DescendantsAndSelf().Any(operation => IsChangedBy(operation, target, written));
            places.Add(place is ElementPlace element && !isSafe
                ? element with { Subscripts = element.Subscripts.Select(subscript => subscript is Constant ? subscript : ToTemporary(subscript, "index", location)).ToArray() }
                : place);
        }

        List<Expression> values = [];
        for (int index = 0; index < sources.Length; index++)
        {
            if (LowerExpression(sources[index]) is not { } value)
            {
                return false;
            }

            values.Add(ToTemporary(Converted(value, TypeOf(places[index]), false), "value", location));
        }

        for (int index = 0; index < places.Count; index++)
        {
            if (Store(assignment, places[index], values[index], needsValue: false, location) is null)
            {
                return false;
            }
        }

        return true;
    }

    // A subscript that loads, or that reads a variable which the same statement assigns.
    private static bool IsChangedBy(IOperation operation, IOperation target, HashSet<ISymbol> written) => operation switch
    {
        _ when operation == target => false,
        IArrayElementReferenceOperation or IPropertyReferenceOperation or IInvocationOperation => true,
        ILocalReferenceOperation { Local: var local } => written.Contains(local),
        IParameterReferenceOperation { Parameter: var parameter } => written.Contains(parameter) || parameter.RefKind != RefKind.None,
        IFieldReferenceOperation => true,
        _ => false,
    };
}
