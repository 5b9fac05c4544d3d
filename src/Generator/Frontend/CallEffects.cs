using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>What a call does besides evaluating its operands.</summary>
/// <param name="Unknown">Null when it writes nothing that another iteration could see. Its location is the culprit in the callee, or None.</param>
/// <param name="Reads">The fields that it reads: static ones, and those of <c>this</c>.</param>
internal sealed record CallEffects(Refusal? Unknown, IReadOnlyList<Members.Member> Reads)
{
    /// <summary>The local that holds the object which the call changes, or looks at.</summary>
    public ILocalSymbol? Changed { get; init; }

    private static CallEffects None { get; } = new(null, []);

    public static CallEffects Of(IMethodSymbol method, IOperation? instance, bool isVirtualCall, NestContext nest)
    {
        if (method.DeclaringSyntaxReferences.IsEmpty && FrameworkCalls.Classify(method) == FrameworkCall.Unsafe)
        {
            if (OwnObjects.Has(instance, nest.Method.Uses, out ILocalSymbol? own) && (own is null || nest.IsDeclaredInside(own)))
            {
                return OwnObjects.IsPlain(method) ? new CallEffects(null, []) { Changed = own }
                    : Bad(RuleIds.UnknownEffects, Name(method), "it may compare objects or ask for their text, which may run any code");
            }

            if (instance is ILocalReferenceOperation { Local: var local } && IsMadeInLoop(local))
            {
                return Bad(RuleIds.UnknownEffects, Name(method), "it changes an object, and objects are not followed");
            }

            if (FrameworkCalls.IsReader(method))
            {
                return Bad(RuleIds.UnknownEffects, Name(method), "it may compare objects, which may run any code, and what it looks at isn't followed");
            }

            return Bad(
                RuleIds.UnsafeSharedObject, instance is null ? method.ContainingType.Name : Operations.TextOf(instance), method.ContainingType.Name, MemberName(method), "");
        }

        if (!Callee.IsBound(method, isVirtualCall))
        {
            return Bad(RuleIds.UnknownEffects, Name(method), "it is a virtual or interface call, which may run any code");
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return Bad(RuleIds.UnknownEffects, Name(method), "a delegate may run any code");
        }

        if (!method.DeclaringSyntaxReferences.IsEmpty)
        {
            return OnReceiver(SourceEffects.Of(method, nest.Method), method, instance, nest);
        }

        return FrameworkCalls.Classify(method) switch
        {
            FrameworkCall.Pure => None,
            FrameworkCall.OrderVisible => Bad(RuleIds.OrderVisible, Name(method)),
            _ => Bad(RuleIds.UnknownEffects, Name(method), "nothing is known about its effects"),
        };
    }

    // What a method reads of its own object belongs to this only when it is called on this. A struct is visited with the
    // call's operands.
    private static CallEffects OnReceiver(CallEffects effects, IMethodSymbol method, IOperation? receiver, NestContext nest)
    {
        if (receiver is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
        {
            return effects;
        }

        foreach (Members.Member member in effects.Reads.Where(read => !read.Symbol.IsStatic && read.Symbol.ContainingType.IsReferenceType))
        {
            if (member.IsVolatile || nest.IsWritten(member.Symbol))
            {
                return Bad(RuleIds.UnknownEffects, Name(method), $"another iteration may write {member.Symbol.Name}, which it reads");
            }

            nest.AddForeignRead(member.Symbol);
        }

        return OnNewObject(effects);
    }

    private static CallEffects OnNewObject(CallEffects effects) =>
        effects with { Reads = [.. effects.Reads.Where(read => read.Symbol.IsStatic)] };

    // Then the iterations don't share it.
    private static bool IsMadeInLoop(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax } declarator
        && declarator.Ancestors().TakeWhile(node => node is not MemberDeclarationSyntax).Any(
            node => node is StatementSyntax { Parent: ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax });

    public static CallEffects OfConstructor(IMethodSymbol constructor, NestContext nest) =>
        !constructor.ContainingType.DeclaringSyntaxReferences.IsEmpty ? OnNewObject(SourceEffects.Of(constructor, nest.Method))
            : FrameworkCalls.IsPureConstructor(constructor) ? None
            : Bad(RuleIds.UnknownEffects, $"new {constructor.ContainingType.Name}", "nothing is known about the constructor's effects");

    /// <summary>ToString of the type runs no code of the user's.</summary>
    private static bool HasPureText(ITypeSymbol? type) => type is not null
        && (TypeMap.Element(type) != ElementType.Other || type.SpecialType is SpecialType.System_String or SpecialType.System_Decimal or SpecialType.System_DateTime);

    /// <summary>Concatenation calls ToString on what isn't a string.</summary>
    public static bool MakesUnknownText(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_String } binary =>
            !HasPureText(Operations.WithoutConversions(binary.LeftOperand)?.Type) || !HasPureText(Operations.WithoutConversions(binary.RightOperand)?.Type),
        ICompoundAssignmentOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_String } assignment =>
            !HasPureText(Operations.WithoutConversions(assignment.Value)?.Type),
        IInterpolationOperation { Expression.Type: var type } => !HasPureText(type),
        _ => false,
    };

    private static CallEffects Bad(string rule, params string[] arguments) =>
        new(new Refusal(rule, SourceLocation.None, arguments.ToEquatableArray()), []);

    private static string Name(IMethodSymbol method) => $"{method.ContainingType?.Name}.{MemberName(method)}";

    private static string MemberName(IMethodSymbol method) => method.AssociatedSymbol switch
    {
        IPropertySymbol { IsIndexer: true } => "this[]",
        { } member => member.Name,
        _ => method.Name,
    };
}
