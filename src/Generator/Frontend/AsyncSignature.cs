using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <summary>Whether a method can have an asynchronous form, whose arguments must outlive the call.</summary>
internal static class AsyncSignature
{
    /// <summary>Null when it can.</summary>
    public static string? ImpossibleBecause(IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None)
            {
                return $"its parameter '{parameter.Name}' is passed by reference";
            }

            if (EndsWithTheCall(parameter.Type) is { } what)
            {
                return $"its parameter '{parameter.Name}' is {what}";
            }
        }

        return EndsWithTheCall(method.ReturnType) is { } result ? $"its result is {result}"
            : !method.IsStatic && method.ContainingType.IsValueType && !method.IsReadOnly ? "it is a method of a struct that may change it: only a copy of the struct outlives the call"
            : !method.IsStatic && method.ContainingType.IsRefLikeType ? "it is a method of a ref struct"
            : null;
    }

    /// <summary>Whether a method of the asynchronous form's name would have its parameters, too.</summary>
    public static bool IsThatOf(IMethodSymbol method, IMethodSymbol other, Func<ITypeSymbol, ITypeSymbol, bool> isSame)
    {
        int count = method.Parameters.Length;
        bool hasToken = method.Parameters.Any(CancellationTokens.IsToken);
        return other.Arity == method.Arity
            && other.Parameters.Length == count + (hasToken ? 1 : 2)
            && method.Parameters.Zip(other.Parameters, (mine, yours) => isSame(mine.Type, yours.Type)).All(same => same)
            && other.Parameters[count].Type is INamedTypeSymbol { Name: "IProgress" }
            && (hasToken || CancellationTokens.IsToken(other.Parameters[count + 1]));
    }

    private static string? EndsWithTheCall(ITypeSymbol type) => type switch
    {
        { IsRefLikeType: true } => "a ref struct",
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => "a pointer",
        ITypeParameterSymbol { AllowsRefLikeType: true } => "of a type that may be a ref struct",
        _ => null,
    };
}
