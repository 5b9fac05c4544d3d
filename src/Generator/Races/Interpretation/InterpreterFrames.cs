using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Code in a frame of its own: what it can't know, and what isn't known after it.</summary>
internal sealed partial class Interpreter
{
    private ConstructFrame NewFrame(Symbol? index, ConstructKind kind, SyntaxNode syntax)
    {
        ConstructFrame frame = new(_frame, index, kind, syntax, _tick);
        if (index is not null)
        {
            unknowns.Own(index, frame);
        }

        AddConstruct(frame);
        return frame;
    }

    private void AddConstruct(ConstructFrame frame)
    {
        frame.RunningBefore = _running;
        frame.Gates = [.. _locks.Where(held => held.Opening is not null)];
        _running = _running.Add(frame);
        _tick++;
        if (_quiet == 0)
        {
            _constructs.Add(frame);
        }
    }

    private Value Ended(ConstructFrame frame, bool isBlocking)
    {
        _tick++;
        if (isBlocking)
        {
            JoinFrame(frame);
            return Value.Nothing;
        }

        return new Value { Tasks = [frame] };
    }

    /// <summary>
    /// Runs code in a construct's frame: no lock of the starting thread protects it, and what it assigns is unknown in it and after it.
    /// </summary>
    private void Inside(ConstructFrame frame, IOperation?[] bodies, Action run)
    {
        State before = Save();
        Frame? outer = _frame;
        ISymbol[] written = [.. bodies.OfType<IOperation>().SelectMany(body =>
            context.WrittenIn(body)).Distinct<ISymbol>(SymbolEqualityComparer.Default)];
        _frame = frame;
        _running = frame.RunningBefore;
        (_locks, _decided, _phase) = ([], [], AffineForm.Zero);
        _constraints = [.. _constraints, .. frame.Bounds];
        Forget(written);
        foreach (ISymbol symbol in written)
        {
            _unstable[symbol] = (_unstable.TryGetValue(symbol, out int count) ? count : 0) + 1;
        }

        _isReachable = true;
        ForgetFlags();
        run();
        frame.EndedInside = frame.EndedInside.Union(frame.RunningBefore.Except(_running));
        frame.RunningAfter = frame.RunningAfter.Union(_running.Except(frame.RunningBefore).Remove(frame));
        _frame = outer;
        ImmutableDictionary<ISymbol, Value> after = _values;
        Restore(before);
        ForgetFlags();
        Forget(written);
        foreach (ISymbol symbol in written)
        {
            _unstable[symbol]--;
            if (_values.TryGetValue(symbol, out Value? old) && after.TryGetValue(symbol, out Value? last))
            {
                _values = _values.SetItem(symbol, old with { Objects = [.. old.Objects.Union(last.Objects).Take(4)],
                    Tasks = [.. old.Tasks.Union(last.Tasks)] });
            }
        }
    }

    private void Forget(ISymbol[] written)
    {
        foreach (ISymbol symbol in written)
        {
            if (_values.TryGetValue(symbol, out Value? old))
            {
                // Others may read the same number, as long as no lock keeps them out.
                _values = _values.SetItem(symbol, old with
                {
                    Number = IsInteger(TypeOf(symbol)) ? Datum(symbol.Name) : null,
                    Truth = null,
                    Boolean = null,
                });
            }
        }
    }
}
