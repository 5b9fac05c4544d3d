using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// Objects of the framework that aren't safe between threads, and don't have to be: a local holds one from its declaration on, and
/// it is given to nobody before the iteration is done with it. <c>var text = new StringBuilder(); text.Append(x); names[i] = text.ToString();</c>
/// </summary>
internal static class OwnObjects
{
    /// <summary>A member is called on such an object.</summary>
    /// <param name="holder">The local that holds it; null where nothing does: <c>new Random(i).Next()</c>.</param>
    public static bool Has(IOperation? receiver, LocalUses uses, out ILocalSymbol? holder)
    {
        // Append returns its own object.
        while (receiver is IInvocationOperation { Instance: { } inner } call && IsSame(call.Type, inner.Type))
        {
            receiver = inner;
        }

        holder = (receiver as ILocalReferenceOperation)?.Local;
        return holder is not null ? IsOwn(holder, uses)
            : receiver is IObjectCreationOperation { Constructor: { } constructor } && FrameworkCalls.MakesOwnState(constructor);
    }

    /// <summary>What the initializer of a new collection adds.</summary>
    public static bool IsInitializer(IInvocationOperation call) =>
        call is { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }, Parent: IObjectOrCollectionInitializerOperation };

    /// <summary>The member runs no code but the framework's: that of equality, order and text is the framework's own, too.</summary>
    public static bool IsPlain(IMethodSymbol member) =>
        member.ContainingType.TypeArguments.All(FrameworkCalls.IsPlain) && member.TypeArguments.IsEmpty
        && member.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.Out && FrameworkCalls.IsPlain(parameter.Type));

    private static bool IsOwn(ILocalSymbol local, LocalUses uses) =>
        uses.OnlyValue(local) is IObjectCreationOperation { Constructor: { } constructor }
        && FrameworkCalls.MakesOwnState(constructor) && !uses.IsCaptured(local) && uses.ReferencesTo(local).All(IsUsedHere);

    // As the receiver of a member, or in the place that gets the finished object.
    private static bool IsUsedHere(IOperation reference)
    {
        IOperation used = reference;
        while (used.Parent is IInvocationOperation { Instance: var instance } call && instance == used)
        {
            if (!IsSame(call.Type, reference.Type))
            {
                return call.Type is { } result && (FrameworkCalls.IsPlain(result) || result.SpecialType == SpecialType.System_Void);
            }

            used = call;
        }

        return used.Parent switch
        {
            IExpressionStatementOperation => true,
            IPropertyReferenceOperation { Type: { } type } property => property.Instance == used && FrameworkCalls.IsPlain(type),
            ISimpleAssignmentOperation { IsRef: false, Target: IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } } assignment =>
                assignment.Value == used,
            _ => false,
        };
    }

    private static bool IsSame(ITypeSymbol? one, ITypeSymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
