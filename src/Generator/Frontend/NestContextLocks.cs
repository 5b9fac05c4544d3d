using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>The one lock that a nest's iterations take.</summary>
internal sealed partial class NestContext
{
    /// <summary>The text of what is locked; null when nothing is.</summary>
    public string? Gate { get; set; }

    /// <summary>An object that is the same all through the nest, and has a name outside it.</summary>
    public bool IsGate(IOperation value) => Operations.WithoutConversions(value) switch
    {
        ILocalReferenceOperation { Local: { IsRef: false } local } =>
            !_written.Contains(local) && !IsDeclaredInside(local) && !Method.Uses.IsAliased(local),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } =>
            !_written.Contains(parameter) && !Method.Uses.IsAliased(parameter),
        IFieldReferenceOperation { Field: { IsReadOnly: true } } field => Members.Of(field) is not null,
        _ => false,
    };

    /// <summary>A statement of the nest's outermost loop that runs whenever its body does.</summary>
    public bool IsInEachIteration(IOperation statement)
    {
        IOperation? outer = statement.Parent;
        while (outer is IBlockOperation)
        {
            outer = outer.Parent;
        }

        return ReferenceEquals(outer, _rootOperation)
            && !_rootOperation.Descendants().Any(operation => operation is IBranchOperation or IReturnOperation or IThrowOperation);
    }
}
