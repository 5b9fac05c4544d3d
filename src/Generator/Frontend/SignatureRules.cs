using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Frontend;

/// <summary>The AP0xxx rules that need no look at the loops: can the siblings exist, and are the options sensible?</summary>
internal sealed class SignatureRules(IMethodSymbol method, MethodDeclarationSyntax syntax)
{
    private readonly List<Refusal> _refusals = [];

    public bool CanEmitSiblings { get; private set; } = true;

    public bool CanEmitAsync { get; private set; } = true;

    public IReadOnlyList<Refusal> Check(ParallelizeOptions? parallelize, VectorizeOptions? vectorize, CancellationToken cancellation)
    {
        CheckLanguage();
        CheckPartial(cancellation);
        if (UnsupportedBecause(cancellation) is { } reason)
        {
            Refuse(RuleIds.UnsupportedSignature, Locations.Of(syntax.Identifier), method.Name, reason);
            CanEmitSiblings = false;
        }

        CheckSibling("Sequential");
        if (parallelize is not null)
        {
            CheckSibling("Parallel");
            CheckAsync(parallelize);
            CheckOption(parallelize.ChunkSize >= 0, "ChunkSize", parallelize.ChunkSize, "0 or more");
            CheckOption(parallelize.Schedule is >= 0 and <= ScheduleKind.Guided, "Schedule", (int)parallelize.Schedule, "a Schedule");
            CheckOption(parallelize.FloatMode is >= 0 and <= FloatMode.Fast, "FloatMode", (int)parallelize.FloatMode, "a FloatMode");
        }

        if (vectorize is not null)
        {
            CheckSibling("Vectorized");
            CheckOption(vectorize.FloatMode is >= 0 and <= FloatMode.Fast, "FloatMode", (int)vectorize.FloatMode, "a FloatMode");
        }

        return _refusals;
    }

    private void CheckLanguage()
    {
        if (syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp11 and var version })
        {
            Refuse(RuleIds.LanguageVersion, Locations.Of(syntax.Identifier), method.Name, version.ToDisplayString());
            CanEmitSiblings = false;
        }
    }

    private void CheckPartial(CancellationToken cancellation)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            TypeDeclarationSyntax? declaration = type.DeclaringSyntaxReferences
                .Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>().FirstOrDefault();
            if (declaration is null || !declaration.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PartialKeyword)))
            {
                Refuse(RuleIds.NotPartial, declaration is null ? Locations.Of(syntax.Identifier) : Locations.Of(declaration.Identifier), type.Name);
                CanEmitSiblings = false;
            }
        }
    }

    private string? UnsupportedBecause(CancellationToken cancellation)
    {
        if (method.MethodKind != MethodKind.Ordinary || !method.ExplicitInterfaceImplementations.IsEmpty)
        {
            return "only ordinary methods have generated forms";
        }

        if (syntax.Body is null && syntax.ExpressionBody is null)
        {
            return "it has no body";
        }

        if (method.IsAsync)
        {
            return "it is async";
        }

        if (ContainsYield())
        {
            return "it is an iterator";
        }

        if (method.RefKind != RefKind.None)
        {
            return "it returns by reference";
        }

        if (method.IsVararg)
        {
            return "it has __arglist";
        }

        if (!Callee.IsBound(method, isVirtualCall: true))
        {
            return "it is virtual: a call may run another body";
        }

        if (Callee.IsConditional(method))
        {
            return "it is conditional: its calls may be left out";
        }

        if (Callee.IsSynchronized(method))
        {
            return "it is synchronized: its calls hold a lock";
        }

        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            return "it is an interface member";
        }

        return FileLocalType(cancellation) is { } type ? $"{type} is a file-local type, which the generated file can't see" : null;
    }

    private string? FileLocalType(CancellationToken cancellation)
    {
        IEnumerable<string> names = syntax.SyntaxTree.GetRoot(cancellation)
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>().Where(type => type.Modifiers.Any(SyntaxKind.FileKeyword)).Select(type => type.Identifier.ValueText);
        HashSet<string> local = [.. names];
        return local.Count == 0 ? null
            : syntax.DescendantTokens().Concat(syntax.Ancestors().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier))
                .FirstOrDefault(token => token.IsKind(SyntaxKind.IdentifierToken) && local.Contains(token.ValueText)).ValueText is { Length: > 0 } name ? name : null;
    }

    private bool ContainsYield() => syntax.Body is { } body && body
        .DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
        .Any(node => node is YieldStatementSyntax);

    private void CheckSibling(string suffix)
    {
        string name = method.Name + suffix;
        foreach (ISymbol member in method.ContainingType.GetMembers(name))
        {
            if (IsGenerated(member) || (member is IMethodSymbol other && !SameSignature(other)))
            {
                continue;
            }

            Refuse(RuleIds.SiblingExists, Locations.Of(syntax.Identifier), name);
            CanEmitSiblings = false;
        }
    }

    private void CheckAsync(ParallelizeOptions parallelize)
    {
        if (!parallelize.Async)
        {
            return;
        }

        if (AsyncSignature.ImpossibleBecause(method) is { } reason)
        {
            Refuse(RuleIds.NoAsyncForm, Locations.Of(syntax.Identifier), method.Name, reason);
            CanEmitAsync = false;
        }
        else if (method.ContainingType.GetMembers(method.Name + "Async")
            .Any(member => !IsGenerated(member) && (member is not IMethodSymbol other || AsyncSignature.IsThatOf(method, other, SameType))))
        {
            Refuse(RuleIds.SiblingExists, Locations.Of(syntax.Identifier), method.Name + "Async");
            CanEmitAsync = false;
        }
    }

    /// <summary>What the user declares under the method's name and under its siblings'.</summary>
    public static EquatableArray<string> TakenBy(IMethodSymbol method) => new[] { "", "Sequential", "Vectorized", "Parallel" }
        .SelectMany(suffix => method.ContainingType.GetMembers(method.Name + suffix))
        .OfType<IMethodSymbol>()
        .Where(member => !IsGenerated(member))
        .Select(SignatureReader.Key)
        .ToEquatableArray();

    // The analyzer sees the generated siblings in the compilation; the generator doesn't.
    private static bool IsGenerated(ISymbol member) =>
        AttributeReader.Find(member, "System.CodeDom.Compiler.GeneratedCodeAttribute") is { ConstructorArguments: [{ Value: string tool }, ..] }
        && tool.StartsWith("AutoPar", StringComparison.Ordinal);

    private bool SameSignature(IMethodSymbol other) =>
        other.Arity == method.Arity
        && other.Parameters.Length == method.Parameters.Length
        && other.Parameters.Zip(method.Parameters, (mine, yours) =>
            (mine.RefKind == RefKind.None) == (yours.RefKind == RefKind.None) && SameType(mine.Type, yours.Type)).All(same => same);

    // Type parameters of the two methods are different symbols; by name is close enough to refuse.
    private static bool SameType(ITypeSymbol mine, ITypeSymbol yours) =>
        SymbolEqualityComparer.Default.Equals(mine, yours) || mine.ToDisplayString() == yours.ToDisplayString();

    private void CheckOption(bool isValid, string option, int value, string allowed)
    {
        if (!isValid)
        {
            Refuse(RuleIds.InvalidOption, Locations.Of(syntax.Identifier), option, value.ToString(), allowed);
        }
    }

    private void Refuse(string rule, SourceLocation location, params string[] arguments) =>
        _refusals.Add(new Refusal(rule, location, arguments.ToEquatableArray()));
}
