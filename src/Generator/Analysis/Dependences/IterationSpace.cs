using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>
/// States in a <see cref="LinearSystem"/> what holds of an iteration: each index lies in its loop's bounds, symbols in
/// their types. The indices of one iteration carry its tag, so that several iterations fit in one system.
/// </summary>
/// <param name="statesTypes">Whether the ranges of integer types may decide the question; they double its size.</param>
internal sealed class IterationSpace(LinearSystem system, bool statesTypes)
{
    private readonly HashSet<string> _stated = [];

    /// <summary>A form as a sum of unknowns; a product of symbols is an unknown of its own.</summary>
    public LinearSum Sum(AffineForm form, string tag)
    {
        LinearSum sum = new LinearSum().Plus(form.Constant);
        foreach (Term term in form.Terms)
        {
            List<string> names = [];
            foreach (Symbol symbol in term.Symbols)
            {
                names.Add(Name(symbol, tag));
            }

            sum.Plus(string.Join("*", names), term.Coefficient);
        }

        return sum;
    }

    /// <summary>The iteration <paramref name="tag"/> is one that the loops execute.</summary>
    public void State(IEnumerable<LoopDomain> loops, string tag)
    {
        foreach (LoopDomain domain in loops)
        {
            StateBounds(domain, AffineForm.Of(1), tag);
            StateStride(domain, tag);
        }
    }

    public string Name(Symbol symbol, string tag)
    {
        string name = symbol.Mentions(part => part.Kind == SymbolKind.Index) ? symbol.Key + tag : symbol.Key;
        if (_stated.Add(name))
        {
            StateFacts(symbol, name, tag);
        }

        return name;
    }

    /// <summary>The index, times a factor that is never negative, lies in the loop's bounds times that factor.</summary>
    public void StateBounds(LoopDomain domain, AffineForm factor, string tag)
    {
        if (domain.Sign == 0)
        {
            return;
        }

        AffineForm index = AffineForm.Of(domain.Index);
        foreach (AffineForm start in domain.Starts)
        {
            AtLeastZero(domain.Sign > 0 ? index.Subtract(start) : start.Subtract(index), factor, tag);
        }

        // The first trip of a do loop tests nothing; a != loop ends where it meets its bound (FiniteTripCount).
        if (domain.Loop.Form != LoopForm.Do)
        {
            long open = domain.Loop.Relation is LoopRelation.LessOrEqual or LoopRelation.GreaterOrEqual ? 0 : 1;
            foreach (AffineForm bound in domain.Bounds)
            {
                AtLeastZero((domain.Sign > 0 ? bound.Subtract(index) : index.Subtract(bound)).Subtract(AffineForm.Of(open)), factor, tag);
            }
        }
    }

    /// <summary>With a constant step the index is the start plus a multiple of it.</summary>
    private void StateStride(LoopDomain domain, string tag)
    {
        if (domain.Starts is [var start] && domain.Loop.ConstantStep is { } step && step is not (0 or 1 or -1))
        {
            system.AddEquality(Sum(AffineForm.Of(domain.Index).Subtract(start), tag).Plus(system.Fresh(), -step));
        }
    }

    private void StateFacts(Symbol symbol, string name, string tag)
    {
        switch (symbol.Kind)
        {
            case SymbolKind.Length:
                system.AddAtLeastZero(new LinearSum().Plus(name, 1));
                Limit(name, symbol.Value.Type);
                break;
            case SymbolKind.Variable or SymbolKind.Index:
                Limit(name, symbol.Value.Type);
                break;
            case SymbolKind.Quotient:
                StateQuotient(symbol, name, tag);
                break;
        }
    }

    private void StateQuotient(Symbol symbol, string name, string tag)
    {
        long slack = symbol.Divisor - 1;
        LinearSum dividend = Sum(symbol.Dividend!, tag);
        LinearSum rest = new LinearSum().Plus(dividend).Plus(name, -symbol.Divisor);
        LinearSum opposite = new LinearSum().Plus(rest, -1);
        system.AddAtLeastZero(new LinearSum().Plus(rest).Plus(symbol.IsFloor ? 0 : slack));
        system.AddAtLeastZero(new LinearSum().Plus(opposite).Plus(slack));
        if (!symbol.IsFloor)
        {
            // Rounded towards 0, the remainder has the sign of the dividend.
            system.AddEither([dividend, rest], [new LinearSum().Plus(dividend, -1), opposite]);
        }
    }

    private void Limit(string name, ElementType type)
    {
        if (statesTypes && TypeRange.Of(type) is { } range)
        {
            system.AddAtLeastZero(new LinearSum().Plus(name, 1).Plus(-range.Least));
            system.AddAtLeastZero(new LinearSum().Plus(name, -1).Plus(range.Most));
        }
    }

    private void AtLeastZero(AffineForm form, AffineForm factor, string tag) => system.AddAtLeastZero(Sum(form.Multiply(factor), tag));
}

/// <summary>The values of integer types of at most 32 bits; those of wider ones limit nothing in 64-bit arithmetic.</summary>
internal static class TypeRange
{
    public static (long Least, long Most)? Of(ElementType type) => type switch
    {
        ElementType.SByte => (sbyte.MinValue, sbyte.MaxValue),
        ElementType.Byte => (0, byte.MaxValue),
        ElementType.Int16 => (short.MinValue, short.MaxValue),
        ElementType.UInt16 or ElementType.Char => (0, ushort.MaxValue),
        ElementType.Int32 => (int.MinValue, int.MaxValue),
        ElementType.UInt32 => (0, uint.MaxValue),
        _ => null,
    };
}
