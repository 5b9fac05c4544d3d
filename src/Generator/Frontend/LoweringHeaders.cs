using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Recognizes counted <c>for</c>, <c>while</c> and <c>do</c> loops.</summary>
internal sealed partial class Lowering
{
    private CountedLoop? Recognize(ILoopOperation loop)
    {
        CountedLoop? counted = loop switch
        {
            IForLoopOperation statement => RecognizeFor(statement),
            IWhileLoopOperation statement => RecognizeWhile(statement),
            _ => null,
        };
        if (counted is null)
        {
            _failure ??= WhyNotCounted(loop);
            return null;
        }

        // A lambda that captured the index could change it, or see it change.
        ISymbol index = counted.Test.Symbol;
        if (Method.Uses.IsAliased(index) || Method.Uses.IsCaptured(index))
        {
            NotCounted(loop, $"{index.Name} is captured or referred to elsewhere");
            return null;
        }

        IOperation? writer = counted.Body.SelectMany(statement => statement.DescendantsAndSelf())
            .FirstOrDefault(operation => LoopStep.SymbolOf(operation) is { } symbol && operation is not IConversionOperation
                && SymbolEqualityComparer.Default.Equals(symbol, index) && Operations.IsWrite(operation));
        if (writer is not null)
        {
            _failure = new Refusal(RuleIds.IndexAssigned, Locations.Of(writer.Parent ?? writer), EquatableArray.Of(index.Name));
            return null;
        }

        return counted;
    }

    private static Refusal WhyNotCounted(ILoopOperation loop)
    {
        IOperation? condition = loop switch
        {
            IForLoopOperation statement => statement.Condition,
            IWhileLoopOperation statement => statement.Condition,
            _ => null,
        };
        if (condition?.DescendantsAndSelf().OfType<IFieldReferenceOperation>().FirstOrDefault(field => field.Field.IsVolatile) is { } watched)
        {
            return new Refusal(RuleIds.OrderVisible, Locations.Of(watched), EquatableArray.Of($"the volatile field {watched.Field.Name}"));
        }

        string reason = condition is null ? "it has no condition"
            : $"{Operations.TextOf(condition)} doesn't compare a variable that is stepped by a fixed amount with a fixed bound";
        return new Refusal(RuleIds.NotCounted, Locations.Of(condition ?? loop), EquatableArray.Of(reason));
    }

    private CountedLoop? RecognizeFor(IForLoopOperation loop)
    {
        AddHeaderConstants(loop);
        List<LoopStep> steps = [];
        foreach (IOperation update in loop.AtLoopBottom)
        {
            if (LoopStep.Of(update) is not { } step || steps.Any(other => Same(other.Symbol, step.Symbol)))
            {
                return null;
            }

            steps.Add(step);
        }

        if (steps.Count == 0)
        {
            return loop.Condition is { } stepping ? RecognizeStepping(loop, stepping, LoopForm.For, loop.Body, StartOf(loop, stepping)) : null;
        }

        if (LoopTest.Of(loop.Condition, symbol => steps.Any(step => Same(step.Symbol, symbol))) is not { Step: null } test)
        {
            return null;
        }

        LoopStep own = steps.First(step => Same(step.Symbol, test.Symbol));
        steps.Remove(own);
        return new CountedLoop(loop, LoopForm.For, test, own, InitialValue(loop, test.Symbol), false, [loop.Body], steps);
    }

    private IOperation? StartOf(IForLoopOperation loop, IOperation condition) =>
        LoopTest.Of(condition, _ => false) is { Step: { } step } ? InitialValue(loop, step.Symbol) : null;

    /// <summary>The value that a for loop's header gives a variable; null when it keeps the one from before.</summary>
    private static IOperation? InitialValue(IForLoopOperation loop, ISymbol symbol)
    {
        foreach (IOperation operation in loop.Before.SelectMany(before => before.DescendantsAndSelf()))
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Same(declarator.Symbol, symbol):
                    return declarator.GetVariableInitializer()?.Value;
                case ISimpleAssignmentOperation assignment when LoopStep.SymbolOf(assignment.Target) is { } target && Same(target, symbol):
                    return assignment.Value;
            }
        }

        return null;
    }

    private CountedLoop? RecognizeWhile(IWhileLoopOperation loop)
    {
        LoopForm form = loop.ConditionIsTop ? LoopForm.While : LoopForm.Do;
        if (loop.Condition is not { } condition || loop.ConditionIsUntil)
        {
            return null;
        }

        if (RecognizeStepping(loop, condition, form, loop.Body, null) is { } stepping)
        {
            return stepping;
        }

        // The step must come last, and in every iteration: continue would skip it.
        if (loop.Body is not IBlockOperation { Operations: [.., var last] operations } || LoopStep.Of(last) is not { } step
            || LoopTest.Of(condition, symbol => Same(symbol, step.Symbol)) is not { Step: null } test
            || loop.Body.DescendantsAndSelf().Any(operation => operation is IBranchOperation { BranchKind: BranchKind.Continue } branch && Same(branch.Target, loop.ContinueLabel)))
        {
            return null;
        }

        return new CountedLoop(loop, form, test, step, null, false, operations.RemoveAt(operations.Length - 1), []);
    }

    private static CountedLoop? RecognizeStepping(ILoopOperation loop, IOperation condition, LoopForm form, IOperation body, IOperation? start) =>
        LoopTest.Of(condition, _ => false) is { Step: { } step } test
            ? new CountedLoop(loop, form, test, step, start, StartsStepped: form != LoopForm.Do, [body], [])
            : null;

    private static bool Same(ISymbol one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
