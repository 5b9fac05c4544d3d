using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Virtual calls: which methods one may run.</summary>
internal sealed partial class Interpreter
{
    private int _hidden;

    /// <summary>A method with source, or the ones that a virtual call may run.</summary>
    private Value Dispatch(IMethodSymbol method, Value instance, Value[] arguments, IOperation operation, bool isVirtual)
    {
        if (Callee.IsBound(method, isVirtual) && !method.IsAbstract)
        {
            return Invoke(new Function(method, context.BodyOf(method), instance), arguments, operation);
        }

        if (instance.Objects is [{ Origin: ObjectOrigin.Fresh, Type: INamedTypeSymbol type }] && Implementation(type, method) is { } exact)
        {
            return Invoke(new Function(exact, context.BodyOf(exact), instance), arguments, operation);
        }

        // What is sent to an actor isn't run by the one who sends it.
        if (context.Facts.ImplementationsOf(method) is not { } candidates
            || (method.ContainingType.TypeKind == TypeKind.Interface && FrameworkTypes.TakesTurns(method.ContainingType)))
        {
            return CallUnknown(operation, method);
        }

        State before = Save();
        Value? result = null;
        State? after = null;
        foreach (IMethodSymbol candidate in candidates)
        {
            Restore(before);
            bool isHidden = candidates.Length > 1 && IsHidden(candidate.ContainingType);
            _hidden += isHidden ? 1 : 0;
            Value one = Invoke(new Function(candidate, context.BodyOf(candidate), instance), arguments, operation);
            _hidden -= isHidden ? 1 : 0;
            result = result is null ? one : Value.Either(result, one);
            after = after is null ? Save() : Joined(before, after, Save());
        }

        Restore(after ?? before);
        return result ?? Value.Nothing;
    }

    private static IMethodSymbol? Implementation(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            return type.FindImplementationForInterfaceMember(method.ConstructedFrom) as IMethodSymbol;
        }

        for (INamedTypeSymbol? owner = type; owner is not null; owner = owner.BaseType)
        {
            foreach (IMethodSymbol member in owner.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (IMethodSymbol? one = member; one is not null; one = one.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, method.OriginalDefinition))
                    {
                        return member;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>
    /// A private class of a type that has no part in the calls that lead here. It is one of several, and its objects come here only if
    /// that type hands them out.
    /// </summary>
    private bool IsHidden(INamedTypeSymbol? type)
    {
        for (; type?.ContainingType is { } owner; type = owner)
        {
            if (type.DeclaredAccessibility == Accessibility.Private)
            {
                return !_calls.Any(call => IsWithin(call.ContainingType, owner));
            }
        }

        return false;
    }

    private static bool IsWithin(INamedTypeSymbol? type, INamedTypeSymbol owner)
    {
        while (type is not null && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, owner.OriginalDefinition))
        {
            type = type.ContainingType;
        }

        return type is not null;
    }
}
