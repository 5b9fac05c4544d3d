using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// Loops that go on while there are more elements and something holds: <c>while (i &lt; n &amp;&amp; a[i] != t) i++;</c>
/// Such a loop is counted, and left early. Where the condition looks at <c>a[i]</c> and at nothing that bounds <c>i</c>, it
/// can't get past the end of <c>a</c>.
/// </summary>
internal sealed partial class Lowering
{
    private CountedLoop? RecognizeSearch(ILoopOperation loop)
    {
        (IOperation? condition, LoopForm form) = loop switch
        {
            IForLoopOperation statement => (statement.Condition, LoopForm.For),
            IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false } statement => (statement.Condition, LoopForm.While),
            _ => (null, LoopForm.Do),
        };
        if (condition is null || StepOf(loop) is not var (step, body) || condition.DescendantsAndSelf().Any(IsUnfit)
            || Method.Uses.IsAliased(step.Symbol) || Method.Uses.IsCaptured(step.Symbol)
            || body.SelectMany(statement => statement.DescendantsAndSelf())
                .Any(operation => Operations.IsWrite(operation) && Same(step.Symbol, LoopStep.SymbolOf(operation))))
        {
            return null;
        }

        List<IOperation> conjuncts = [.. Conjuncts(condition)];
        IOperation? bounding = conjuncts.FirstOrDefault(conjunct => LoopTest.Of(conjunct, symbol => Same(symbol, step.Symbol)) is { Step: null });
        LoopTest? test = bounding is not null ? LoopTest.Of(bounding, symbol => Same(symbol, step.Symbol)) : null;
        IOperation? start = loop is IForLoopOperation counted ? InitialValue(counted, step.Symbol) : null;
        if (test is not null)
        {
            return new CountedLoop(loop, form, test, step, start, false, body, [])
            {
                Conditions = [.. conjuncts.Where(conjunct => conjunct != bounding)],
            };
        }

        if (step is not { Constant: 1, Operand: null } || TypeMap.Element(step.Reference.Type) != ElementType.Int32
            || Subscripted(condition, step.Symbol) is not { } item)
        {
            return null;
        }

        var within = new LoopTest(step.Reference, step.Symbol, 0, LoopRelation.Less, step.Reference, null);
        return new CountedLoop(loop, form, within, step, start, false, body, []) { Conditions = conjuncts, Within = item };

        // What the condition does must not matter where it is evaluated once more, or not at all.
        static bool IsUnfit(IOperation operation) => Operations.IsWrite(operation)
            || operation is IAssignmentOperation or IIncrementOrDecrementOperation or IFieldReferenceOperation { Field.IsVolatile: true };
    }

    /// <summary>The array or span whose element at the index a condition looks at.</summary>
    private MemoryObject? Subscripted(IOperation condition, ISymbol index) => condition.DescendantsAndSelf().Select(operation => operation switch
    {
        IArrayElementReferenceOperation { Indices: [var subscript] } element when Same(index, LoopStep.SymbolOf(subscript)) =>
            ObjectOf(element.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var subscript }], Instance: { } instance }
            when Same(index, LoopStep.SymbolOf(subscript)) => ObjectOf(instance),
        _ => null,
    }).FirstOrDefault(item => item is { Rank: 1, Kind: MemoryKind.Array or MemoryKind.Span or MemoryKind.ReadOnlySpan });

    private (LoopStep Step, IReadOnlyList<IOperation> Body)? StepOf(ILoopOperation loop)
    {
        switch (loop)
        {
            case IForLoopOperation { AtLoopBottom: [var update] } statement when LoopStep.Of(update) is { } step:
                AddHeaderConstants(statement);
                return (step, [statement.Body]);
            case IWhileLoopOperation { Body: IBlockOperation { Operations: [.., var last] operations } } when LoopStep.Of(last) is { } step
                && !loop.Body.DescendantsAndSelf().Any(operation =>
                    operation is IBranchOperation { BranchKind: BranchKind.Continue } branch && Same(branch.Target, loop.ContinueLabel)):
                return (step, operations.RemoveAt(operations.Length - 1));
            case IWhileLoopOperation { Body: IExpressionStatementOperation only } when LoopStep.Of(only) is { } step:
                return (step, []);
            default:
                return null;
        }
    }

    private static IEnumerable<IOperation> Conjuncts(IOperation condition) => condition switch
    {
        IParenthesizedOperation { Operand: var inner } => Conjuncts(inner),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd, OperatorMethod: null } both =>
            Conjuncts(both.LeftOperand).Concat(Conjuncts(both.RightOperand)),
        _ => [condition],
    };

    /// <summary>An iteration leaves the loop unless they hold.</summary>
    private void LowerConditions(int loop, CountedLoop counted)
    {
        foreach (IOperation condition in counted.Conditions)
        {
            SourceLocation location = Locations.Of(condition);
            var leave = new Block(EquatableArray.Of<Statement>(new Exit(ExitKind.Break, loop, null, location)));
            Emit(LowerExpression(condition) is { } holds
                ? new If(new Unary(UnaryOperator.LogicalNot, holds), leave, Block.Empty, location)
                : new Exit(ExitKind.Break, loop, null, location));
        }
    }

    private Loop Found(Loop loop)
    {
        _failure = null;
        return loop;
    }
}
