using System.Globalization;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>From an annotated method to <see cref="MethodModel"/>. Never throws, whatever the code, but when cancelled.</summary>
internal static class MethodFrontend
{
    private static readonly SymbolDisplayFormat s_namespace =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    public static MethodModel Lower(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        ParallelizeOptions? parallelize = AttributeReader.ReadParallelize(method);
        VectorizeOptions? vectorize = AttributeReader.ReadVectorize(method);
        SignatureRules rules = new(method, syntax);
        List<Refusal> refusals = [.. rules.Check(parallelize, vectorize, cancellation)];
        parallelize = WithoutImpossible(parallelize, rules);
        BodyText text = BodyText.Of(syntax);
        IOperation? body = Body(syntax, model, cancellation);
        if (body is not null && OperationDepth.TooDeep(body) is { } place)
        {
            MethodModel bare = LowerSignature(method, syntax, cancellation);
            return bare with { Refusals = bare.Refusals.Concat(OperationDepth.Refusals(place, parallelize is not null, vectorize is not null)).ToEquatableArray() };
        }

        MethodContext context = new(method, syntax, model, body, text, cancellation);
        List<LoopNest> nests = Nests(context, body);

        ScalarFunction? scalar = vectorize is not null && body is not null ? ScalarFrontend.Lower(context, body) : null;
        scalar = nests.Count > 0 && scalar is not null && !ScalarFrontend.IsLowered(scalar) ? null : scalar;
        if (nests.Count == 0 && body is not null)
        {
            AddNoLoop(refusals, syntax, method, parallelize is not null && scalar is null, vectorize is not null && scalar is null);
        }

        (string ofFile, string ofNamespaces) = UsingReader.Read(syntax, model, cancellation);
        MethodModel lowered = new(
            HintName(method),
            ofFile,
            NamespaceOf(method),
            SignatureReader.Types(method.ContainingType),
            SignatureReader.Read(method, syntax),
            parallelize,
            vectorize,
            text.Text,
            nests.ToEquatableArray(),
            scalar,
            refusals.ToEquatableArray(),
            rules.CanEmitSiblings,
            Locations.Of(syntax.Identifier))
        {
            NamespaceUsings = ofNamespaces,
            Aliases = NamespaceAlias.All.Where(alias => IsFree(alias.Name, syntax, model)).ToEquatableArray(),
            IsRepeatable = nests.Count > 0 && RepeatableMethod.Is(method, body, context),
            Taken = scalar is null ? EquatableArray<string>.Empty : SignatureRules.TakenBy(method),
            MemberPrefix = IsOverloaded(method) || MayMeet(method) ? $"{method.Name}_{Hash(method)}" : method.Name,
        };
        return lowered with { Specializations = SpecializationFrontend.Of(lowered, method, syntax, model, cancellation) };
    }

    private static List<LoopNest> Nests(MethodContext context, IOperation? body)
    {
        int number = 0;
        return [.. (body is null ? [] : LoopFinder.Outermost(body)).Select(Lower)];

        LoopNest Lower(ILoopOperation loop)
        {
            LoopNest nest = NestFrontend.Lower(context, loop, ++number);
            EquatableArray<LoopNest> inside = IsLowered(nest) && nest.WithCalls is null ? EquatableArray<LoopNest>.Empty : LoopFinder.Inside(loop).Select(Lower).ToEquatableArray();
            return nest with
            {
                Inside = IsLowered(nest) ? EquatableArray<LoopNest>.Empty : inside,
                WithCalls = nest.WithCalls is { } calls && !IsLowered(calls) ? calls with { Inside = inside } : nest.WithCalls,
            };
        }

        static bool IsLowered(LoopNest nest) => nest.Root is { } root && !LoopTree.Statements(root.Body).Any(statement => statement is Opaque);
    }

    /// <summary>No alias, namespace or type of that name is in scope; one in the global namespace would conflict, too.</summary>
    private static bool IsFree(string name, MethodDeclarationSyntax syntax, SemanticModel model) =>
        model.LookupNamespacesAndTypes(syntax.SpanStart, name: name).IsEmpty;

    private static bool IsOverloaded(IMethodSymbol method) => method.ContainingType.GetMembers(method.Name).Length > 1;

    /// <summary>A member in scope, or the type, may have the name of a generated member.</summary>
    private static bool MayMeet(IMethodSymbol method)
    {
        IEnumerable<string> names = [method.ContainingType.Name];
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.BaseType)
        {
            names = names.Concat(type.MemberNames);
        }

        string[] beginnings = [$"{method.Name}Loop", $"{method.Name}Spans", $"{method.Name}ParallelVerified", $"{method.Name}VectorizedVerified", .. SpecializableType.All.Select(type => $"{method.Name}Of{type.Name}")];
        return names.Any(name => beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal)));
    }

    /// <summary>The model without loops and text, for the siblings of a method whose lowering failed.</summary>
    public static MethodModel LowerSignature(IMethodSymbol method, MethodDeclarationSyntax syntax, CancellationToken cancellation)
    {
        ParallelizeOptions? parallelize = AttributeReader.ReadParallelize(method);
        VectorizeOptions? vectorize = AttributeReader.ReadVectorize(method);
        SignatureRules rules = new(method, syntax);
        EquatableArray<Refusal> refusals = rules.Check(parallelize, vectorize, cancellation).ToEquatableArray();
        return new MethodModel(
            HintName(method), "", NamespaceOf(method), SignatureReader.Types(method.ContainingType), SignatureReader.Read(method, syntax),
            WithoutImpossible(parallelize, rules), vectorize, "", EquatableArray<LoopNest>.Empty, null, refusals, rules.CanEmitSiblings, Locations.Of(syntax.Identifier));
    }

    private static ParallelizeOptions? WithoutImpossible(ParallelizeOptions? options, SignatureRules rules) =>
        options is null ? null : options with { Async = options.Async && rules.CanEmitAsync };

    private static string NamespaceOf(IMethodSymbol method) =>
        method.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(s_namespace) : "";

    private static IOperation? Body(MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken cancellation) =>
        model.GetOperation(syntax, cancellation) is IMethodBodyOperation body ? body.BlockBody ?? body.ExpressionBody : null;

    private static void AddNoLoop(List<Refusal> refusals, MethodDeclarationSyntax syntax, IMethodSymbol method, bool parallelize, bool vectorize)
    {
        SourceLocation location = Locations.Of(syntax.Identifier);
        if (parallelize)
        {
            refusals.Add(new Refusal(RuleIds.NoLoop, location, EquatableArray.Of(method.Name, "Parallelize")));
        }

        if (vectorize)
        {
            refusals.Add(new Refusal(RuleIds.NoLoop, location, EquatableArray.Of(method.Name, "Vectorize")));
        }
    }

    /// <summary>Readable, unique by the hash of the whole signature, and the same from build to build.</summary>
    private static string HintName(IMethodSymbol method)
    {
        string name = $"{method.ContainingType.ToDisplayString()}.{method.Name}";
        string clean = new(name.Select(character => SyntaxFacts.IsIdentifierPartCharacter(character) && character < 128 || character == '.' ? character : '_').ToArray());
        return $"{clean}.{Hash(method)}";
    }

    private static string Hash(IMethodSymbol method)
    {
        uint hash = 2166136261;
        foreach (char character in method.GetDocumentationCommentId() ?? method.ToDisplayString())
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
