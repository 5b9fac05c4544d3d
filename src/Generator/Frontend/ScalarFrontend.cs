using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <summary>From a scalar method under [Vectorize] to <see cref="ScalarFunction"/>.</summary>
internal static class ScalarFrontend
{
    /// <summary>Null when the method isn't a scalar one: numbers in by value, one number out.</summary>
    public static ScalarFunction? Lower(MethodContext context, IOperation body) => null;
}
