using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// Facts about the locals and parameters of a whole method: which of them something else may refer to, and which hold a
/// fresh array that nothing else refers to.
/// </summary>
internal sealed class LocalUses
{
    private readonly HashSet<ISymbol> _aliased = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _captured = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _escaping = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _passedOn = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _changed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _fresh = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> _assignments = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<ISymbol, IOperation> _initializers = new(SymbolEqualityComparer.Default);

    private readonly List<(ISymbol Symbol, IOperation Operation)> _references = [];

    private LocalUses()
    {
    }

    /// <summary>There are labels and goto: control may come back to a loop.</summary>
    public bool HasGoto { get; private set; }

    public static LocalUses Of(IOperation? body)
    {
        LocalUses uses = new();
        foreach (IOperation operation in body?.DescendantsAndSelf() ?? [])
        {
            uses.Visit(operation);
        }

        return uses;
    }

    /// <summary>A ref local, a pointer or a ref struct may refer to the variable.</summary>
    public bool IsAliased(ISymbol symbol) => _aliased.Contains(symbol);

    /// <summary>A lambda or local function uses the variable.</summary>
    public bool IsCaptured(ISymbol symbol) => _captured.Contains(symbol);

    /// <summary>The local holds an array allocated here, from its declaration on, and no other reference to it exists.</summary>
    public bool IsFresh(ISymbol symbol) =>
        _fresh.Contains(symbol) && !_escaping.Contains(symbol) && !_captured.Contains(symbol) && !_aliased.Contains(symbol) && Assignments(symbol) == 0;

    /// <summary>A fresh array keeps the elements that its declaration gives it.</summary>
    public bool IsConstant(ISymbol local) => IsFresh(local) && !_changed.Contains(local);

    /// <summary>All that happens to an array that a local holds is that its elements and its length are read, and elements stored.</summary>
    public bool IsUsedForElements(ISymbol local) => !_passedOn.Contains(local);

    /// <summary>What a local that is assigned only by its declaration holds.</summary>
    public IOperation? OnlyValue(ISymbol local) =>
        Assignments(local) == 0 && !IsAliased(local) && _initializers.TryGetValue(local, out IOperation? value) ? value : null;

    /// <summary>How often the variable is assigned, its declaration not counted.</summary>
    public int Assignments(ISymbol symbol) => _assignments.TryGetValue(symbol, out int count) ? count : 0;

    /// <summary>Is every mention of the variable, its declaration apart, inside the syntax?</summary>
    public bool IsUsedOnlyIn(ISymbol symbol, SyntaxNode syntax) => _references.All(reference =>
        !SymbolEqualityComparer.Default.Equals(reference.Symbol, symbol) || syntax.Span.Contains(reference.Operation.Syntax.Span));

    /// <summary>Every mention of the variable, its declaration apart.</summary>
    public IEnumerable<IOperation> ReferencesTo(ISymbol symbol) =>
        _references.Where(reference => SymbolEqualityComparer.Default.Equals(reference.Symbol, symbol)).Select(reference => reference.Operation);

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IBranchOperation { BranchKind: BranchKind.GoTo }:
                HasGoto = true;
                break;
            case IVariableDeclaratorOperation { Symbol: var local } declarator:
                IOperation? initializer = declarator.GetVariableInitializer()?.Value;
                if (local.IsRef && ReferencedSymbol(initializer) is { } target)
                {
                    _aliased.Add(target);
                }

                if (initializer is not null)
                {
                    _initializers[local] = initializer;
                }

                if (Operations.WithoutConversions(initializer) is IArrayCreationOperation or ICollectionExpressionOperation { Type: IArrayTypeSymbol })
                {
                    _fresh.Add(local);
                }

                break;
            case IAddressOfOperation { Reference: var reference } when ReferencedSymbol(reference) is { } addressed:
                _aliased.Add(addressed);
                break;
            case IArgumentOperation { Parameter.RefKind: not RefKind.None } argument when ReferencedSymbol(argument.Value) is { } passed:
                if (MayKeepReference(argument.Parent))
                {
                    _aliased.Add(passed);
                }

                break;
            case ILocalReferenceOperation { Local: var used }:
                VisitUse(operation, used, used.ContainingSymbol);
                break;
            case IParameterReferenceOperation { Parameter: var used }:
                VisitUse(operation, used, used.ContainingSymbol);
                break;
        }
    }

    private void VisitUse(IOperation reference, ISymbol symbol, ISymbol owner)
    {
        _references.Add((symbol, reference));
        if (Operations.IsWrite(reference))
        {
            _assignments[symbol] = Assignments(symbol) + 1;
        }

        if (!IsHarmless(reference))
        {
            _escaping.Add(symbol);
        }

        if (reference.Parent is not (IArrayElementReferenceOperation or IPropertyReferenceOperation) || !IsHarmless(reference))
        {
            _passedOn.Add(symbol);
        }

        if (!IsRead(reference))
        {
            _changed.Add(symbol);
        }

        for (IOperation? parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            ISymbol? function = parent switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is not null && !SymbolEqualityComparer.Default.Equals(function, owner))
            {
                _captured.Add(symbol);
            }

            if (function is not null)
            {
                break;
            }
        }
    }

    private static bool IsHarmless(IOperation reference) => reference.Parent switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference == reference && !IsTakenByReference(element),
        IPropertyReferenceOperation { Property.Name: "Length" or "LongLength" or "Rank" } property => property.Instance == reference,
        IInvocationOperation { TargetMethod.Name: "GetLength", Instance: var instance } => instance == reference,
        IReturnOperation or IForEachLoopOperation => true,
        IConversionOperation { Parent: IForEachLoopOperation } => true,
        _ => false,
    };

    /// <summary>An element or the length is read.</summary>
    private static bool IsRead(IOperation reference) => reference.Parent switch
    {
        IArrayElementReferenceOperation element => !Operations.IsWrite(element) && !IsTakenByReference(element),
        IPropertyReferenceOperation { Property.Name: "Length" or "LongLength" or "Rank" } property => property.Instance == reference,
        _ => false,
    };

    /// <summary>A ref local, a ref argument, a pointer or a ref return may refer to the element from now on.</summary>
    private static bool IsTakenByReference(IOperation element) => element.Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } or IAddressOfOperation => true,
        ISimpleAssignmentOperation { IsRef: true } => true,
        IArgumentOperation { Parameter.RefKind: not RefKind.None } argument => MayKeepReference(argument.Parent),
        IReturnOperation => element.Syntax.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.RefExpressionSyntax,
        IConditionalOperation => element.Syntax.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.RefExpressionSyntax,
        _ => false,
    };

    private static ISymbol? ReferencedSymbol(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IConversionOperation { Operand: var operand } => ReferencedSymbol(operand),
        _ => null,
    };

    private static bool MayKeepReference(IOperation? call) => call switch
    {
        IInvocationOperation { TargetMethod: var method, Instance: var instance } =>
            method.RefKind != RefKind.None || method.ReturnType.IsRefLikeType || instance?.Type?.IsRefLikeType == true
            || method.Parameters.Any(parameter => parameter.Type.IsRefLikeType && parameter.RefKind is RefKind.Ref or RefKind.Out),
        IObjectCreationOperation { Type: var type } => type?.IsRefLikeType != false,
        _ => true,
    };
}
