using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// For headers with several variables: <c>for (int i = 0, j = n; …; i++, j -= 2)</c>. Only one is the index; the others
/// become functions of it, assigned first in the body.
/// </summary>
internal sealed partial class Lowering
{
    /// <summary>The bound; where it is a second variable that comes to meet the index, the value it starts from.</summary>
    private Expression? LowerBound(CountedLoop counted) => Meeting(counted) is { } other
        ? LowerExpression(InitialValue((IForLoopOperation)counted.Operation, other.Symbol)!)
        : LowerExpression(counted.Test.Bound);

    /// <summary>What makes the other variables out of the index, or null when that isn't possible.</summary>
    private List<Statement>? LowerOthers(CountedLoop counted, Variable index, Expression start, ref Expression bound)
    {
        List<Statement> statements = [];
        if (counted.Operation is not IForLoopOperation loop)
        {
            return statements;
        }

        LoopStep? meeting = Meeting(counted);
        foreach (LoopStep other in counted.Others)
        {
            if (IsSimple(loop, other) is not { } initial || counted.Step.Operand is not null || other.Operand is not null
                || other.Constant % counted.Step.Constant != 0)
            {
                return null;
            }

            Expression? first = null;
            if (Capture(() => first = LowerExpression(initial)).Count > 0 || first is null || Effect.HasLoad(first))
            {
                return null;
            }

            Variable variable = nest.VariableOf((ILocalSymbol)other.Symbol);
            Expression value = Along(index, start, first, variable.Type, other.Constant / counted.Step.Constant);
            statements.Add(new Assign(variable, value, Locations.Of(other.Reference)));
            if (other == meeting)
            {
                bound = MeetingPoint(counted.Test.Relation, start, first);
            }
        }

        return HeaderIsCovered(loop, counted) ? statements : null;
    }

    /// <summary>The other variables have their values from before the loop, and are stepped as if the body did so last: nothing skips that.</summary>
    private bool StepsAtBottom(CountedLoop counted) =>
        counted.Operation is IForLoopOperation loop
        && HeaderIsCovered(loop, counted with { Others = [] })
        && counted.Others.All(other => other.Operand is null)
        && !loop.Body.DescendantsAndSelf().Any(operation => operation is IBranchOperation { BranchKind: BranchKind.Continue } branch && Same(branch.Target, loop.ContinueLabel));

    private static IEnumerable<IOperation> OtherUpdates(CountedLoop counted) =>
        ((IForLoopOperation)counted.Operation).AtLoopBottom.Where(update => LoopStep.Of(update) is { } step && counted.Others.Any(other => Same(other.Symbol, step.Symbol)));

    private static LoopStep? Meeting(CountedLoop counted)
    {
        ISymbol? bound = LoopStep.SymbolOf(counted.Test.Bound);
        return counted.Others.FirstOrDefault(other => Same(other.Symbol, bound)
            && TypeMap.Element(other.Reference.Type) == ElementType.Int32 && TypeMap.Element(counted.Step.Reference.Type) == ElementType.Int32
            && counted.Test.Offset == 0 && counted.Operation is IForLoopOperation loop && InitialValue(loop, other.Symbol) is not null
            && (counted.Test.Relation, counted.Step.Constant, other.Constant)
                is (LoopRelation.Less or LoopRelation.LessOrEqual, 1, -1) or (LoopRelation.Greater or LoopRelation.GreaterOrEqual, -1, 1));
    }

    // Each trip closes the gap by two; a negative gap rounds towards zero, to no trips.
    private static Expression MeetingPoint(LoopRelation relation, Expression start, Expression first)
    {
        bool isUp = relation is LoopRelation.Less or LoopRelation.LessOrEqual;
        Expression near = Converted(start, ElementType.Int64, false);
        Expression far = Converted(first, ElementType.Int64, false);
        Expression gap = isUp && start is Constant { Value: 0 } ? far
            : new Binary(BinaryOperator.Subtract, ElementType.Int64, isUp ? far : near, isUp ? near : far);
        // With equality allowed the middle one counts, and the last trip is where the bound is.
        bool isStrict = relation is LoopRelation.Less or LoopRelation.Greater;
        Expression trips = new Binary(
            BinaryOperator.Divide,
            ElementType.Int64,
            new Binary(BinaryOperator.Add, ElementType.Int64, gap, Constant.Int64(isStrict ? 1 : 2)),
            Constant.Int64(2));
        Expression last = isStrict ? trips : new Binary(BinaryOperator.Subtract, ElementType.Int64, trips, Constant.Int64(1));
        return isUp && start is Constant { Value: 0 } ? last
            : new Binary(isUp ? BinaryOperator.Add : BinaryOperator.Subtract, ElementType.Int64, near, last);
    }

    private static Expression Along(Variable index, Expression start, Expression first, ElementType type, long factor)
    {
        // In one's own type where the index has it too, so that subscripts stay affine as written.
        ElementType computed = index.Type == type && TypeMap.Promoted(type) == type ? type : ElementType.Int64;
        Expression trips = Converted(new VariableRead(index), computed, false);
        if (start is not Constant { Value: 0 or 0L })
        {
            trips = new Binary(BinaryOperator.Subtract, computed, trips, Converted(start, computed, false));
        }

        if (factor is not 1 and not -1)
        {
            trips = new Binary(BinaryOperator.Multiply, computed, trips, TypeMap.Constant(computed, factor) ?? Constant.Int64(factor));
        }

        Expression origin = Converted(first, computed, false);
        Expression value = factor == -1 ? new Binary(BinaryOperator.Subtract, computed, origin, trips)
            : first is Constant { Value: 0 or 0L } ? trips
            : new Binary(BinaryOperator.Add, computed, origin, trips);
        return Converted(value, type, false);
    }

    /// <summary>The initial value of a variable declared in the header, stepped there and assigned nowhere else.</summary>
    private IOperation? IsSimple(IForLoopOperation loop, LoopStep step) =>
        loop.Locals.Contains(step.Symbol, SymbolEqualityComparer.Default)
        && !Method.Uses.IsCaptured(step.Symbol) && !Method.Uses.IsAliased(step.Symbol)
        && !IsCheckedStep(step)
        && !Operations.WrittenSymbols([loop.Body]).Contains(step.Symbol)
        && TypeMap.Element(step.Reference.Type) is not (ElementType.UInt64 or ElementType.NativeUInt)
            ? InitialValue(loop, step.Symbol)
            : null;

    private static bool IsCheckedStep(LoopStep step) => step.Reference.Parent
        is IIncrementOrDecrementOperation { IsChecked: true } or ICompoundAssignmentOperation { IsChecked: true };

    /// <summary>Everything that the header does before the first test is in the loop's canonical form.</summary>
    private bool HeaderIsCovered(IForLoopOperation loop, CountedLoop counted)
    {
        foreach (IOperation before in loop.Before)
        {
            IEnumerable<ISymbol?> targets = before switch
            {
                IVariableDeclarationGroupOperation group => group.Declarations.SelectMany(declaration => declaration.Declarators).Select(declarator => (ISymbol?)declarator.Symbol),
                IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment } => [LoopStep.SymbolOf(assignment.Target)],
                _ => [null],
            };
            if (!targets.All(target => target is not null
                && (Same(target, counted.Test.Symbol) || counted.Others.Any(other => Same(other.Symbol, target)) || _substitutes.ContainsKey(target))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Header variables that nothing assigns again, <c>for (int i = 0, n = a.Length; …)</c>, stand for their initial value.</summary>
    private void AddHeaderConstants(IForLoopOperation loop)
    {
        HashSet<ISymbol> written = Operations.WrittenSymbols([loop]);
        foreach (IVariableDeclaratorOperation declarator in loop.Before.SelectMany(before => before.DescendantsAndSelf()).OfType<IVariableDeclaratorOperation>())
        {
            if (!written.Contains(declarator.Symbol) && !Method.Uses.IsCaptured(declarator.Symbol)
                && declarator.GetVariableInitializer()?.Value is { } value && TypeMap.Element(declarator.Symbol.Type).IsInteger()
                && value.DescendantsAndSelf().All(IsUnchanging))
            {
                _substitutes[declarator.Symbol] = value;
            }
        }

        // Evaluated at each use, such a value must be the same each time.
        bool IsUnchanging(IOperation operation) => operation switch
        {
            ILocalReferenceOperation { Local: var local } => !written.Contains(local) && !Method.Uses.IsCaptured(local),
            IParameterReferenceOperation { Parameter: var parameter } => !written.Contains(parameter) && parameter.RefKind == RefKind.None,
            IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } instance } => ObjectOf(instance) is not null,
            ILiteralOperation or IConversionOperation or IParenthesizedOperation => true,
            IBinaryOperation { IsChecked: false, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply } => true,
            _ => false,
        };
    }
}
