using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Finds the outermost loops of a body, in source order; those of lambdas and local functions aren't the method's.</summary>
internal static class LoopFinder
{
    /// <summary>The outermost loops in the body and the header of a loop.</summary>
    public static IEnumerable<ILoopOperation> Inside(ILoopOperation loop) => loop.ChildOperations.SelectMany(Outermost);

    public static IEnumerable<ILoopOperation> Outermost(IOperation operation)
    {
        switch (operation)
        {
            case ILoopOperation loop:
                return [loop];
            case IAnonymousFunctionOperation or ILocalFunctionOperation:
                return [];
            default:
                return operation.ChildOperations.SelectMany(Outermost);
        }
    }
}
