using System.Collections.Concurrent;
using AutoPar.Generator.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>What the analyses of all methods of a compilation share.</summary>
internal sealed class CompilationFacts(Compilation compilation)
{
    // Beyond this many implementations a call is unknown.
    private const int MostImplementations = 3;

    private readonly ConcurrentDictionary<IMethodSymbol, IMethodSymbol[]?> _implementations = new(SymbolEqualityComparer.Default);
    private readonly Lazy<INamedTypeSymbol[]> _types = new(() => [.. TypesOf(compilation.Assembly.GlobalNamespace)]);

    public Compilation Compilation => compilation;

    /// <summary>What a virtual call may run; null when that isn't known.</summary>
    public IMethodSymbol[]? ImplementationsOf(IMethodSymbol method) => _implementations.GetOrAdd(method.OriginalDefinition, Find);

    private IMethodSymbol[]? Find(IMethodSymbol method)
    {
        List<IMethodSymbol> found = method.IsAbstract ? [] : [method];
        foreach (INamedTypeSymbol type in _types.Value)
        {
            IMethodSymbol? implementation = method.ContainingType.TypeKind == TypeKind.Interface
                ? Implements(type, method.ContainingType) ? type.FindImplementationForInterfaceMember(Constructed(type, method)) as IMethodSymbol
                    : null
                : type.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(member => Overrides(member, method));
            if (implementation is not null && !found.Contains(implementation, SymbolEqualityComparer.Default))
            {
                found.Add(implementation);
            }
        }

        return found.Count is > 0 and <= MostImplementations ? [.. found] : null;
    }

    private static bool Implements(INamedTypeSymbol type, INamedTypeSymbol contract) => type.TypeKind is TypeKind.Class or TypeKind.Struct
        && type.AllInterfaces.Any(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, contract.OriginalDefinition));

    private static ISymbol Constructed(INamedTypeSymbol type, IMethodSymbol method) => type.AllInterfaces
        .First(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, method.ContainingType.OriginalDefinition))
        .GetMembers(method.Name).OfType<IMethodSymbol>().First(member =>
            SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition));

    private static bool Overrides(IMethodSymbol member, IMethodSymbol method)
    {
        for (IMethodSymbol? overridden = member.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? TypesOf(type).Prepend(type) : TypesOf(member));
}

/// <summary>The sources that one method's analysis reads: bodies of callees, with the captures in them.</summary>
internal sealed class RaceContext(CompilationFacts facts, SemanticModel model, CancellationToken cancellation)
{
    /// <summary>The most levels of nested operations: the stack must last for them, and for those of the callers.</summary>
    public const int Deepest = 300;

    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly Dictionary<IMethodSymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, HashSet<ISymbol>> _written = [];
    private readonly HashSet<ISymbol> _captured = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IOperation> _scanned = [];

    public CompilationFacts Facts => facts;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The body of a method with source; null when there is none.</summary>
    public IOperation? BodyOf(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        if (!_bodies.TryGetValue(definition, out IOperation? body))
        {
            body = definition.IsExtern || definition.IsAbstract || definition.DeclaringSyntaxReferences is not [var reference]
                ? null
                : Block(reference.GetSyntax(cancellation));
            body = body is not null && OperationDepth.TooDeep(body, Deepest) is not null ? null : body;
            _bodies.Add(definition, body);
        }

        if (body is not null)
        {
            Scan(body);
        }

        return body;
    }

    public IOperation? InitializerOf(IFieldSymbol field) => field.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? ModelOf(value.SyntaxTree)?.GetOperation(value, cancellation)
            : null;

    /// <summary>The parameters stand at the type.</summary>
    public bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(cancellation) is TypeDeclarationSyntax;

    /// <summary>The initializers of a type's instance fields and properties.</summary>
    public IEnumerable<(ISymbol Member, ITypeSymbol Type, IOperation Initializer)> InitializersOf(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers().Where(member => !member.IsStatic && member.DeclaringSyntaxReferences.Length == 1))
        {
            ExpressionSyntax? value = member is IFieldSymbol or IPropertySymbol ? member.DeclaringSyntaxReferences[0].GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            } : null;
            if (value is not null && ModelOf(value.SyntaxTree)?.GetOperation(value, cancellation) is { } operation)
            {
                Scan(operation);
                yield return (member, (member as IFieldSymbol)?.Type ?? ((IPropertySymbol)member).Type, operation);
            }
        }
    }

    /// <summary>A nested function uses the variable of the one around it.</summary>
    public bool IsCaptured(ISymbol variable) => _captured.Contains(variable);

    /// <summary>The symbols that code assigns, calls apart.</summary>
    public HashSet<ISymbol> WrittenIn(IOperation body)
    {
        if (!_written.TryGetValue(body, out HashSet<ISymbol>? written))
        {
            _written.Add(body, written = Operations.WrittenSymbols([body]));
        }

        return written;
    }

    /// <summary>Notes which variables the nested functions of a body capture.</summary>
    public void Scan(IOperation body)
    {
        if (!_scanned.Add(body))
        {
            return;
        }

        foreach (IOperation operation in body.Descendants())
        {
            ISymbol? variable = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };
            if (variable is not null && FunctionAround(operation) is { } function
                && !SymbolEqualityComparer.Default.Equals(function, variable.ContainingSymbol))
            {
                _captured.Add(variable);
            }
        }
    }

    private static IMethodSymbol? FunctionAround(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation local:
                    return local.Symbol;
            }
        }

        return null;
    }

    private IOperation? Block(SyntaxNode syntax)
    {
        if (syntax is ParameterSyntax or TypeDeclarationSyntax || ModelOf(syntax.SyntaxTree) is not { } own)
        {
            return null;
        }

        return own.GetOperation(syntax, cancellation) switch
        {
            ILocalFunctionOperation local => local.Body,
            IMethodBodyBaseOperation body => body is IConstructorBodyOperation ? body : body.BlockBody ?? body.ExpressionBody,
            IAnonymousFunctionOperation lambda => lambda.Body,
            { } other => other,
            null => null,
        };
    }

    private SemanticModel? ModelOf(SyntaxTree tree)
    {
        if (tree == model.SyntaxTree)
        {
            return model;
        }

        if (!_models.TryGetValue(tree, out SemanticModel? other))
        {
            other = facts.Compilation.ContainsSyntaxTree(tree) ? facts.Compilation.GetSemanticModel(tree) : model;
            _models.Add(tree, other);
        }

        return facts.Compilation.ContainsSyntaxTree(tree) ? other : null;
    }
}
