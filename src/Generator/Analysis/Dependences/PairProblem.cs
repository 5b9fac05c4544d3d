using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>
/// Two accesses to one object: in which pairs of iterations may they meet? The first access is in iteration "x", the
/// second in "y".
/// </summary>
internal sealed class PairProblem
{
    private const string First = "'x";
    private const string Second = "'y";

    private readonly AccessSite _first;
    private readonly AccessSite _second;
    private readonly int? _ignoredSubscript;
    private readonly bool _isCutShort;
    private readonly ImmutableArray<AffineForm> _known;
    private readonly LinearSystem _system = new();
    private readonly IterationSpace _space;
    private readonly IndexProducts _products;

    /// <param name="ignoredSubscript">A subscript that doesn't tell locations apart: the row of a jagged array whose rows may be one object.</param>
    /// <param name="known">Forms that are at least 0, in both iterations where they mention indices.</param>
    public PairProblem(AccessSite first, AccessSite second, int? ignoredSubscript = null, ImmutableArray<AffineForm> known = default)
    {
        _ignoredSubscript = ignoredSubscript;
        _known = known.IsDefault ? [] : known;
        _first = first;
        _second = second;
        _space = new IterationSpace(_system, statesTypes: false);
        _products = new IndexProducts(_system, _space);
        Common = first.Loops.Zip(second.Loops, (one, other) => (one, other))
            .TakeWhile(pair => pair.one.Loop.Id == pair.other.Loop.Id).Select(pair => pair.one).ToImmutableArray();
        try
        {
            foreach (AffineForm form in _known)
            {
                _system.AddAtLeastZero(_space.Sum(form, First));
                if (form.Mentions(symbol => symbol.Kind == SymbolKind.Index))
                {
                    _system.AddAtLeastZero(_space.Sum(form, Second));
                }
            }

            _space.State(first.Loops, First);
            _space.State(second.Loops, Second);
            StateConditions(first, First);
            StateConditions(second, Second);
            StateStrides();
            _products.Read(first, First);
            _products.Read(second, Second);
            _products.State(first, First);
            _products.State(second, Second);
            for (int index = 0; index < first.Subscripts.Length; index++)
            {
                if (index != ignoredSubscript)
                {
                    StateMeeting(first, second, index);
                }
            }
        }
        catch (OverflowException)
        {
            // What was stated so far holds; less is known.
            _isCutShort = true;
        }
    }

    /// <summary>The loops around both accesses, outermost first.</summary>
    public ImmutableArray<LoopDomain> Common { get; }

    /// <summary>
    /// Every combination of directions, one for each common loop, in which they may meet: <see cref="Directions.Less"/>
    /// where the second access's iteration is the later one.
    /// </summary>
    public IReadOnlyList<ImmutableArray<Directions>> Vectors()
    {
        List<ImmutableArray<Directions>> vectors = [];
        if (!_system.IsInfeasible())
        {
            Extend([], _system, vectors);
        }

        return vectors;
    }

    /// <summary>
    /// Two iterations in which they meet, in the directions of one of the <see cref="Vectors"/>; null where not all that
    /// decides whether they meet is in the system, or none were found.
    /// </summary>
    public PairWitness? Witness(ImmutableArray<Directions> vector)
    {
        if (_isCutShort || _ignoredSubscript is not null || !_first.IsAffine || !_second.IsAffine
            || !_first.Loops.Concat(_second.Loops).All(IsStatedFully))
        {
            return null;
        }

        IEnumerable<LinearSystem> systems = [_system];
        for (int level = 0; level < vector.Length; level++)
        {
            LoopDomain domain = Common[level];
            Directions direction = vector[level];
            systems = systems.SelectMany(system => Restricted(system, domain, direction));
        }

        string[] first = [.. _first.Loops.Select(domain => _space.Name(domain.Index, First))];
        string[] second = [.. _second.Loops.Select(domain => _space.Name(domain.Index, Second))];
        return systems.Select(system => system.Witness(first.Concat(second))).FirstOrDefault(values => values is not null) is { } witness
            ? new PairWitness([.. first.Select(name => witness[name])], [.. second.Select(name => witness[name])], witness)
            : null;
    }

    /// <summary>The same question with the accesses exchanged.</summary>
    public PairProblem Reversed() => new(_second, _first, _ignoredSubscript, _known);

    /// <summary>The same question, asked of iterations alone in which the forms are at least 0.</summary>
    public PairProblem Within(IEnumerable<AffineForm> piece) => new(_first, _second, _ignoredSubscript, _known.AddRange(piece));

    /// <summary>May they meet at most <paramref name="most"/> iterations of a common loop apart, the second one later?</summary>
    public bool MeetWithin(int level, long most)
    {
        LoopDomain domain = Common[level];
        if (domain.Sign == 0 || domain.Loop.ConstantStep is not (> -long.MaxValue and { } step) || most > long.MaxValue / Math.Abs(step))
        {
            return true;
        }

        LinearSystem system = Restricted(_system, domain, Directions.Less).Single();
        for (int outer = 0; outer < level; outer++)
        {
            system = Restricted(system, Common[outer], Directions.Equal).Single();
        }

        system.AddAtLeastZero(Difference(domain, -domain.Sign).Plus(most * Math.Abs(step)));
        return !system.IsInfeasible();
    }

    /// <summary>May they meet more than <paramref name="least"/> iterations of the outermost loop apart, the second one later?</summary>
    public bool MeetBeyond(long least)
    {
        LoopDomain domain = Common[0];
        if (domain.Sign == 0 || domain.Loop.ConstantStep is not (> -long.MaxValue and { } step) || least >= long.MaxValue / Math.Abs(step))
        {
            return true;
        }

        LinearSystem system = Restricted(_system, domain, Directions.Less).Single();
        system.AddAtLeastZero(Difference(domain, domain.Sign).Plus(-(least * Math.Abs(step)) - 1));
        return !system.IsInfeasible();
    }

    /// <summary>Iterations from the first access to the second, where a subscript allows only one distance (strong SIV).</summary>
    public long? Distance(int level)
    {
        try
        {
            return ExactDistance(level);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private long? ExactDistance(int level)
    {
        LoopDomain domain = Common[level];
        if (domain.Loop.ConstantStep is not { } step || step == 0)
        {
            return null;
        }

        foreach ((AffineForm? one, AffineForm? other) in _first.Subscripts.Zip(_second.Subscripts, (one, other) => (one, other)))
        {
            if (one is null || other is null
                || one.CoefficientOf(domain.Index) is not { IsConstant: true, Constant: not 0 and var coefficient }
                || other.CoefficientOf(domain.Index) is not { IsConstant: true } second || second.Constant != coefficient
                || one.Mentions(symbol => symbol.Kind is SymbolKind.Quotient || (symbol.Kind == SymbolKind.Index && !symbol.Equals(domain.Index)))
                || other.Mentions(symbol => symbol.Kind is SymbolKind.Quotient || (symbol.Kind == SymbolKind.Index && !symbol.Equals(domain.Index))))
            {
                continue;
            }

            AffineForm gap = one.Without(domain.Index).Subtract(other.Without(domain.Index));
            long stride = checked(coefficient * step);
            if (gap.IsConstant && gap.Constant % stride == 0)
            {
                return gap.Constant / stride;
            }
        }

        return null;
    }

    private void Extend(ImmutableArray<Directions> prefix, LinearSystem system, List<ImmutableArray<Directions>> vectors)
    {
        if (prefix.Length == Common.Length)
        {
            vectors.Add(prefix);
            return;
        }

        foreach (Directions direction in new[] { Directions.Less, Directions.Equal, Directions.Greater })
        {
            foreach (LinearSystem restricted in Restricted(system, Common[prefix.Length], direction).Where(restricted => !restricted.IsInfeasible()))
            {
                Extend(prefix.Add(direction), restricted, vectors);
            }
        }
    }

    /// <summary>One system, or two when it isn't known whether the index grows or falls.</summary>
    private IEnumerable<LinearSystem> Restricted(LinearSystem system, LoopDomain domain, Directions direction)
    {
        int[] signs = direction == Directions.Equal ? [0] : domain.Sign == 0 ? [1, -1] : [direction == Directions.Less ? domain.Sign : -domain.Sign];
        foreach (int sign in signs)
        {
            LinearSystem restricted = system.Clone();
            Restrict(restricted, domain, sign);
            yield return restricted;
        }
    }

    private void Restrict(LinearSystem system, LoopDomain domain, int sign)
    {
        if (sign == 0)
        {
            system.AddEquality(Difference(domain, 1));
        }
        else
        {
            system.AddAtLeastZero(Difference(domain, sign).Plus(-1));
            if (SymbolicStep(domain) is { } step)
            {
                system.AddAtLeastZero(new LinearSum().Plus(step).Plus(-1));
                system.AddAtLeastZero(Difference(domain, sign).Plus(step, -1));
            }
        }

        foreach (AffineForm factor in _products.FactorsOf(domain.Index))
        {
            AffineForm product = AffineForm.Of(domain.Index).Multiply(factor);
            LinearSum difference = new LinearSum().Plus(_space.Sum(product, Second), sign == 0 ? 1 : sign)
                .Plus(_space.Sum(product, First), sign == 0 ? -1 : -sign);
            if (sign == 0)
            {
                system.AddEquality(difference);
            }
            else
            {
                system.AddAtLeastZero(difference.Plus(_space.Sum(factor, First), -1));
            }
        }
    }

    /// <summary>The root's guard tests that a step that isn't constant goes the loop's way: iterations are at least that far apart.</summary>
    private LinearSum? SymbolicStep(LoopDomain domain) =>
        domain.Index.Equals(Common[0].Index) && domain.Loop.ConstantStep is null && domain.Sign != 0 && domain.Step is { } step
        && !step.Mentions(symbol => symbol.Kind is SymbolKind.Index or SymbolKind.Quotient)
            ? _space.Sum(step.Scale(domain.Sign), First) : null;

    /// <summary>factor · (y − x) of a loop's index.</summary>
    private LinearSum Difference(LoopDomain domain, long factor) => new LinearSum()
        .Plus(_space.Name(domain.Index, Second), factor)
        .Plus(_space.Name(domain.Index, First), -factor);

    private void StateConditions(AccessSite site, string tag)
    {
        foreach (AffineForm form in site.Within)
        {
            _system.AddAtLeastZero(_space.Sum(form, tag));
        }
    }

    /// <summary>Wherever the first common loop starts, two of its iterations are a multiple of its step apart.</summary>
    private void StateStrides()
    {
        if (Common is [{ Loop.ConstantStep: { } step } outermost, ..] && step is not (0 or 1 or -1))
        {
            _system.AddEquality(Difference(outermost, 1).Plus(_system.Fresh(), -step));
        }
    }

    private static bool IsStatedFully(LoopDomain domain) =>
        !domain.Starts.IsEmpty && !domain.Bounds.IsEmpty && domain.Sign != 0 && domain.Loop is { Form: not LoopForm.Do, ConstantStep: { } step }
        && domain.Loop.Relation != LoopRelation.NotEqual && (domain.Starts.Length == 1 || step is 1 or -1);

    private void StateMeeting(AccessSite first, AccessSite second, int index)
    {
        if (first.Subscripts[index] is { } one && second.Subscripts[index] is { } other)
        {
            _system.AddEquality(_space.Sum(one, First).Plus(_space.Sum(other, Second), -1));
            new Delinearization(_system, _space, First, Second).State(one, other);
        }
        else if (first.Permutations[index] is { } element && second.Permutations[index] is { } same && element.Object.Id == same.Object.Id)
        {
            // Its values are all different: equal values are one element.
            _system.AddEquality(_space.Sum(element.Subscript, First).Plus(_space.Sum(same.Subscript, Second), -1));
        }
    }
}

/// <summary>Two iterations in which two accesses touch one location.</summary>
/// <param name="First">The indices around the first access, outermost first.</param>
/// <param name="Values">All unknowns; a symbol's by its key.</param>
internal sealed record PairWitness(ImmutableArray<long> First, ImmutableArray<long> Second, IReadOnlyDictionary<string, long> Values);
