using System.Collections.Immutable;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoPar.Generator.Analyzers;

/// <summary>AP0002 for what C# counts as a method but the generator never looks at: local functions, accessors, operators, lambdas.</summary>
internal static class MisplacedAttributeRule
{
    public static ImmutableArray<SyntaxKind> Kinds { get; } =
    [
        SyntaxKind.LocalFunctionStatement,
        SyntaxKind.GetAccessorDeclaration,
        SyntaxKind.SetAccessorDeclaration,
        SyntaxKind.InitAccessorDeclaration,
        SyntaxKind.AddAccessorDeclaration,
        SyntaxKind.RemoveAccessorDeclaration,
        SyntaxKind.OperatorDeclaration,
        SyntaxKind.ConversionOperatorDeclaration,
        SyntaxKind.DestructorDeclaration,
        SyntaxKind.SimpleLambdaExpression,
        SyntaxKind.ParenthesizedLambdaExpression,
    ];

    public static void Analyze(SyntaxNodeAnalysisContext context)
    {
        (SyntaxList<AttributeListSyntax> lists, string what) = context.Node switch
        {
            LocalFunctionStatementSyntax local => (local.AttributeLists, "it is a local function"),
            AccessorDeclarationSyntax accessor => (accessor.AttributeLists, "it is an accessor"),
            BaseMethodDeclarationSyntax method => (method.AttributeLists, "only ordinary methods have generated forms"),
            LambdaExpressionSyntax lambda => (lambda.AttributeLists, "it is a lambda"),
            _ => (default, ""),
        };
        foreach (AttributeSyntax attribute in lists.SelectMany(list => list.Attributes))
        {
            ISymbol? constructor = context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol;
            if (constructor?.ContainingType.ToDisplayString() is AttributeReader.Parallelize or AttributeReader.Vectorize)
            {
                string name = constructor.ContainingType.Name.Replace("Attribute", "");
                context.ReportDiagnostic(Diagnostic.Create(UsageRules.UnsupportedSignature, attribute.GetLocation(), name, what));
            }
        }
    }
}
