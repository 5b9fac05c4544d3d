using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>From a scalar method under [Vectorize] to <see cref="ScalarFunction"/>.</summary>
internal static class ScalarFrontend
{
    /// <summary>Null when the method isn't a scalar one: static, numbers in by value, one number out.</summary>
    public static ScalarFunction? Lower(MethodContext context, IOperation body)
    {
        IMethodSymbol method = context.Method;
        if (!method.IsStatic || method.IsGenericMethod || method.Parameters.IsEmpty || !IsNumber(method.ReturnType)
            || !method.Parameters.All(parameter => parameter.RefKind == RefKind.None && IsNumber(parameter.Type))
            || body is not IBlockOperation block || block.Descendants().Any(operation => operation is IInvalidOperation))
        {
            return null;
        }

        NestContext nest = new(context, body);
        return new Lowering(nest).LowerScalar(method, block);
    }

    /// <summary>Loops and all.</summary>
    public static bool IsLowered(ScalarFunction scalar) => LoopTree.Statements(scalar.Body)
        .All(statement => statement is Assign or If or WhileStatement or Exit { Kind: ExitKind.Break });

    private static bool IsNumber(ITypeSymbol type) => TypeMap.Element(type) is var element && (element.IsFloat() || element.IsInteger());
}
