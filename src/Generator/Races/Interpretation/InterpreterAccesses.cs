using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Reads and writes of places: what they yield, and what is written down of them.</summary>
internal sealed partial class Interpreter
{
    private readonly Dictionary<string, int> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Value> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<AffineForm?>> _heldAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _firstPlaces = new(StringComparer.Ordinal);
    private readonly Dictionary<ISymbol, int> _unstable = new(SymbolEqualityComparer.Default);

    private Value Read(Place place, SyntaxNode syntax, bool isAtomic = false)
    {
        foreach (Spot location in place.Locations)
        {
            if (IsShared(location) && !IsFixed(location.Symbol))
            {
                Record(location, false, syntax, isAtomic || place.IsVolatile, AlternativesOf(place));
                if (isAtomic || place.IsVolatile || !_locks.IsEmpty)
                {
                    ReceiveFrom(location, place.Type);
                }
            }
        }

        Value value = ValueOf(place, syntax, isAtomic || place.IsVolatile);
        if (FlagOf(place) is { } truth)
        {
            return value with { Truth = Condition.Always(truth) };
        }

        if (place.Type?.SpecialType == SpecialType.System_Boolean && SetFlags(value) is { IsEmpty: false } flags)
        {
            value = value with { Truth = (value.Truth ?? Condition.Nothing) with { GainsWhenTrue = flags } };
        }

        return value;
    }

    private Value ValueOf(Place place, SyntaxNode syntax, bool isAtomic = false)
    {
        ImmutableArray<int> sections = [.. _locks.Select(held => held.Section)];
        ImmutableArray<Source> sources = [.. place.Locations.Where(IsShared).Select(location => new Source(location, syntax, sections, isAtomic))];
        if (place.Variable is { } variable)
        {
            if (!_locks.IsEmpty && place.Known?.Number is { } number && _unstable.TryGetValue(variable, out int writers) && writers > 0
                && unknowns.IsDatum(number))
            {
                // Under the lock it is another number than before.
                place = place with { Known = place.Known with { Number = Computed(variable.Name) } };
                _values = _values.SetItem(variable, place.Known);
            }

            return (place.Known ?? Value.Nothing).From(sources);
        }

        if (place.Known is { } known)
        {
            return known;
        }

        Value? value = null;
        foreach (Spot location in place.Locations)
        {
            Value one = Content(location, place.Type);
            value = value is null ? one : Value.Either(value, one);
        }

        return (value ?? Value.Nothing).From(sources);
    }

    private void Write(Place place, Value value, SyntaxNode syntax, bool isAtomic = false, bool checks = true, bool accumulates = true,
        Value? put = null)
    {
        foreach (Spot location in place.Locations)
        {
            ForgetFilling(location);
            if (IsShared(location))
            {
                Record(
                    location, true, syntax, isAtomic || place.IsVolatile, AlternativesOf(place),
                    checks ? SeparateRead(location, value) : null, isUpdate: IsUpdate(location, value, accumulates),
                    improves: _decided.Any(source => source.Location.Text == location.Text)
                        ? [.. value.Sources.Select(source => source.Location)] : []);
            }

            if (isAtomic || place.IsVolatile || (!_locks.IsEmpty && IsShared(location) && location.Kind is SpotKind.Variable or SpotKind.Field))
            {
                Signal(Flag(location));
                if (value.IsConstant && _decided.Any(source => source.Location.Text == location.Text && IsCovered(source)))
                {
                    // Found unset under the lock, and set under it: nobody else comes here.
                    _waited = _waited.Add(Flag(location));
                }

                HandOver(ChannelOf(location), value);
            }

            Open(location, put ?? value);
            SetFlag(location, put ?? value, isCertain: place.Locations.Length == 1 && put is null);
            _versions[location.Key] = (_versions.TryGetValue(location.Key, out int version) ? version : 0) + 1;
            Hold(location, value);
            if (_quiet == 0 && location is { Kind: SpotKind.Element, Subscripts: [.., var last] } && IsInteger(place.Type))
            {
                _contents.Store(location.Key, last, value.Number, _frame);
            }
        }

        if (place.Variable is { } variable)
        {
            _values = _values.SetItem(variable, Kept(value, place.Type) with { Sources = value.Sources });
        }
    }

    /// <summary>Remembers the object that a field or element holds; two different ones are as good as none.</summary>
    private void Hold(Spot location, Value value)
    {
        if (_quiet > 0 || location.Kind == SpotKind.Variable
            || (value.Objects.IsEmpty && value.Tasks.IsEmpty && value.Unstarted is null && value.Function is null))
        {
            return;
        }

        if (IsConstantElement(location))
        {
            _held[location.Text] = value;
        }

        if (FirstPlace(location) is { } first)
        {
            _firstPlaces[location.Key] = first;
        }

        _heldAt[location.Key] = location.Subscripts;
        _held[location.Key] = _held.TryGetValue(location.Key, out Value? old) ? Value.Either(old, value) : value;
    }

    /// <summary>
    /// A read of the place that the value was computed from, where neither a lock nor one atomic operation covers both.
    /// </summary>
    private SyntaxNode? SeparateRead(Spot location, Value value)
    {
        // What is decided by a test and puts in a constant makes no difference when it is done twice.
        Source[] sources = [.. value.Sources.Concat(value.IsConstant ? [] : _decided).Where(source => source.Location.Text == location.Text)];
        return sources.Length == 0 || sources.Any(source => source.Sections.Any(section => _locks.Any(held => held.Section == section)))
            ? null
            : sources[0].Read;
    }

    // Nobody can write a readonly field once its object is there.
    private static bool IsFixed(ISymbol? symbol) =>
        symbol is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { IsInitOnly: true } };

    /// <summary>Another thread may know the place.</summary>
    private bool IsShared(Spot location) => location.Symbol is not (ILocalSymbol or IParameterSymbol) || context.IsCaptured(location.Symbol);

    private bool IsUpdate(Spot location, Value value, bool accumulates) =>
        (accumulates ? value.Sources.Concat(_decided) : _decided).Any(source => source.Location.Text == location.Text && !IsCovered(source));

    /// <summary>The lock section that it was read in is still held.</summary>
    private bool IsCovered(Source source) => source.Sections.Any(section => _locks.Any(held => held.Section == section));

    /// <summary>The statement or expression that the syntax is the condition of, be it as what a called method returns.</summary>
    private SyntaxNode? TestOf(SyntaxNode syntax) => TestOf(syntax, _sites.Count);

    private SyntaxNode? TestOf(SyntaxNode syntax, int depth)
    {
        for (SyntaxNode node = syntax; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case IfStatementSyntax { Condition: var condition }:
                    return condition == node ? parent : null;
                case WhileStatementSyntax { Condition: var condition }:
                    return condition == node ? parent : null;
                case DoStatementSyntax { Condition: var condition }:
                    return condition == node ? parent : null;
                case ForStatementSyntax { Condition: var condition }:
                    return condition == node ? parent : null;
                case ConditionalExpressionSyntax { Condition: var condition }:
                    return condition == node ? parent : null;
                case ReturnStatementSyntax or ArrowExpressionClauseSyntax when depth > 0:
                    return TestOf(_sites[depth - 1], depth - 1);
                case StatementSyntax or AssignmentExpressionSyntax or ArgumentSyntax:
                    return null;
            }
        }

        return null;
    }

    private static bool IsCount(SyntaxNode syntax) => syntax is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Increment" or "Decrement" or "Add" },
    };

    private static bool IsFirst(SyntaxNode syntax) => syntax is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompareExchange" or "EnsureInitialized" },
            ArgumentList.Arguments: var arguments,
    } && (arguments.Count != 3 || arguments[2].Expression.IsKind(SyntaxKind.NullLiteralExpression));

    private static string AlternativesOf(Place place) => place.IsEach ? "" : Alternatives(place.Locations.Select(one => one.Key));

    private static string Alternatives(IEnumerable<string> keys) => keys.Skip(1).Any() ? string.Join("|", keys) : "";

    private void Record(
        Spot location, bool isWrite, SyntaxNode syntax, bool isAtomic = false, string alternatives = "", SyntaxNode? separateRead = null,
            string member = "",
        bool isUpdate = false, ImmutableArray<Spot> improves = default)
    {
        if (_quiet > 0)
        {
            return;
        }

        SyntaxNode? test = isWrite ? null : TestOf(syntax);
        _accesses.Add(new Access(location, isWrite, syntax, _frame, _tick)
        {
            IsAtomic = isAtomic,
            Locks = _locks,
            Constraints = _constraints,
            Running = _running,
            Phase = _phase,
            Waited = _waited,
            HandedOver = _handedOver,
            Callee = _callee,
            CallSite = _callSite,
            Member = member,
            Alternatives = alternatives,
            SeparateRead = separateRead,
            IsUpdate = isUpdate || (isWrite && location.Kind == SpotKind.State),
            Improves = improves.IsDefault ? [] : improves,
            IsCount = isWrite && isAtomic && IsCount(syntax),
            IsOnce = isWrite && (_writesSame || (isAtomic && IsFirst(syntax))),
            IsTest = test is not null,
            FollowsErrors = _hasErrors,
            IsHidden = _hidden > 0,
            IsRenewal = isWrite && separateRead is not null && IsRenewal(location),
            IsRefill = isWrite && _refills > 0,
            IsSpin = test is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax,
        });
    }

    /// <summary>All elements of an array from an offset on, or as many as a length says.</summary>
    private void RecordElements(Value array, bool isWrite, SyntaxNode syntax, AffineForm? from = null, AffineForm? length = null)
    {
        Symbol place = unknowns.New("k", OwnFrame.Instance, Nature.Index);
        AffineForm index = AffineForm.Of(place);
        ImmutableArray<Constraint> before = _constraints;
        _constraints = [.. before, new Constraint(index, Relation.AtLeastZero)];
        if ((length ?? LengthOf(array)) is { } most)
        {
            _constraints = [.. _constraints, Constraint.AtLeast(most, index, 1)];
        }

        foreach (ObjectId id in array.Objects.Where(id => Framework.FrameworkTypes.HasElements(id.Type)))
        {
            if (isWrite)
            {
                _contents.Forget(id.Key + "[]");
            }

            int rank = id.Type is IArrayTypeSymbol { Rank: var dimensions } ? dimensions : 1;
            AffineForm?[] subscripts = rank == 1
                ? [Sum(index, Sum(from ?? AffineForm.Zero, array.Offset ?? AffineForm.Zero))]
                : [.. Enumerable.Range(0, rank).Select(_ => (AffineForm?)AffineForm.Of(unknowns.New("k", OwnFrame.Instance, Nature.Index)))];
            Record(new Spot(id.Key + "[]", [.. id.Subscripts, .. subscripts], SpotKind.Element, id.Name) { IsUncertain = id.IsUncertain },
                isWrite, syntax, alternatives: Alternatives(array.Objects.Select(one => one.Key)));
        }

        _constraints = before;
    }
}
