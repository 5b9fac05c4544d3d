using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Where the text of a loop says with which iteration it begins.</summary>
internal sealed partial class Lowering
{
    private LoopResume? ResumeOf(CountedLoop counted)
    {
        // A loop of another method has no text here. A test that steps is ahead of the index; a loop that tests last would run once more; other variables would stand still.
        if (InlinedMethod is not null || counted.StartsStepped || counted.Form == LoopForm.Do || counted.Others.Count > 0)
        {
            return null;
        }

        if (counted.Operation is not IForLoopOperation loop)
        {
            return new LoopResume(ResumeKind.Index, default);
        }

        if (counted.Start is null)
        {
            return loop.Before.IsEmpty ? new LoopResume(ResumeKind.Index, default) : null;
        }

        // What else the header declares is evaluated again.
        return loop.Before.SelectMany(before => before.DescendantsAndSelf()).OfType<IVariableDeclaratorOperation>()
            .All(declarator => Same(declarator.Symbol, counted.Test.Symbol) || _substitutes.ContainsKey(declarator.Symbol))
            && loop.Before.All(before => before is IVariableDeclarationGroupOperation || loop.Before.Length == 1)
                ? new LoopResume(ResumeKind.Initializer, Method.RangeOf(InitializerSyntax(counted.Start)))
                : null;
    }

    // A conversion has the syntax of its operand; parentheses around it may stay.
    private static SyntaxNode InitializerSyntax(IOperation start) => start.Syntax is EqualsValueClauseSyntax clause ? clause.Value : start.Syntax;

    /// <summary>A list that is enumerated can't be begun in the middle.</summary>
    private LoopResume? ResumeOf(ForEachStatementSyntax loop, MemoryObject collection) => collection.Kind == MemoryKind.List || InlinedMethod is not null ? null
        : new LoopResume(ResumeKind.Collection, Method.RangeOf(loop.Expression));
}
