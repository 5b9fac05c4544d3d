using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Statements without loops.</summary>
internal sealed partial class Interpreter
{
    private sealed record State(
        ImmutableDictionary<ISymbol, Value> Values, ImmutableArray<Constraint> Constraints, ImmutableArray<LockHold> Locks,
        ImmutableArray<Source> Decided, ImmutableHashSet<string> Waited, ImmutableHashSet<ConstructFrame> Running, bool IsReachable,
            AffineForm? Phase, ImmutableHashSet<object> HandedOver, ImmutableDictionary<string, bool> Flags, bool HasErrors,
            ImmutableHashSet<(SyntaxNode Test, string Place)> Filled);

    private State Save() => new(_values, _constraints, _locks, _decided, _waited, _running, _isReachable, _phase, _handedOver,
        _flags, _hasErrors, _filled);

    private void Restore(State state) =>
        (_values, _constraints, _locks, _decided, _waited, _running, _isReachable, _phase, _handedOver, _flags,
            _hasErrors, _filled) =
        (state.Values, state.Constraints, state.Locks, state.Decided, state.Waited, state.Running, state.IsReachable, state.Phase,
            state.HandedOver, state.Flags, state.HasErrors, state.Filled);

    private bool VisitStatement(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation block:
                VisitBlock(block);
                return true;
            case IMethodBodyBaseOperation body:
                VisitAll([(body as IConstructorBodyOperation)?.Initializer, body.BlockBody, body.ExpressionBody]);
                return true;
            case ILoopOperation loop:
                VisitLoop(loop);
                return true;
            case IConditionalOperation { Type: null } branch:
                VisitIf(branch);
                return true;
            case ISwitchOperation choice:
                VisitSwitch(choice);
                return true;
            case IReturnOperation result:
                if (result.ReturnedValue is { } returned)
                {
                    Value value = _calls.Count > 0 && _calls[_calls.Count - 1].RefKind != RefKind.None
                        ? new Value { Reference = Resolve(returned) } : Evaluate(returned);
                    _returned = _returned is null ? value : Value.Either(_returned, value);
                }

                // yield return goes on.
                _isReachable = result.Kind == OperationKind.YieldReturn;
                return true;
            case IBranchOperation:
                _isReachable = false;
                return true;
            case IThrowOperation thrown:
                Evaluate(thrown.Exception ?? thrown);
                _isReachable = false;
                return true;
            case ITryOperation attempt:
                VisitTry(attempt);
                return true;
            case ILockOperation section:
                VisitLock(section);
                return true;
            case IUsingOperation use:
                VisitUsing(use.Resources, use.Body);
                return true;
            case ILocalFunctionOperation:
                // Runs where it is called.
                return true;
            case ILabeledOperation label:
                Visit(label.Operation);
                return true;
            default:
                return false;
        }
    }

    private void VisitBlock(IBlockOperation block)
    {
        ImmutableArray<LockHold> before = _locks;
        bool hasScope = false;
        foreach (IOperation statement in block.Operations)
        {
            if (statement is IUsingDeclarationOperation declaration)
            {
                hasScope = true;
                Visit(declaration.DeclarationGroup);
                continue;
            }

            if (!_isReachable && statement is ILabeledOperation)
            {
                _isReachable = true;
            }

            Visit(statement);
        }

        if (hasScope)
        {
            _locks = before;
        }
    }

    /// <summary>Two ways through the code; afterwards holds what holds on both.</summary>
    private void Branch(Condition condition, ImmutableArray<Source> decided, Action whenTrue, Action whenFalse)
    {
        if (condition.IsNeverTrue || condition.IsNeverFalse)
        {
            (condition.IsNeverTrue ? whenFalse : whenTrue)();
            return;
        }

        State before = Save();
        if (!decided.IsEmpty)
        {
            _decided = [.. _decided.Union(decided)];
        }

        ImmutableArray<Source> inside = _decided;
        _constraints = [.. before.Constraints, .. condition.WhenTrue];
        Apply(condition.GainsWhenTrue);
        whenTrue();
        State first = Save();
        Restore(before);
        _decided = inside;
        _constraints = [.. before.Constraints, .. condition.WhenFalse];
        Apply(condition.GainsWhenFalse);
        whenFalse();
        State second = Save();
        Merge(before, first, second, condition);
    }

    private void Merge(State before, State first, State second, Condition? condition = null)
    {
        if (!first.IsReachable || !second.IsReachable)
        {
            // What was tested still holds after "if (…) return;".
            Restore(first.IsReachable ? first : second);
            return;
        }

        Restore(second with { Constraints = before.Constraints, Decided = before.Decided,
            Values = Either(first.Values, second.Values, condition ?? Condition.Nothing) });
        _locks = [.. first.Locks.Where(held => second.Locks.Contains(held))];
        _phase = Equals(first.Phase, second.Phase) ? first.Phase : null;
        _waited = first.Waited.Intersect(second.Waited);
        (_running, _hasErrors) = (first.Running.Union(second.Running), first.HasErrors || second.HasErrors);
        (_handedOver, _filled) = (first.HandedOver.Intersect(second.HandedOver), first.Filled.Intersect(second.Filled));
        _flags = ReferenceEquals(first.Flags, second.Flags) ? first.Flags : first.Flags.RemoveRange(first.Flags
            .Where(flag => !second.Flags.TryGetValue(flag.Key, out bool other) || other != flag.Value).Select(flag => flag.Key));
    }

    private ImmutableDictionary<ISymbol, Value> Either(ImmutableDictionary<ISymbol, Value> one, ImmutableDictionary<ISymbol, Value> other,
        Condition condition)
    {
        if (ReferenceEquals(one, other))
        {
            return one;
        }

        ImmutableDictionary<ISymbol, Value> merged = other;
        foreach (KeyValuePair<ISymbol, Value> entry in one)
        {
            if (!other.TryGetValue(entry.Key, out Value? value))
            {
                merged = merged.SetItem(entry.Key, entry.Value);
            }
            else if (!ReferenceEquals(value, entry.Value))
            {
                Value either = Value.Either(entry.Value, value);
                merged = merged.SetItem(entry.Key, either.Number is null && entry.Value.Number is { } first && value.Number is { } second
                    ? either with { Number = Either(condition, first, second) }
                    : either);
            }
        }

        return merged;
    }

    private void VisitSwitch(ISwitchOperation choice)
    {
        Value value = Evaluate(choice.Value);
        State before = Save();
        State? after = null;
        bool hasDefault = false;
        foreach (ISwitchCaseOperation section in choice.Cases)
        {
            Restore(before);
            Condition? chosen = null;
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                hasDefault |= clause is IDefaultCaseClauseOperation;
                Condition one = clause is ISingleValueCaseClauseOperation { Value: var constant } && value.Number is { } number
                    && Evaluate(constant).Number is { } other ? Condition.Of(Constraint.Equal(number, other)) : Condition.Nothing;
                chosen = chosen is null ? one : chosen.Or(one);
            }

            _constraints = [.. _constraints, .. chosen?.WhenTrue ?? []];
            VisitAll(section.Body);
            // break leaves the switch only.
            State end = Save() with { IsReachable = true };
            after = after is null ? end : Joined(before, after, end);
        }

        Restore(after is null ? before : hasDefault ? after : Joined(before, after, before));
        _constraints = before.Constraints;
    }

    private State Joined(State before, State one, State other)
    {
        Merge(before, one, other);
        return Save();
    }

    private void VisitTry(ITryOperation attempt)
    {
        State before = Save();
        Visit(attempt.Body);
        State after = Save();
        bool goesOn = after.IsReachable;
        foreach (ICatchClauseOperation clause in attempt.Catches)
        {
            Restore(before);
            ForgetFlags();
            Visit(clause.ExceptionDeclarationOrExpression);
            Visit(clause.Filter);
            Visit(clause.Handler);
            // Where all else has returned, only this way leads on.
            after = goesOn || !_isReachable ? after : Save();
            goesOn |= _isReachable;
        }

        Restore(after with { IsReachable = true, Flags = attempt.Catches.IsEmpty ? after.Flags : after.Flags.Clear() });
        Visit(attempt.Finally);
        _isReachable = _isReachable && goesOn;
    }

    private void VisitLock(ILockOperation section)
    {
        Value target = Evaluate(section.LockedValue);
        if (target.Objects.IsEmpty && TextIn(section.LockedValue) is { } text)
        {
            target = Value.Of(text);
        }

        ImmutableArray<LockHold> before = _locks;
        Acquire(target, isExclusive: true, section.Syntax);
        if (target.Objects.IsEmpty)
        {
            ObjectId unknown = new("lock ?", [], ObjectOrigin.Computed, section.LockedValue.Syntax.ToString(), null);
            _locks = _locks.Add(new LockHold(unknown, true, _sections++) { IsUnknown = true });
        }

        if (_quiet == 0 && !_isLast && IsWholeBody(section) && _frame is ConstructFrame { Kind: ConstructKind.Iterations or ConstructKind.Query }
            && target.Objects is [{ Subscripts.IsEmpty: true }])
        {
            _findings.Add(new Finding(FindingKind.WholeBodyLocked, section.LockedValue.Syntax, _frame,
                target.Objects[0].Name) { CallSite = _callSite });
        }

        Visit(section.Body);
        _locks = before;
    }

    /// <summary>The string in an element, or that a function is given: equal texts need not be one object.</summary>
    private ObjectId? TextIn(IOperation value)
    {
        IOperation? bare = Frontend.Operations.WithoutConversions(value);
        return value.Type?.SpecialType != SpecialType.System_String ? null
            : bare is IParameterReferenceOperation { Parameter: var parameter } && StorageOf(parameter) is { } storage
                ? new ObjectId("text " + storage.Key, storage.Subscripts, ObjectOrigin.Given, parameter.Name, value.Type)
            : bare is IArrayElementReferenceOperation && Resolve(bare).Locations is [var place]
                ? new ObjectId("text " + place.Key, place.Subscripts, ObjectOrigin.Given, value.Syntax.ToString(), value.Type)
            : null;
    }

    private static bool IsWholeBody(ILockOperation section) => section.Parent is IBlockOperation { Parent: IAnonymousFunctionOperation } block
        && block.Operations.All(operation => operation == section || operation is IReturnOperation { ReturnedValue: null });

    private void VisitUsing(IOperation resources, IOperation body)
    {
        ImmutableArray<LockHold> before = _locks;
        Visit(resources);
        Visit(body);
        _locks = before;
    }
}
