using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// Copies of a method that is generic in a number, one for each type that lanes compute in: lowered like any method. The
/// copies are bound in a compilation of their own, which costs as much as an edit of the file; so no other method gets any.
/// </summary>
internal sealed class SpecializationFrontend(
    MethodModel lowered, IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken cancellation)
{
    public static EquatableArray<Specialization> Of(
        MethodModel lowered, IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        bool isCandidate = lowered.CanEmitSiblings && lowered.Nests.Count > 0 && method.TypeParameters.Length == 1
            && syntax.TypeParameterList is not null && !syntax.ContainsDiagnostics
            && model.Compilation.Options is CSharpCompilationOptions { CheckOverflow: false };
        return isCandidate ? new SpecializationFrontend(lowered, method, syntax, model, cancellation).Copies() : EquatableArray<Specialization>.Empty;
    }

    private EquatableArray<Specialization> Copies()
    {
        ITypeParameterSymbol parameter = method.TypeParameters[0];
        Passing?[] parameters = [.. method.Parameters.Select(item => PassingOf(item.Type, item.RefKind, parameter))];
        Passing? result = method.RefKind == RefKind.None ? PassingOf(method.ReturnType, RefKind.None, parameter) : null;
        SpecializableType[] types = [.. SpecializableType.For(parameter, model.Compilation)
            .Where(type => method.ContainingType.GetMembers(NameOf(type)).IsEmpty)];
        if (types.Length == 0 || parameters.Contains(null) || result is not (Passing.AsIs or Passing.Cast))
        {
            return EquatableArray<Specialization>.Empty;
        }

        SyntaxTree tree = Source(types);
        Compilation compilation = model.Compilation.AddSyntaxTrees(tree);
        MethodDeclarationSyntax[] copies = [.. tree.GetRoot(cancellation)
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<MethodDeclarationSyntax>()];
        if (copies.Length != types.Length)
        {
            return EquatableArray<Specialization>.Empty;
        }

        // In the new compilation, so that symbols can be compared.
        SemanticModel ofOriginal = compilation.GetSemanticModel(syntax.SyntaxTree);
        SemanticModel ofCopies = compilation.GetSemanticModel(tree);
        IOperation? original = ofOriginal.GetOperation(syntax, cancellation);
        TextSpan[] errors = [.. ofCopies.GetDiagnostics(null, cancellation)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Location.SourceSpan)];
        string name = lowered.Signature.TypeParameters.Trim('<', '>');
        EquatableArray<Passing> passing = parameters.OfType<Passing>().ToEquatableArray();
        return types.Zip(copies, (type, copy) => errors.Any(error => copy.FullSpan.Contains(error.Start)) ? null : Lowered(type, copy, ofCopies, ofOriginal, original))
            .Zip(types, (copy, type) => copy is null ? null : new Specialization(name, type.Keyword, copy, passing, result.Value))
            .OfType<Specialization>()
            .ToEquatableArray();
    }

    private string NameOf(SpecializableType type) => $"{lowered.MemberPrefix}Of{type.Name}";

    /// <summary>All copies in one file, which sees what the method's own file sees.</summary>
    private SyntaxTree Source(IEnumerable<SpecializableType> types)
    {
        SpecializedSource source = new(syntax.SyntaxTree);
        SpecializedMethod text = new(method, syntax, model, cancellation);
        int depth = lowered.Types.Count;
        source.Add(lowered.Usings);
        if (lowered.Namespace.Length > 0)
        {
            source.Add($"namespace {lowered.Namespace} {{\n");
            depth++;
        }

        source.Add(lowered.NamespaceUsings);
        foreach (TypeHeader type in lowered.Types)
        {
            source.Add((lowered.Signature.IsUnsafe ? type.Declaration.Replace("partial ", "unsafe partial ") : type.Declaration) + " {\n");
        }

        foreach (SpecializableType type in types)
        {
            text.Write(source, type, NameOf(type));
        }

        source.Add(new string('}', depth));
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source.Text, (CSharpParseOptions)syntax.SyntaxTree.Options, cancellationToken: cancellation);
        source.Belongs(tree);
        return tree;
    }

    /// <summary>Null when the copy's text means something else than the method for the type.</summary>
    private MethodModel? Lowered(SpecializableType type, MethodDeclarationSyntax copy, SemanticModel ofCopies, SemanticModel ofOriginal, IOperation? original)
    {
        if (ofOriginal.GetDeclaredSymbol(syntax, cancellation) is not { TypeParameters: [var parameter] } generic
            || ofCopies.GetDeclaredSymbol(copy, cancellation) is not { } symbol)
        {
            return null;
        }

        TypeSubstitution substitution = new(parameter, ofCopies.Compilation.GetSpecialType(type.Type));
        bool isSame = substitution.Maps(generic.ReturnType, symbol.ReturnType)
            && generic.Parameters.Zip(symbol.Parameters, (one, other) => substitution.Maps(one.Type, other.Type)).All(same => same)
            && new SpecializationCheck(substitution).IsSame(original, ofCopies.GetOperation(copy, cancellation));
        if (!isSame)
        {
            return null;
        }

        MethodModel result = MethodFrontend.Lower(symbol, copy, ofCopies, cancellation);
        return !result.CanEmitSiblings || result.Nests.Count != lowered.Nests.Count ? null : result with
        {
            AsWritten = $"{lowered.Signature.Name}<{type.Keyword}>",
            Signature = result.Signature with
            {
                Accessibility = "private",
                Parameters = result.Signature.Parameters.Select(item => item with
                {
                    DefaultValueText = null,
                    Modifier = string.Join(" ", item.Modifier.Split(' ').Where(word => word is not ("this" or "params"))),
                }).ToEquatableArray(),
            },
        };
    }

    /// <summary>Null where the value can't be seen as one of the copy's type.</summary>
    private static Passing? PassingOf(ITypeSymbol type, RefKind kind, ITypeParameterSymbol parameter)
    {
        if (!Mentions(type, parameter))
        {
            return Passing.AsIs;
        }

        if (SymbolEqualityComparer.Default.Equals(type, parameter))
        {
            return kind == RefKind.None ? Passing.Cast : Passing.Reference;
        }

        return kind != RefKind.None || TypeMap.Memory(type) is not var (memory, element, _) || !SymbolEqualityComparer.Default.Equals(element, parameter)
            ? null
            : memory switch
            {
                MemoryKind.Pointer => null,
                MemoryKind.Span => Passing.Span,
                MemoryKind.ReadOnlySpan => Passing.ReadOnlySpan,
                _ => Passing.Cast,
            };
    }

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        ITypeParameterSymbol => SymbolEqualityComparer.Default.Equals(type, parameter),
        IArrayTypeSymbol array => Mentions(array.ElementType, parameter),
        IPointerTypeSymbol pointer => Mentions(pointer.PointedAtType, parameter),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Mentions(argument, parameter))
            || (named.ContainingType is { } outer && Mentions(outer, parameter)),
        IFunctionPointerTypeSymbol => true,
        _ => false,
    };
}
