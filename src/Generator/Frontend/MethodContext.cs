using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Frontend;

/// <summary>What the lowering of one method shares among its loop nests: the model, ids, and facts about the whole body.</summary>
internal sealed class MethodContext(
    IMethodSymbol method, SyntaxNode syntax, SemanticModel model, IOperation? body, BodyText text, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private LocalUses? _uses;
    private int _lastId;

    public IMethodSymbol Method => method;

    public SyntaxNode Syntax => syntax;

    public SemanticModel Model => model;

    public BodyText Text => text;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The first parameter that is a CancellationToken: generated forms look at it between slices of a loop.</summary>
    public IParameterSymbol? Token { get; } = method.Parameters.FirstOrDefault(CancellationTokens.IsToken);

    /// <summary>Its loops may be part of an asynchronous call.</summary>
    public bool IsAsync { get; } = AttributeReader.ReadParallelize(method) is { Async: true };

    /// <summary>How the method uses its locals and parameters, wherever.</summary>
    public LocalUses Uses => _uses ??= LocalUses.Of(body);

    /// <summary>The model of the file that a callee stands in.</summary>
    public SemanticModel ModelOf(SyntaxTree tree)
    {
        if (tree == model.SyntaxTree)
        {
            return model;
        }

        if (!_models.TryGetValue(tree, out SemanticModel? other))
        {
            other = model.Compilation.GetSemanticModel(tree);
            _models.Add(tree, other);
        }

        return other;
    }

    /// <summary>Ids count up over the whole method, whatever they name.</summary>
    public int NextId() => ++_lastId;

    public TextRange RangeOf(SyntaxNode node) => node.SyntaxTree == syntax.SyntaxTree ? text.RangeOf(node) : default;

    /// <summary>The parts of a loop statement that ranges are needed of.</summary>
    public static SyntaxNode? BodyOf(SyntaxNode loop) => loop switch
    {
        ForStatementSyntax statement => statement.Statement,
        CommonForEachStatementSyntax statement => statement.Statement,
        WhileStatementSyntax statement => statement.Statement,
        DoStatementSyntax statement => statement.Statement,
        _ => null,
    };
}
