using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// The text of a statement that isn't lowered, by the names that things have in the kernel: scopes that lay side by side,
/// and methods that are inlined, have become one scope there.
/// </summary>
/// <param name="names">Expressions that have a name in the kernel.</param>
internal sealed class OpaqueText(NestContext nest, SemanticModel model, SyntaxNode statement, IReadOnlyDictionary<SyntaxNode, string> names)
{
    private readonly Dictionary<ISymbol, string> _inner = new(SymbolEqualityComparer.Default);
    private readonly List<TextChange> _changes = [];

    /// <summary>Null when something has no name in the kernel.</summary>
    public string? Write(CancellationToken cancellation)
    {
        foreach (SyntaxNode node in statement.DescendantNodesAndSelf(node => !names.ContainsKey(node)))
        {
            if (names.TryGetValue(node, out string? given))
            {
                Replace(node.Span, given);
                continue;
            }

            (ISymbol? symbol, SyntaxToken token) = node switch
            {
                IdentifierNameSyntax name when IsSimple(name) => (model.GetSymbolInfo(name, cancellation).Symbol, name.Identifier),
                VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or CatchDeclarationSyntax =>
                    (model.GetDeclaredSymbol(node, cancellation), Declared(node)),
                _ => (null, default),
            };
            if (symbol is not null && !token.Span.IsEmpty && !TryName(symbol, node, token))
            {
                return null;
            }
        }

        SourceText text = SourceText.From(statement.ToString());
        return text.WithChanges(_changes).ToString();
    }

    private static SyntaxToken Declared(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier,
        SingleVariableDesignationSyntax variable => variable.Identifier,
        ForEachStatementSyntax loop => loop.Identifier,
        CatchDeclarationSyntax caught => caught.Identifier,
        _ => default,
    };

    // Not the member of a.B, a named argument, what an initializer sets, or an operand of nameof.
    private static bool IsSimple(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name != name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax => false,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left != name,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } } => false,
        _ => true,
    };

    private bool TryName(ISymbol symbol, SyntaxNode node, SyntaxToken token)
    {
        string? name;
        switch (symbol)
        {
            case ILocalSymbol or IParameterSymbol:
                name = nest.NameOf(symbol) ?? InnerName(symbol);
                if (name is null)
                {
                    return false;
                }

                break;
            case IMethodSymbol { MethodKind: MethodKind.LocalFunction }:
                return false;
            case IFieldSymbol or IPropertySymbol or IMethodSymbol:
                name = nest.NameOf(symbol) ?? (nest.Names.Reserve(symbol, SignatureReader.Identifier(symbol.Name)) ? null : NestContext.MemberText(symbol));
                break;
            default:
                return true;
        }

        if (node is SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax declaration } && !nest.Method.Uses.IsUsedOnlyIn(symbol, statement))
        {
            // Others use it, too: the kernel declares it.
            Replace(declaration.Span, name ?? token.Text);
        }
        else if (name is not null && name != token.Text)
        {
            // A tuple's element takes its name from the variable.
            string label = node.Parent is ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax } ? token.Text + ": "
                : node.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } ? token.Text + " = "
                : "";
            Replace(token.Span, label + name);
        }

        return true;
    }

    private void Replace(TextSpan span, string text) => _changes.Add(new TextChange(new TextSpan(span.Start - statement.SpanStart, span.Length), text));

    private string? InnerName(ISymbol symbol)
    {
        if (symbol is not ILocalSymbol || !symbol.DeclaringSyntaxReferences.Any(reference => statement.Span.Contains(reference.Span)))
        {
            return null;
        }

        if (!_inner.TryGetValue(symbol, out string? name))
        {
            name = nest.Names.Unique(SignatureReader.Identifier(symbol.Name));
            _inner.Add(symbol, name);
        }

        return name;
    }
}
