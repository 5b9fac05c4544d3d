using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.EndToEnd;

/// <summary>An annotated method of a compilation, with what the adapters need to know of it.</summary>
internal sealed record DescribedMethod(IMethodSymbol Symbol, MethodDeclarationSyntax Syntax, bool Parallelize, bool Vectorize)
{
    public string Name => $"{Symbol.ContainingType.Name}.{Symbol.Name}";

    /// <summary>Numbers in, one number out: <c>[Vectorize]</c> makes it a universal function.</summary>
    public bool IsScalar => HasScalars && (IsUniversal || LoopDepth() == 0);

    /// <summary>A method of numbers with loops: universal where those gain nothing by themselves.</summary>
    public bool MayBeUniversal => HasScalars && LoopDepth() > 0;

    /// <summary>What the generator made of it.</summary>
    public bool IsUniversal { get; init; }

    /// <summary>There is a form that gives a task.</summary>
    public bool IsAsync => Symbol.GetAttributes().Any(attribute => attribute.NamedArguments.Any(argument => argument is { Key: "Async", Value.Value: true }));

    private bool HasScalars => Vectorize && Symbol.IsStatic && Symbol.Parameters.Length > 0 && IsNumber(Symbol.ReturnType)
        && Symbol.Parameters.All(parameter => parameter.RefKind == RefKind.None && IsNumber(parameter.Type));

    /// <summary>In a compilation that the generator has run on.</summary>
    public bool HasOverloads => Symbol.ContainingType.GetMembers(Symbol.Name).OfType<IMethodSymbol>().Any(member =>
        member.Parameters.Length == Symbol.Parameters.Length + 1 && member.Parameters[^1].Type is INamedTypeSymbol { Name: "Span" });

    public static IEnumerable<DescribedMethod> All(Compilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (MethodDeclarationSyntax syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                if (syntax.AttributeLists.Count == 0 || model.GetDeclaredSymbol(syntax) is not IMethodSymbol symbol)
                {
                    continue;
                }

                bool Has(string name) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == name);
                var method = new DescribedMethod(symbol, syntax, Has("ParallelizeAttribute"), Has("VectorizeAttribute"));
                if ((method.Parallelize || method.Vectorize) && symbol.DeclaredAccessibility != Accessibility.Private)
                {
                    yield return method;
                }
            }
        }
    }

    /// <summary>The numbers that the method's one type parameter may stand for, primitive ones and others.</summary>
    public IEnumerable<string> TypeArguments()
    {
        var constraints = Symbol.TypeParameters[0].ConstraintTypes;
        IAssemblySymbol framework = constraints[0].ContainingAssembly;
        return new[] { "Double", "Single", "Int32", "UInt64", "Byte", "Decimal" }
            .Select(name => framework.GetTypeByMetadataName("System." + name)!)
            .Where(type => constraints.All(constraint => type.AllInterfaces.Any(implemented =>
                SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, constraint.OriginalDefinition))))
            .Select(type => type.ToDisplayString());
    }

    public int LoopDepth()
    {
        int deepest = 0;
        foreach (SyntaxNode node in Syntax.DescendantNodes().Where(IsLoop))
        {
            deepest = Math.Max(deepest, node.AncestorsAndSelf().TakeWhile(outer => outer != Syntax).Count(IsLoop));
        }

        return deepest;

        static bool IsLoop(SyntaxNode node) =>
            node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForEachStatementSyntax;
    }

    /// <summary>The fields that the method, or a method of the same type without attributes, mentions.</summary>
    public IEnumerable<IFieldSymbol> Fields()
    {
        var helpers = Symbol.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(member => member.GetAttributes().IsEmpty && Mentions(Syntax, member.Name))
            .SelectMany(member => member.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax());
        SyntaxNode[] texts = [Syntax, .. helpers];
        return Symbol.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .Where(field => !field.IsConst && !field.IsImplicitlyDeclared && texts.Any(text => Mentions(text, field.Name)));
    }

    /// <summary>The corpus's own attributes as C# that makes <see cref="Hint"/>s.</summary>
    public IEnumerable<string> Hints()
    {
        foreach (AttributeData attribute in Symbol.GetAttributes())
        {
            string kind = attribute.AttributeClass!.Name.Replace("Attribute", "", StringComparison.Ordinal);
            if (kind is "Parallelize" or "Vectorize")
            {
                continue;
            }

            var arguments = attribute.ConstructorArguments
                .SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values.Select(value => value.Value) : [argument.Value])
                .ToList();
            string parameter = arguments.OfType<string>().FirstOrDefault() ?? "";
            string numbers = string.Join(", ", arguments.Where(value => value is not string)
                .Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) + "d"));
            yield return $"new Hint(\"{kind}\", \"{parameter}\", [{numbers}])";
        }
    }

    private static bool Mentions(SyntaxNode text, string name) =>
        text.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
        && type.SpecialType != SpecialType.System_Decimal;
}
