using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>What the Frontend knows of CancellationToken.</summary>
internal static class CancellationTokens
{
    public const string TypeText = "global::System.Threading.CancellationToken";

    public static bool IsToken(IParameterSymbol parameter) => parameter.RefKind == RefKind.None && TypeMap.Text(parameter.Type) == TypeText;

    /// <summary><c>token.ThrowIfCancellationRequested()</c> of the parameter that generated forms look at themselves.</summary>
    public static bool IsLook(IInvocationOperation call, IParameterSymbol? token) =>
        token is not null
        && call is { TargetMethod.Name: "ThrowIfCancellationRequested", Instance: IParameterReferenceOperation { Parameter: var parameter } }
        && SymbolEqualityComparer.Default.Equals(parameter, token);
}
