using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Inlining of methods whose source is at hand.</summary>
internal sealed partial class Lowering
{
    private readonly List<IMethodSymbol> _inlining = [];

    private Expression? LowerInlined(IInvocationOperation call) => Fail(call, Describe(call));

    private bool LowerInlinedVoid(IInvocationOperation call) => Fail(call, Describe(call)) is not null;

    private bool LowerInlinedReturn(IReturnOperation operation, SourceLocation location) => false;

    private Expression? LowerPropertyCall(IPropertyReferenceOperation property) => null;

    private bool TryBindRow(ILocalSymbol local, IOperation value) => false;
}
