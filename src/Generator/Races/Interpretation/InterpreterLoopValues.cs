using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>What loops make of variables: closed forms, or limits.</summary>
internal sealed partial class Interpreter
{
    /// <summary>What a loop leaves behind: a function of how often it has run, or a number in some range.</summary>
    private AffineForm? Left(ISymbol symbol, Value? head, AffineForm? first, AffineForm? last, AffineForm? trips, Symbol trip, LoopFrame frame)
    {
        AffineForm? exact = trips is null ? null : head?.Number?.Substitute(trip, trips);
        if (!IsInteger(TypeOf(symbol)) || (exact is not null && Unknowns.Parts(exact).All(part => unknowns[part].Owner != frame)))
        {
            return exact;
        }

        Symbol left = unknowns.New(symbol.Name, _frame, Nature.Computed);
        unknowns.TakeFrom(left, last);
        if (first is not null && head?.Number is { } number)
        {
            (long? least, long? most) = number.Terms.ToArray() is [{ Coefficient: 1, Symbols: [{ Dividend: null } wandering] }]
                && number.Constant == 0
                ? Steps.Of(unknowns[wandering], trip)
                : number.Subtract(first).CoefficientOf(trip) is { IsConstant: true, Constant: var step } ? (step, step) : (null, null);
            Steps.Limit(unknowns, left, first, least, most, trips);
        }

        return AffineForm.Of(left);
    }

    /// <summary>A number that changes in ways that aren't followed; the first iteration has a known one.</summary>
    private AffineForm Wandering(string name, AffineForm? first, (long? Least, long? Most) steps, AffineForm count)
    {
        Symbol symbol = unknowns.New(name, _frame, Nature.Computed);
        if (first is not null)
        {
            unknowns.Begin(symbol, first);
            Steps.Limit(unknowns, symbol, first, steps.Least, steps.Most, count);
        }

        return AffineForm.Of(symbol);
    }

    /// <summary>Do the iterations only exchange objects, as double buffering does? Then each variable has one of its own all the time.</summary>
    private bool IsPermutation(ISymbol[] changing, Dictionary<ISymbol, Value> trial)
    {
        string[] before = [.. changing.SelectMany(symbol => trial[symbol].Objects).Select(id => id.Key)];
        string[] after = [.. changing.Where(_values.ContainsKey).Where(symbol => !trial[symbol].Objects.IsEmpty).SelectMany(symbol =>
            _values[symbol].Objects).Select(id => id.Key)];
        return before.Length > 1 && before.OrderBy(key => key,
            StringComparer.Ordinal).SequenceEqual(after.OrderBy(key => key, StringComparer.Ordinal));
    }

    private AffineForm? Head(AffineForm? first, AffineForm? trial, AffineForm? last, AffineForm count)
    {
        if (first is null || trial is null || last is null)
        {
            return null;
        }

        try
        {
            AffineForm step = last.Subtract(trial);
            bool isSteady = Unknowns.Parts(step).All(symbol => unknowns[symbol].Owner is not { } owner || owner.Depth < _frame!.Depth);
            return isSteady ? first.Add(step.Multiply(count)) : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
