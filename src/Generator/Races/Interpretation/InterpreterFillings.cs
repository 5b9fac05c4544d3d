using System.Collections.Immutable;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>
/// Fields that the first one who comes fills: <c>if (_x == null) { _x = ...; }</c>. Whoever has passed the test before, and what is started
/// after it, finds them filled, as far as nobody empties them.
/// </summary>
internal sealed partial class Interpreter
{
    private ImmutableHashSet<(SyntaxNode Test, string Place)> _filled = [];
    private int _refills;

    private void VisitIf(IConditionalOperation branch)
    {
        Value condition = Evaluate(branch.Condition);
        Condition truth = condition.Truth ?? Condition.Nothing;
        if (branch.WhenFalse is null && Emptiness(branch.Condition) is { } member && Fills(branch.WhenTrue, member)
            && Resolve(member).Locations is [var place])
        {
            Fill(branch.Syntax, place, () => Branch(truth, condition.Sources, () => Visit(branch.WhenTrue), () => { }));
            return;
        }

        Branch(truth, condition.Sources, () => Visit(branch.WhenTrue), () => Visit(branch.WhenFalse));
    }

    private void Fill(SyntaxNode test, Spot place, Action branch)
    {
        bool isFilled = _filled.Contains((test, place.Text));
        _refills += isFilled ? 1 : 0;
        branch();
        _refills -= isFilled ? 1 : 0;
        _filled = _filled.Add((test, place.Text));
    }

    private Value FillIfNull(ICoalesceAssignmentOperation assignment)
    {
        Value made = Evaluate(assignment.Value);
        Value result = Value.Nothing;
        if (Own(assignment.Target) is { } member && Resolve(member).Locations is [var place])
        {
            Fill(assignment.Syntax, place, () => result = Update(assignment.Target, made, BinaryOperatorKind.None, null, assignment));
            return result;
        }

        return Update(assignment.Target, made, BinaryOperatorKind.None, null, assignment);
    }

    /// <summary>What was missing has only decided to make it, and what it's made of was read in a lock section that goes on.</summary>
    private bool IsRenewal(Spot entry) => entry.Kind == SpotKind.Entry && _locks.Any(held => held is { IsExclusive: true, Opening: null }
        && _accesses.Any(access => !access.IsWrite && access.Location.Key != entry.Key
            && access.Locks.Any(other => other.Section == held.Section)));

    /// <summary>Something else may be there now.</summary>
    private void ForgetFilling(Spot place)
    {
        if (!_filled.IsEmpty)
        {
            _filled = _filled.Except(_filled.Where(filled => filled.Place == place.Text));
        }
    }

    /// <summary>The field or property of the object at hand that is compared with a value that never changes.</summary>
    private static IMemberReferenceOperation? Emptiness(IOperation test) => Operations.WithoutConversions(test) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality when IsFixedValue(equality.RightOperand) => Own(equality.LeftOperand),
        IIsPatternOperation { Pattern: IConstantPatternOperation } pattern => Own(pattern.Value),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var flag } => Own(flag),
        _ => null,
    };

    private static IMemberReferenceOperation? Own(IOperation operand) => Operations.WithoutConversions(operand) is
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member
        && (member is IFieldReferenceOperation || (member is IPropertyReferenceOperation property && Members.IsAutomatic(property.Property)))
            ? member : null;

    private static bool IsFixedValue(IOperation value) => value.ConstantValue.HasValue || value is IDefaultValueOperation
        || Operations.WithoutConversions(value) is IMemberReferenceOperation { Instance: null, Member: IFieldSymbol { IsReadOnly: true }
            or IPropertySymbol { SetMethod: null } };

    /// <summary>Another value than the one that means empty is put there, and not one that comes from what was there.</summary>
    private static bool Fills(IOperation branch, IMemberReferenceOperation place) =>
        (branch is IBlockOperation block ? block.Operations : [branch]).OfType<IExpressionStatementOperation>()
            .Any(statement => statement.Operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target, Value: var value }
                && SymbolEqualityComparer.Default.Equals(target.Member, place.Member)
                && target.Instance is null or IInstanceReferenceOperation
                && !value.DescendantsAndSelf().OfType<IMemberReferenceOperation>()
                    .Any(source => SymbolEqualityComparer.Default.Equals(source.Member, place.Member)));
}
