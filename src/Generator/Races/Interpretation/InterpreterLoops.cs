using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>
/// Sequential loops. A first, silent pass finds out how the variables change from one iteration to the next; the second
/// one runs with their values in closed form.
/// </summary>
internal sealed partial class Interpreter
{
    // Loops in loops: beyond this depth the silent pass isn't made.
    private const int DeepestSilentPass = 2;

    private void VisitLoop(ILoopOperation loop)
    {
        switch (loop)
        {
            case IForLoopOperation counted:
                VisitAll(counted.Before);
                RunLoop(loop, VariableOf(counted), counted.Condition, testsFirst: true, counted.Body, counted.AtLoopBottom);
                break;
            case IWhileLoopOperation open:
                RunLoop(loop, null, open.ConditionIsUntil ? null : open.Condition, open.ConditionIsTop, open.Body, []);
                break;
            case IForEachLoopOperation each:
                VisitForEach(each);
                break;
            default:
                Visit(loop.Body);
                break;
        }
    }

    private static ISymbol? VariableOf(IForLoopOperation loop) => loop.Locals.Length == 1 ? loop.Locals[0]
        : loop.AtLoopBottom.Select(step => (step as IExpressionStatementOperation)?.Operation switch
        {
            IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target } => target.Local,
            ICompoundAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
            _ => null,
        }).FirstOrDefault(local => local is not null);

    private void RunLoop(
        ILoopOperation loop, ISymbol? variable, IOperation? condition, bool testsFirst, IOperation body, ImmutableArray<IOperation> bottom)
    {
        Symbol trip = unknowns.New(variable?.Name ?? "trip", null, Nature.Index);
        LoopFrame frame = new(_frame, trip, _tick) { Variable = variable };
        unknowns.Own(trip, frame);
        Value test = Value.Nothing;
        AffineForm? trips = null;
        Repeat(loop, frame, trip, () => trips, () =>
        {
            if (testsFirst && condition is not null)
            {
                test = Evaluate(condition);
                _constraints = [.. _constraints, .. test.Truth?.WhenTrue ?? []];
                trips = HasBreak(body) ? null : Trips(test.Truth, trip);
            }

            Visit(body);
            // continue comes here too.
            _isReachable = true;
            VisitAll(bottom);
            if (!testsFirst && condition is not null)
            {
                test = Evaluate(condition);
            }
        });
        Apply(test.Truth?.GainsWhenFalse ?? []);
        // Whoever has spun on a flag sees what was done before it was set.
        PassFlags(test);
    }

    private void VisitForEach(IForEachLoopOperation loop)
    {
        Value sequence = Evaluate(loop.Collection);
        Symbol trip = unknowns.New("item", null, Nature.Index);
        LoopFrame frame = new(_frame, trip, _tick);
        unknowns.Own(trip, frame);
        Repeat(loop, frame, trip, () => null, () =>
        {
            Value item = ItemOf(sequence, AffineForm.Of(trip), loop.Collection, record: true);
            switch (loop.LoopControlVariable)
            {
                case IVariableDeclaratorOperation { Symbol: var local }:
                    Declare(local, item);
                    break;
                case { } target:
                    Assign(target, item);
                    break;
            }

            Visit(loop.Body);
            _isReachable = true;
        });
    }

    /// <summary>Runs one iteration for all.</summary>
    private void Repeat(ILoopOperation loop, LoopFrame frame, Symbol trip, Func<AffineForm?> trips, Action iteration)
    {
        ForgetFlags();
        State before = Save();
        ISymbol[] changing = [.. context.WrittenIn(loop).Where(symbol => _values.ContainsKey(symbol) && symbol is ILocalSymbol or IParameterSymbol)];
        AffineForm count = AffineForm.Of(trip);
        _frame = frame;
        _constraints = [.. _constraints, new Constraint(count, Relation.AtLeastZero)];
        State start = Save();
        AffineForm? perIteration = Synchronizes(loop) ? PhasesOf(iteration) : AffineForm.Zero;
        start = start with { Phase = perIteration is null ? null : start.Phase?.Add(perIteration.Multiply(count)) };
        Dictionary<ISymbol, Value> heads = Heads(changing, start, count, iteration);
        Restore(start);
        foreach (KeyValuePair<ISymbol, Value> head in heads)
        {
            _values = _values.SetItem(head.Key, head.Value);
        }

        ImmutableHashSet<string> waitedEach = _waitedEach;
        _waitedEach = _waitedEach.Clear();
        _handedOver = _handedOver.Add(frame);
        iteration();
        frame.HandedOver = HasBreak(loop.Body) ? [] : _handedOver;
        frame.WaitedEach = _waitedEach.Intersect(_waited);
        _waitedEach = waitedEach;
        NoteOutlived(frame);
        _frame = frame.Parent;
        AffineForm? phase = perIteration is not null && trips() is { } rounds ? before.Phase?.Add(perIteration.Multiply(rounds)) : _phase;
        ImmutableDictionary<ISymbol, Value> after = _values;
        ImmutableHashSet<string> waited = _waited;
        ImmutableHashSet<ConstructFrame> running = _running;
        // A while loop may be a wait.
        ImmutableHashSet<object> handedOver = loop is IWhileLoopOperation ? [] : before.HandedOver.Intersect(_handedOver);
        Restore(before);
        _running = running;
        _handedOver = handedOver;
        _phase = perIteration is { IsConstant: true, Constant: 0 } && !Equals(phase, before.Phase) ? null : phase;
        _waited = waited;
        _hasErrors |= frame.IsBroken;
        foreach (ISymbol symbol in changing)
        {
            Value last = after.TryGetValue(symbol, out Value? value) ? value : Value.Nothing;
            Value old = before.Values[symbol];
            _values = _values.SetItem(symbol, Value.Either(old with { Number = null },
                last with { Number = null, Objects = [.. last.Objects.Where(IsNamed)] }) with
            {
                Number = Left(symbol, heads.TryGetValue(symbol, out Value? head) ? head : null, old.Number, last.Number, trips(), trip, frame),
            });
        }

        _tick++;
    }

    /// <summary>What was started in the iteration and not waited for runs on during the next ones.</summary>
    private void NoteOutlived(LoopFrame frame)
    {
        foreach (ConstructFrame construct in _running.Where(construct => construct.StartTick >= frame.StartTick && !construct.IsChained))
        {
            construct.Outlived.Add(frame);
            // Started here, made in a loop before: one for each of its iterations.
            construct.Outlived.UnionWith((construct.Parent?.Path() ?? []).OfType<LoopFrame>().Where(loop => !frame.Path().Contains(loop)));
        }
    }

    // A place holder of a loop means nothing after it.
    private static bool IsNamed(ObjectId id) => !id.Key.StartsWith("φ", StringComparison.Ordinal);

    /// <summary>How often a loop runs that tests a bound against what changes by one number each time; taken not to be negative.</summary>
    private AffineForm? Trips(Condition? condition, Symbol trip)
    {
        if (condition is not { WhenTrue: [{ Relation: Relation.AtLeastZero, Form: var form }], WhenFalse.Length: 1 }
            || form.CoefficientOf(trip) is not { IsConstant: true, Constant: < 0 } slope)
        {
            return null;
        }

        // form = last − slope·trip is at least 0.
        AffineForm last = form.Without(trip);
        bool isSteady = !last.Mentions(symbol => symbol == trip)
            && Unknowns.Parts(last).All(part => unknowns[part].Owner is not LoopFrame owner || owner.Index != trip);
        return isSteady ? Quotient(last, -slope.Constant).Add(AffineForm.Of(1)) : null;
    }

    private static bool HasBreak(IOperation body) =>
        body.Descendants().Any(operation => operation is IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo } or IReturnOperation);

    /// <summary>The variables' values when an iteration begins, by what one iteration makes of them.</summary>
    private Dictionary<ISymbol, Value> Heads(ISymbol[] changing, State start, AffineForm count, Action iteration)
    {
        Dictionary<ISymbol, Value> heads = new(SymbolEqualityComparer.Default);
        if (changing.Length == 0)
        {
            return heads;
        }

        Dictionary<ISymbol, Value> trial = new(SymbolEqualityComparer.Default);
        foreach (ISymbol symbol in changing)
        {
            Value old = start.Values[symbol];
            trial[symbol] = old with
            {
                Number = IsInteger(TypeOf(symbol)) ? Computed(symbol.Name) : null,
                Boolean = null,
                Objects = old.Objects.IsEmpty ? [] : [old.Objects[0] with { Key = $"φ{_numbers++}", Subscripts = [] }],
            };
            _values = _values.SetItem(symbol, trial[symbol]);
        }

        if (_quiet < DeepestSilentPass)
        {
            _quiet++;
            iteration();
            _quiet--;
        }

        bool permutes = _quiet < DeepestSilentPass && IsPermutation(changing, trial);
        foreach (ISymbol symbol in changing)
        {
            Value old = start.Values[symbol];
            Value last = _values.TryGetValue(symbol, out Value? value) && _quiet < DeepestSilentPass ? value : Value.Nothing;
            heads[symbol] = old with
            {
                Number = Head(old.Number, trial[symbol].Number, last.Number, count)
                    ?? (IsInteger(TypeOf(symbol)) ? Wandering(symbol.Name, old.Number, Steps.Between(unknowns, trial[symbol].Number, last.Number),
                        count) : null),
                Objects = permutes || old.Objects.IsEmpty ? trial[symbol].Objects : [.. old.Objects.Union(last.Objects.Where(IsNamed)).Take(4)],
                IsEach = !permutes && old.Objects.Length == 1 && last.Objects.Length == 1
                    && changing.Count(other => !start.Values[other].Objects.IsEmpty) == 1,
                Tasks = [.. old.Tasks.Union(last.Tasks)],
                Truth = null,
                Boolean = null,
            };
        }

        return heads;
    }

    /// <summary>How often an iteration passes a barrier.</summary>
    private AffineForm? PhasesOf(Action iteration)
    {
        State start = Save();
        _quiet++;
        iteration();
        _quiet--;
        AffineForm? passed = start.Phase is { } first ? _phase?.Subtract(first) : null;
        Restore(start);
        return passed is { IsConstant: true } ? passed : null;
    }

    private static bool Synchronizes(IOperation body) => body.Descendants().OfType<IInvocationOperation>()
        .Any(call => call.TargetMethod.Name == "SignalAndWait");

    private static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };
}
