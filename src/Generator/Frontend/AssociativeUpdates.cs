using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Recognizes <c>s = f(s, x);</c>, <c>s = s + x;</c> and <c>s += x;</c>, where [Reduction] says that f, or +, is associative.</summary>
internal static class AssociativeUpdates
{
    public static AssociativeUpdate? Of(IOperation statement, NestContext nest)
    {
        (IOperation? target, IMethodSymbol? method, IOperation? left, IOperation? right) = (statement as IExpressionStatementOperation)?.Operation switch
        {
            ICompoundAssignmentOperation { OperatorMethod: { } symbol } compound
                when compound.InConversion.IsIdentity && compound.OutConversion.IsIdentity => (compound.Target, symbol, compound.Target, compound.Value),
            ISimpleAssignmentOperation { IsRef: false } assignment => assignment.Value switch
            {
                IBinaryOperation
                {
                    OperatorMethod: { } symbol, OperatorKind: not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr),
                } binary => (assignment.Target, symbol, binary.LeftOperand, binary.RightOperand),
                IInvocationOperation { Instance: null, Arguments: [var first, var second] } call when first.Parameter?.Ordinal == 0 =>
                    (assignment.Target, call.TargetMethod, first.Value, second.Value),
                _ => (null, null, null, (IOperation?)null),
            },
            _ => (null, null, null, (IOperation?)null),
        };
        if (method is null || right is null || Local(target) is not { } symbolOfTarget
            || !SymbolEqualityComparer.Default.Equals(symbolOfTarget, Local(left))
            || right.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(Local(part), symbolOfTarget))
            || Method(method, nest.Method) is not { } associative)
        {
            return null;
        }

        Variable variable = symbolOfTarget is ILocalSymbol local ? nest.VariableOf(local) : nest.VariableOf((IParameterSymbol)symbolOfTarget);
        return variable.Kind is VariableKind.Local or VariableKind.Parameter ? new AssociativeUpdate(variable, associative) : null;
    }

    /// <summary>What is wrong with a method's [Reduction]; null when it is all right, or isn't there.</summary>
    public static string? Fault(IMethodSymbol method)
    {
        if (AttributeReader.Find(method, AttributeReader.Reduction) is null)
        {
            return null;
        }

        return !method.IsStatic || method.IsAbstract || method.IsVirtual || method.IsGenericMethod || !IsBinary(method)
            || method.Name.StartsWith("op_Checked", StringComparison.Ordinal) || method.ReturnType.IsRefLikeType
                ? "it must be static, not abstract, virtual, generic or a checked operator, and take two values of the type that it returns"
            : AttributeReader.ReductionIdentity(method) is { } name && IdentityOf(method, name) is null
                ? $"'{method.ContainingType.Name}' has no static field or property '{name}' of type '{method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'"
            : null;
    }

    private static AssociativeMethod? Method(IMethodSymbol method, MethodContext context)
    {
        if (AttributeReader.Find(method, AttributeReader.Reduction) is null || Fault(method) is not null)
        {
            return null;
        }

        ISymbol? member = AttributeReader.ReductionIdentity(method) is { } name ? IdentityOf(method, name) : null;
        if (!IsNameable(method) || (member is not null && !IsNameable(member)))
        {
            return null;
        }

        string type = TypeMap.Text(method.ContainingType);
        string identity = member is null ? $"default({TypeMap.Text(method.ReturnType)})" : $"{type}.{member.Name}";
        return method.MethodKind == MethodKind.UserDefinedOperator
            ? SyntaxFacts.GetText(SyntaxFacts.GetOperatorKind(method.Name)) is { Length: > 0 } symbol ? new AssociativeMethod(symbol, true, identity) : null
            : method.MethodKind == MethodKind.Ordinary ? new AssociativeMethod($"{type}.{method.Name}", false, identity)
            : null;

        // Generated members stand in the annotated method's own type.
        bool IsNameable(ISymbol symbol) => context.Model.Compilation.IsSymbolAccessibleWithin(symbol, context.Method.ContainingType);
    }

    private static bool IsBinary(IMethodSymbol method) => method.Parameters is [{ RefKind: RefKind.None } first, { RefKind: RefKind.None } second]
        && SymbolEqualityComparer.Default.Equals(first.Type, method.ReturnType) && SymbolEqualityComparer.Default.Equals(second.Type, method.ReturnType);

    private static ISymbol? IdentityOf(IMethodSymbol method, string name) => method.ContainingType.GetMembers(name).FirstOrDefault(member =>
        member.IsStatic && SymbolEqualityComparer.Default.Equals((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type, method.ReturnType));

    private static ISymbol? Local(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation { Local: { IsRef: false } local } => local,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => parameter,
        _ => null,
    };
}
