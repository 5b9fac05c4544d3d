using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// The variables and objects of one loop nest: each symbol becomes one <see cref="Variable"/> or
/// <see cref="MemoryObject"/> when it is first met.
/// </summary>
internal sealed partial class NestContext
{
    private readonly Dictionary<ISymbol, Variable> _variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, MemoryObject> _objects = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, (MemoryObject Object, Expression[] Subscripts)> _elements = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, MemoryObject> _partObjects = [];
    private readonly Dictionary<string, Variable> _partVariables = [];
    private readonly List<Variable> _allVariables = [];
    private readonly List<MemoryObject> _allObjects = [];
    private readonly HashSet<ISymbol> _flowingOut = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _foreignReads = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _written;
    private readonly HashSet<ISymbol> _atomic;
    private readonly IOperation _rootOperation;
    private readonly SyntaxNode _root;
    private RowLocals? _rows;
    private bool? _looksIntoRows;
    private readonly List<(int LoopId, SyntaxNode Body)> _loops = [];

    public NestContext(MethodContext method, IOperation root)
    {
        Method = method;
        _rootOperation = root;
        _root = root.Syntax;
        _written = Operations.WrittenSymbols([root]);
        _atomic = new(AtomicUpdates.Targets(root), SymbolEqualityComparer.Default);
        Names = new NestNames(method.Method);
        if (root.Syntax is StatementSyntax && method.Model.AnalyzeDataFlow(root.Syntax) is { Succeeded: true } flow)
        {
            // Of a nest in a loop, too: what flows to its own next run flows out.
            _flowingOut.UnionWith(flow.DataFlowsOut);
            FlowIsKnown = true;
        }
    }

    public MethodContext Method { get; }

    public NestNames Names { get; }

    public RowLocals Rows => _rows ??= new RowLocals(_rootOperation, Method.Uses);

    private bool FlowIsKnown { get; }

    /// <summary>The nest stands in a try statement of its method.</summary>
    public bool IsInTry => _root.Ancestors().TakeWhile(node => node is not MemberDeclarationSyntax).Any(node => node is TryStatementSyntax);

    /// <summary>Methods with loops are inlined, and those that are given rows of jagged arrays; otherwise calls of them are calls.</summary>
    public bool InlinesLoops { get; init; } = true;

    public EquatableArray<Variable> Variables => _allVariables.ToEquatableArray();

    public EquatableArray<MemoryObject> Objects => _allObjects.ToEquatableArray();

    /// <summary>Whether the symbol is assigned somewhere in the nest.</summary>
    public bool IsWritten(ISymbol symbol) => _written.Contains(symbol);

    /// <summary>The parameter that cancels the nest, the same one all through it.</summary>
    public IParameterSymbol? Token => Method.Token is { } token && !IsWritten(token) ? token : null;

    /// <summary>A field is read through some object; no statement of the nest may write it through another.</summary>
    public void AddForeignRead(ISymbol field) => _foreignReads.Add(field);

    /// <summary>A field that is both read through some object and among the variables given.</summary>
    public string? ForeignReadOf(IEnumerable<Variable> assigned)
    {
        HashSet<Variable> written = [.. assigned];
        return _variables.FirstOrDefault(pair => _foreignReads.Contains(pair.Key) && written.Contains(pair.Value)).Key?.Name;
    }

    /// <summary>The loop whose body is being lowered.</summary>
    public int? CurrentLoop => _loops.Count == 0 ? null : _loops[_loops.Count - 1].LoopId;

    public void EnterLoop(int id, SyntaxNode body) => _loops.Add((id, body));

    public void LeaveLoop() => _loops.RemoveAt(_loops.Count - 1);

    public Variable Temporary(ElementType type, string name) => Temporary(type, type.Keyword(), name);

    private Variable Temporary(ElementType type, string typeText, string name) =>
        Add(new Variable(Method.NextId(), Names.Unique(name), type, typeText, VariableKind.Temporary, "", CurrentLoop, ReadAfter: false));

    public Variable VariableOf(ILocalSymbol local) => Known(local) ?? (IsForeign(local)
        ? Add(local, Temporary(TypeMap.Element(local.Type), TypeMap.Text(local.Type), SignatureReader.Identifier(local.Name)), isNew: false)
        : Add(local, new Variable(
        Method.NextId(),
        Names.Unique(SignatureReader.Identifier(local.Name)),
        TypeMap.Element(local.Type),
        TypeMap.Text(local.Type),
        local.IsRef ? VariableKind.Reference : VariableKind.Local,
        SignatureReader.Identifier(local.Name),
        DeclaringLoop(local),
        local.IsRef || IsReadAfter(local))
        {
            IsAtomic = _atomic.Contains(local),
        }));

    public Variable VariableOf(IParameterSymbol parameter) => Known(parameter) ?? Add(parameter, new Variable(
        Method.NextId(),
        Names.Own(parameter),
        TypeMap.Element(parameter.Type),
        TypeMap.Text(parameter.Type),
        parameter.RefKind == RefKind.None ? VariableKind.Parameter : VariableKind.Reference,
        SignatureReader.Identifier(parameter.Name),
        DeclaringLoop: null,
        parameter.RefKind != RefKind.None || IsReadAfter(parameter))
    {
        IsAtomic = _atomic.Contains(parameter),
    });

    /// <summary>A static field, or a field of <c>this</c>; also the property that hides such a field.</summary>
    public Variable VariableOf(ISymbol member, ITypeSymbol type, bool isVolatile) => Known(member) ?? Add(member, new Variable(
        Method.NextId(),
        Names.Unique(SignatureReader.Identifier(member.Name)),
        TypeMap.Element(type),
        TypeMap.Text(type),
        member.IsStatic ? VariableKind.StaticField : VariableKind.InstanceField,
        MemberText(member),
        DeclaringLoop: null,
        ReadAfter: true,
        isVolatile)
    {
        IsAtomic = _atomic.Contains(member),
    });

    /// <summary>The object that a local, parameter or member holds; null when its type isn't one that loops access.</summary>
    public MemoryObject? ObjectOf(ISymbol symbol, ITypeSymbol type)
    {
        if (_objects.TryGetValue(symbol, out MemoryObject? known))
        {
            return known;
        }

        if (TypeMap.Memory(type) is not { } memory)
        {
            return null;
        }

        if (memory.Kind == MemoryKind.Jagged && !LooksIntoRows())
        {
            memory = (MemoryKind.Array, ((IArrayTypeSymbol)type).ElementType, 1);
        }

        IParameterSymbol? parameter = symbol as IParameterSymbol;
        IParameterSymbol? claimed = parameter is not null && Method.Uses.Assignments(parameter) == 0 ? parameter : null;
        MemoryOrigin origin = symbol switch
        {
            IParameterSymbol => MemoryOrigin.Parameter,
            ILocalSymbol when memory.Kind != MemoryKind.Jagged && Method.Uses.IsFresh(symbol) => MemoryOrigin.FreshLocal,
            ILocalSymbol => MemoryOrigin.Local,
            { IsStatic: true } => MemoryOrigin.StaticField,
            _ => MemoryOrigin.InstanceField,
        };
        MemoryObject created = new(
            Method.NextId(),
            parameter is not null ? Names.Own(parameter) : Names.Unique(SignatureReader.Identifier(symbol.Name)),
            memory.Kind,
            TypeMap.Element(memory.Element),
            TypeMap.Text(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
            TypeMap.Text(memory.Element),
            symbol is ILocalSymbol or IParameterSymbol ? SignatureReader.Identifier(symbol.Name) : MemberText(symbol),
            origin,
            memory.Rank,
            claimed is not null && AttributeReader.IsNoAlias(claimed),
            claimed is not null ? AttributeReader.IsUnique(claimed) : IsPermutation(symbol))
        {
            HoldsReferences = memory.Element is { IsUnmanagedType: false, TypeKind: not TypeKind.TypeParameter },
            FreshLength = origin == MemoryOrigin.FreshLocal ? ConstantLength(symbol) : null,
            IsUsedOutside = origin == MemoryOrigin.FreshLocal && !Method.Uses.IsUsedOnlyIn(symbol, _root),
        };
        _objects.Add(symbol, created);
        _allObjects.Add(created);
        return created;
    }

    /// <summary>A member of an object or struct that a variable holds, by the C# that reads it.</summary>
    public MemoryObject ObjectOf(Members.Member member, string accessText)
    {
        if (!_partObjects.TryGetValue(accessText, out MemoryObject? created))
        {
            (MemoryKind kind, ITypeSymbol element, int rank) = TypeMap.Memory(member.Type)!.Value;
            created = new MemoryObject(
                Method.NextId(), Names.Unique(SignatureReader.Identifier(member.Symbol.Name)), kind, TypeMap.Element(element),
                TypeMap.Text(member.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)), TypeMap.Text(element), accessText,
                MemoryOrigin.InstanceField, rank);
            _partObjects.Add(accessText, created);
            _allObjects.Add(created);
        }

        return created;
    }

    /// <summary>A field of a struct that a variable holds and that the nest doesn't write.</summary>
    public Variable VariableOf(Members.Member member, string accessText)
    {
        if (!_partVariables.TryGetValue(accessText, out Variable? created))
        {
            created = Add(new Variable(
                Method.NextId(), Names.Unique(SignatureReader.Identifier(member.Symbol.Name)), TypeMap.Element(member.Type), TypeMap.Text(member.Type),
                VariableKind.Local, accessText, DeclaringLoop: null, ReadAfter: false));
            _partVariables.Add(accessText, created);
        }

        return created;
    }

    /// <summary>The foreach variable <c>ref var v</c> stands for the element.</summary>
    public void Bind(ISymbol symbol, MemoryObject memory, Expression[] subscripts) => _elements[symbol] = (memory, subscripts);

    public (MemoryObject Object, Expression[] Subscripts)? ElementOf(ISymbol symbol) =>
        _elements.TryGetValue(symbol, out (MemoryObject, Expression[]) element) ? element : null;

    /// <summary>Lets a symbol of an inlined method stand for something of the nest.</summary>
    public void Bind(ISymbol symbol, Variable variable) => _variables[symbol] = variable;

    public void Bind(ISymbol symbol, MemoryObject memory) => _objects[symbol] = memory;

    public void Unbind(ISymbol symbol)
    {
        _variables.Remove(symbol);
        _objects.Remove(symbol);
        _elements.Remove(symbol);
    }

    /// <summary>How many variables there are, for <see cref="Forget"/>.</summary>
    public int Made => _allVariables.Count;

    /// <summary>Gives up the temporaries that were made since, but those that symbols stand for.</summary>
    public void Forget(int made)
    {
        for (int index = _allVariables.Count - 1; index >= made; index--)
        {
            Variable variable = _allVariables[index];
            if (variable.Kind == VariableKind.Temporary && !_variables.ContainsValue(variable))
            {
                Names.Release(variable.Name);
                _allVariables.RemoveAt(index);
            }
        }
    }

    /// <summary>The symbol is known already, or stands for something by <see cref="Bind(ISymbol, Variable)"/>.</summary>
    public bool IsBound(ISymbol symbol) => _variables.ContainsKey(symbol);

    public bool IsObject(ISymbol symbol) => _objects.ContainsKey(symbol);

    /// <summary>Whether a local is declared in the nest, in its header or in its body.</summary>
    public bool IsDeclaredInside(ISymbol symbol) => symbol is ILocalSymbol
        && symbol.DeclaringSyntaxReferences.Any(reference =>
            reference.SyntaxTree != _root.SyntaxTree || _root.Span.Contains(reference.Span));

    /// <summary>What a variable or object of the nest is called; null for other symbols.</summary>
    public string? NameOf(ISymbol symbol) => Known(symbol)?.Name ?? (_objects.TryGetValue(symbol, out MemoryObject? held) ? held.Name : null);

    /// <summary>A local of a method that is inlined.</summary>
    private bool IsForeign(ISymbol local) => !SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, Method.Method);

    /// <summary>The C# that reads a static member, or one of <c>this</c>.</summary>
    public static string MemberText(ISymbol member)
    {
        string name = SignatureReader.Identifier(member.Name);
        return member.IsStatic ? $"{TypeMap.Text(member.ContainingType)}.{name}" : $"this.{name}";
    }

    // A nest that only makes or moves rows sees a jagged array as an array of them.
    private bool LooksIntoRows() => _looksIntoRows ??= Rows.Any || GivesRows || _rootOperation.Descendants().Any(operation => IsRow(operation switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference,
        IPropertyReferenceOperation property => property.Instance,
        _ => null,
    }));

    /// <summary>A row is an argument of a method that may be inlined, and look into it.</summary>
    public bool GivesRows => InlinesLoops && _rootOperation.Descendants().Any(operation =>
        operation is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } } argument && IsRow(argument.Value));

    private static bool IsRow(IOperation? operation) => Operations.WithoutConversions(operation) is IArrayElementReferenceOperation { Type: IArrayTypeSymbol };

    private Variable? Known(ISymbol symbol) => _variables.TryGetValue(symbol, out Variable? known) ? known : null;

    private Variable Add(ISymbol symbol, Variable variable, bool isNew = true)
    {
        _variables.Add(symbol, variable);
        return isNew ? Add(variable) : variable;
    }

    private Variable Add(Variable variable)
    {
        _allVariables.Add(variable);
        return variable;
    }

    private int? DeclaringLoop(ISymbol local)
    {
        if (local.DeclaringSyntaxReferences is not [{ } reference, ..])
        {
            return CurrentLoop;
        }

        for (int depth = _loops.Count - 1; depth >= 0; depth--)
        {
            // The variable of a foreach is declared by the statement as a whole.
            SyntaxNode body = _loops[depth].Body;
            if (body.SyntaxTree == reference.SyntaxTree
                && (body.Span.Contains(reference.Span) || (body.Parent is CommonForEachStatementSyntax each && each.Span == reference.Span)))
            {
                return _loops[depth].LoopId;
            }
        }

        return null;
    }

    /// <summary>An array or table whose elements never change and are all different.</summary>
    private bool IsPermutation(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => Method.Uses.IsConstant(local) && ConstantTable.IsPermutation(Method.Uses.OnlyValue(local)),
        IPropertySymbol property => ConstantTable.IsPermutation(property),
        _ => false,
    };

    private int? ConstantLength(ISymbol local) =>
        Operations.WithoutConversions(Method.Uses.OnlyValue(local)) is IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: int length } }] } ? length : null;

    private bool IsReadAfter(ISymbol symbol) =>
        !FlowIsKnown || Method.Uses.HasGoto || Method.Uses.IsCaptured(symbol) || Method.Uses.IsAliased(symbol) || _flowingOut.Contains(symbol);
}
