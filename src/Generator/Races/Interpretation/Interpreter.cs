using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>
/// Runs a method on what is known of its values, through the bodies of its parallel constructs and of the methods that it
/// calls, and writes down every access that another thread may see: the place, in which iterations, under which locks.
/// Each statement is passed once, a loop's twice at most.
/// </summary>
internal sealed partial class Interpreter(RaceContext context, Unknowns unknowns)
{
    /// <summary>The most operations that are looked at for one method, callees included.</summary>
    public const int MostSteps = 20_000;

    private const int MostAccesses = 3_000;
    private const int DeepestCall = 12;
    private const int DeepestRecursion = 2;

    private readonly List<Access> _accesses = [];
    private readonly List<ConstructFrame> _constructs = [];
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<ISymbol, Storage> _storage = new(SymbolEqualityComparer.Default);
    private readonly List<IMethodSymbol> _calls = [];
    private readonly List<SyntaxNode> _sites = [];
    private ImmutableDictionary<ISymbol, Value> _values = ImmutableDictionary.Create<ISymbol, Value>(SymbolEqualityComparer.Default);
    private ImmutableArray<Constraint> _constraints = [];
    private ImmutableArray<LockHold> _locks = [];
    private ImmutableArray<Source> _decided = [];
    private ImmutableHashSet<ConstructFrame> _running = [];
    private ImmutableHashSet<string> _waited = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
    private ImmutableHashSet<string> _waitedEach = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
    private bool _takesTurns;
    private bool _isReachable = true;
    private bool _isLast;
    private bool _entersBody;
    private bool _detachesBody;
    private AffineForm? _phase = AffineForm.Zero;
    private Frame? _frame;
    private Value _this = Value.Nothing;
    private Value? _returned;
    private IMethodSymbol? _callee;
    private SyntaxNode? _callSite;
    private long _tick;
    private int _steps;
    private int _quiet;
    private int _numbers;

    /// <summary>Where a variable lives: one for each instance of the frames that it is declared in.</summary>
    private sealed record Storage(string Key, ImmutableArray<AffineForm?> Subscripts);

    public IReadOnlyList<Access> Accesses => _accesses;

    public IReadOnlyList<ConstructFrame> Constructs => _constructs;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The budget was spent before the end of the method.</summary>
    public bool IsExhausted => _steps > MostSteps || _accesses.Count > MostAccesses;

    public void Run(IOperation body, IMethodSymbol? method)
    {
        context.Scan(body);
        _takesTurns = FrameworkTypes.TakesTurns(method?.ContainingType);
        if (method is { IsStatic: false, ContainingType: { } type })
        {
            _this = Value.Of(new ObjectId("this", [], ObjectOrigin.Given, "this", type));
        }

        foreach (IParameterSymbol parameter in method?.Parameters ?? [])
        {
            Declare(parameter, Given(parameter.Type, "P:" + parameter.Name, [], parameter.Name, ObjectOrigin.Given));
            if (parameter.GetAttributes().Any(attribute =>
                attribute.AttributeClass is { Name: "UniqueAttribute", ContainingNamespace.Name: "AutoPar" }))
            {
                _contents.AreDistinct("P:" + parameter.Name + "[]");
            }
        }

        if (method is { IsStatic: false, MethodKind: not MethodKind.Constructor, ContainingType: { } owner })
        {
            Recall(owner);
        }

        if (method is not null)
        {
            _calls.Add(method.OriginalDefinition);
        }

        Visit(body);
    }

    private void Visit(IOperation? operation)
    {
        if (operation is null || IsExhausted || !_isReachable)
        {
            return;
        }

        context.Cancellation.ThrowIfCancellationRequested();
        if (!VisitStatement(operation))
        {
            Evaluate(operation);
        }
    }

    private void VisitAll(IEnumerable<IOperation?> operations)
    {
        foreach (IOperation? operation in operations)
        {
            Visit(operation);
        }
    }

    /// <summary>The indices that tell instances of the current code apart.</summary>
    private ImmutableArray<AffineForm?> Instance()
    {
        var indices = ImmutableArray.CreateBuilder<AffineForm?>();
        for (Frame? frame = _frame; frame is not null; frame = frame.Parent)
        {
            if (frame.Index is { } index)
            {
                indices.Insert(0, AffineForm.Of(index));
            }
        }

        return indices.ToImmutable();
    }

    /// <summary>A new variable, which lives as long as one instance of the code that declares it.</summary>
    private void Declare(ISymbol variable, Value value)
    {
        _storage[variable] = new Storage($"V{_numbers++}", Instance());
        _values = _values.SetItem(variable, value);
    }

    /// <summary>What is known of a value of this type that comes from outside.</summary>
    private Value Given(ITypeSymbol? type, string key, ImmutableArray<AffineForm?> subscripts, string name, ObjectOrigin origin)
    {
        if (type is null)
        {
            return Value.Nothing;
        }

        if (IsInteger(type))
        {
            return Value.Of(AffineForm.Of(unknowns.Intern(
                $"{key}[{string.Join(",", subscripts.Select(part => part?.Key ?? "?"))}]", name, OwnerOf(subscripts), Nature.Input)));
        }

        if (type.SpecialType == SpecialType.System_Boolean || IsPlainValue(type))
        {
            return Value.Nothing;
        }

        return Value.Of(new ObjectId(key, subscripts, origin, name, type));
    }

    private Frame? OwnerOf(IEnumerable<AffineForm?> forms) => forms.Aggregate((Frame?)null, (deepest, form) =>
        form is null ? OwnFrame.Instance
        : unknowns.OwnerOf(form) is { } owner && (deepest is null
            || (deepest is not OwnFrame && (owner is OwnFrame || owner.Depth > deepest.Depth))) ? owner : deepest);

    /// <summary>A number that nothing is known of; each instance of the current code has its own.</summary>
    private AffineForm Computed(string name, Nature nature = Nature.Computed) => AffineForm.Of(unknowns.New(name, _frame, nature));

    /// <summary>A number that data yields: two instances may have the same one.</summary>
    private AffineForm Datum(string name)
    {
        Symbol symbol = unknowns.New(name, _frame, Nature.Computed);
        unknowns.MakeDatum(symbol);
        return AffineForm.Of(symbol);
    }

    private ObjectId Fresh(string name, ITypeSymbol? type) => new($"N{_numbers++}", Instance(), ObjectOrigin.Fresh, name, type);

    private static bool IsInteger(ITypeSymbol? type) => type is not null
        && (type.TypeKind == TypeKind.Enum || type.SpecialType is >= SpecialType.System_Char and <= SpecialType.System_UInt64
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr);

    // Values without parts that could be shared.
    private static bool IsPlainValue(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Single or SpecialType.System_Double
            or SpecialType.System_Decimal or SpecialType.System_DateTime;
}
