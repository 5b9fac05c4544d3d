using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Statements. What can't be lowered becomes <see cref="Opaque"/>, whole.</summary>
internal sealed partial class Lowering
{
    private void LowerStatement(IOperation operation)
    {
        Refusal? earlier = _failure;
        _failure = null;
        bool isLowered = false;
        List<Statement> statements = Capture(() => isLowered = TryLowerStatement(operation));
        if (isLowered)
        {
            statements.ForEach(Emit);
        }
        else
        {
            Refusal reason = _failure ?? new Refusal(RuleIds.NotLowered, Locations.Of(operation), EquatableArray.Of(Describe(operation)));
            if (_inlining.Count > 0)
            {
                // A call is inlined whole or not at all, also where this stands inside of something that is lowered.
                _failure = _lost = reason;
                return;
            }

            EffectCollector collector = new(nest, this, operation);
            Effects effects = collector.Collect(string.Join(" ", reason.Arguments));
            if (effects is { Update: null } && (effects.ScalarWrites.Any(variable => variable.DeclaringLoop is null) || LeavesIteration(operation)) && LowerAroundOpaqueValues(operation))
            {
                _failure = earlier;
                return;
            }

            EquatableArray<Variable> declared = operation is IVariableDeclarationGroupOperation group
                ? group.GetDeclaredVariables().Select(local => nest.VariableOf(local)).ToEquatableArray()
                : EquatableArray<Variable>.Empty;
            string? text = new OpaqueText(nest, Method.Model, operation.Syntax, collector.Receivers).Write(Method.Cancellation);
            effects = text is null && effects.Unknown is null
                ? effects with { Unknown = new Refusal(RuleIds.UnknownEffects, Locations.Of(operation), EquatableArray.Of(Operations.TextOf(operation), "it uses something that has no name outside the method")) }
                : effects;
            Emit(new Opaque(text ?? operation.Syntax.ToString(), declared, effects, Locations.Of(operation)));
        }

        _failure = earlier;
    }

    private static bool LeavesIteration(IOperation operation) =>
        operation is IConditionalOperation && operation.Descendants().Any(part => part is IBranchOperation or IReturnOperation or IThrowOperation);

    private bool TryLowerStatement(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation block:
                LowerAll(block.Operations);
                return true;
            case IExpressionStatementOperation when _inlining.Count == 0 && AssociativeUpdates.Of(operation, nest) is { } update:
                // Lowered, it would be a recurrence.
                return Fail(operation, $"the reduction by {update.Method.Name.Replace("global::", "")}") is not null;
            case IExpressionStatementOperation { Operation: var expression }:
                return LowerForEffect(expression);
            case IVariableDeclarationGroupOperation group:
                return group.Declarations.All(LowerDeclaration);
            case IConditionalOperation conditional:
                return LowerIf(conditional);
            case ISwitchOperation choice:
                return LowerSwitch(choice);
            case ILoopOperation loop:
                return LowerInnerLoop(loop);
            case IBranchOperation branch:
                return LowerBranch(branch);
            case IReturnOperation { Kind: OperationKind.Return } result:
                return LowerReturn(result);
            case IThrowOperation:
                return LowerThrow(operation);
            case ILockOperation locked:
                return LowerLock(locked);
            case ILabeledOperation labeled when !Method.Uses.HasGoto && labeled.Operation is not null:
                return TryLowerStatement(labeled.Operation);
            case IEmptyOperation or ILocalFunctionOperation:
                return true;
            default:
                return Fail(operation, Describe(operation)) is not null;
        }
    }

    private void LowerAll(IEnumerable<IOperation> operations)
    {
        List<IOperation> statements = [.. operations];
        if (statements.Any(statement => statement is ILabeledOperation))
        {
            LowerLabeled(statements);
        }
        else
        {
            statements.ForEach(LowerStatement);
        }
    }

    /// <summary>An expression whose value nobody needs.</summary>
    private bool LowerForEffect(IOperation expression)
    {
        switch (expression)
        {
            case IParenthesizedOperation parenthesized:
                return LowerForEffect(parenthesized.Operand);
            case ISimpleAssignmentOperation { Target: IDiscardOperation } discard:
                return LowerUnneeded(discard.Value);
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return LowerAssignment(assignment, needsValue: false) is not null;
            case ICompoundAssignmentOperation assignment:
                return LowerCompoundAssignment(assignment, needsValue: false) is not null;
            case IIncrementOrDecrementOperation increment:
                return LowerIncrement(increment, needsValue: false) is not null;
            case IDeconstructionAssignmentOperation assignment:
                return LowerDeconstruction(assignment);
            case IInvocationOperation call:
                return LowerCallStatement(call);
            default:
                return LowerUnneeded(expression);
        }
    }

    /// <summary>Nobody needs the value, but computing it may throw.</summary>
    private bool LowerUnneeded(IOperation expression)
    {
        if (LowerExpression(expression) is not { } value)
        {
            return false;
        }

        if (value is not (Constant or VariableRead))
        {
            ToTemporary(value, "unused", Locations.Of(expression));
        }

        return true;
    }

    private bool LowerDeclaration(IVariableDeclarationOperation declaration)
    {
        foreach (IVariableDeclaratorOperation declarator in declaration.Declarators)
        {
            ILocalSymbol local = declarator.Symbol;
            IOperation? value = declarator.GetVariableInitializer()?.Value;
            if (local.IsRef || Method.Uses.IsAliased(local))
            {
                return Fail(declarator, $"the ref local {local.Name}") is not null;
            }

            if (value is null)
            {
                if (InlinedMethod is not null && TypeMap.Element(local.Type) != ElementType.Other)
                {
                    // It belongs to the loop that it is declared in, though a loop further inside may be the first to use it.
                    _ = nest.VariableOf(local);
                }

                continue;
            }

            if (nest.Rows.RowOf(local) is { } row)
            {
                if (!LowerRow(row))
                {
                    return Fail(declarator, Describe(value)) is not null;
                }

                continue;
            }

            if (TypeMap.Element(local.Type) == ElementType.Other)
            {
                return Fail(declarator, $"{local.Name}, of type {local.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)},") is not null;
            }

            if (LowerExpression(value) is not { } lowered)
            {
                return false;
            }

            Variable variable = nest.VariableOf(local);
            if (lowered.Type != variable.Type)
            {
                return Fail(declarator, Describe(value)) is not null;
            }

            if (!local.IsConst)
            {
                Emit(new Assign(variable, lowered, Locations.Of(declarator)));
            }
        }

        return true;
    }

    private bool LowerIf(IConditionalOperation conditional)
    {
        if (LowerExpression(conditional.Condition) is not { } condition)
        {
            return false;
        }

        List<Statement> whenTrue = Capture(() => LowerStatement(conditional.WhenTrue));
        List<Statement> whenFalse = Capture(() =>
        {
            if (conditional.WhenFalse is { } otherwise)
            {
                LowerStatement(otherwise);
            }
        });
        Emit(new If(condition, BlockOf(whenTrue), BlockOf(whenFalse), Locations.Of(conditional)));
        return true;
    }

    private static Block BlockOf(IEnumerable<Statement> statements) => new(statements.ToEquatableArray());

    /// <summary>Lowers a region that inner code may leave by jumping to its end.</summary>
    private List<Statement> LowerScope(ScopeKind kind, int target, Action lower)
    {
        _scopes.Add(new JumpScope(kind, target));
        try
        {
            return Jumps.Eliminate(Capture(lower), target, () => nest.Temporary(ElementType.Boolean, "left"));
        }
        finally
        {
            _scopes.RemoveAt(_scopes.Count - 1);
        }
    }
}
