using System.Collections.Immutable;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Asynchronous methods: from the first await on they run apart from their caller.</summary>
internal sealed partial class Interpreter
{
    /// <summary>The call of an asynchronous method that is awaited on the spot.</summary>
    private static bool IsAwaited(IOperation call)
    {
        IOperation? parent = call.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
        {
            parent = parent.Parent;
        }

        return parent is IAwaitOperation;
    }

    /// <summary>The first statement that awaits: from there on the method runs apart from its caller.</summary>
    private static int FirstAwait(IBlockOperation block)
    {
        for (int i = 0; i < block.Operations.Length; i++)
        {
            if (block.Operations[i] is not ILocalFunctionOperation
                && block.Operations[i].Syntax.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax).Any(node =>
                    node is AwaitExpressionSyntax))
            {
                return i;
            }
        }

        return -1;
    }

    private ConstructFrame RunDetached(IBlockOperation block, int first, IOperation call)
    {
        VisitAll(block.Operations.Take(first));
        ConstructFrame frame = new(_frame, null, ConstructKind.Task, call.Syntax, _tick);
        frame.Scheduler = GoesOnWhereItBegan(block) ? new Signal("", _frame, 0).Construct?.Scheduler : null;
        AddConstruct(frame);
        Inside(frame, [block], () => VisitAll(block.Operations.Skip(first)));
        _tick++;
        return frame;
    }

    /// <summary>After an await, unless it is told otherwise, the method goes on on the scheduler of the task that it is a part of.</summary>
    private static bool GoesOnWhereItBegan(IBlockOperation block) => !block.Descendants().OfType<IAwaitOperation>().Any(awaited =>
        awaited.Operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Arguments: [{ Value.ConstantValue: var goesOn }, ..] }
            && goesOn is not { HasValue: true, Value: true });
}
