using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Small questions about operations.</summary>
internal static class Operations
{
    /// <summary>Strips conversions that only change how a value is seen.</summary>
    public static IOperation? WithoutConversions(IOperation? operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null, Operand: var operand }:
                    operation = operand;
                    break;
                case IParenthesizedOperation { Operand: var operand }:
                    operation = operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The user's operator that it applies.</summary>
    public static IMethodSymbol? OperatorMethodOf(IOperation operation) => operation switch
    {
        IBinaryOperation binary => binary.OperatorMethod,
        IUnaryOperation unary => unary.OperatorMethod,
        IConversionOperation conversion => conversion.OperatorMethod,
        ICompoundAssignmentOperation assignment => assignment.OperatorMethod,
        IIncrementOrDecrementOperation increment => increment.OperatorMethod,
        _ => null,
    };

    /// <summary>Strips conversions that keep every value; null when there is another one.</summary>
    public static IOperation? WithoutWidening(IOperation? operation)
    {
        while (operation is IParenthesizedOperation or IConversionOperation)
        {
            if (operation is IConversionOperation conversion
                && (conversion.OperatorMethod is not null
                    || !TypeMap.IsWidening(TypeMap.Element(conversion.Operand.Type), TypeMap.Element(conversion.Type))))
            {
                return null;
            }

            operation = operation is IConversionOperation { Operand: var operand } ? operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation;
    }

    /// <summary>A field that the initializer of a new object sets: nobody else has the object yet.</summary>
    public static bool IsOfNewObject(IMemberReferenceOperation member) => member is
    {
        Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver },
        Parent: ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation } },
    };

    /// <summary>The reference is assigned, incremented, passed by ref or out, or has its address taken.</summary>
    public static bool IsWrite(IOperation reference)
    {
        IOperation child = reference;
        while (child.Parent is ITupleOperation or IParenthesizedOperation || (child.Parent is IConditionalOperation { IsRef: true, Condition: var condition } && condition != child))
        {
            child = child.Parent;
        }

        return child.Parent switch
        {
            ISimpleAssignmentOperation assignment => assignment.Target == child || (assignment.IsRef && assignment.Value == child),
            ICompoundAssignmentOperation assignment => assignment.Target == child,
            ICoalesceAssignmentOperation assignment => assignment.Target == child,
            IIncrementOrDecrementOperation => true,
            IDeconstructionAssignmentOperation assignment => assignment.Target == child,
            IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out or null,
            IAddressOfOperation => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
            _ => false,
        };
    }

    /// <summary>The reference's value is used, be it to compute what it is assigned.</summary>
    public static bool IsRead(IOperation reference) =>
        !IsWrite(reference) || reference.Parent is not (ISimpleAssignmentOperation or IDeconstructionAssignmentOperation or ITupleOperation);

    /// <summary>The symbols that anything inside assigns, calls apart.</summary>
    public static HashSet<ISymbol> WrittenSymbols(IEnumerable<IOperation> roots)
    {
        HashSet<ISymbol> written = new(SymbolEqualityComparer.Default);
        foreach (IOperation operation in roots.SelectMany(root => root.DescendantsAndSelf()))
        {
            ISymbol? symbol = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                IFieldReferenceOperation field => field.Field,
                IPropertyReferenceOperation property => property.Property,
                _ => null,
            };
            if (symbol is not null && IsWrite(operation) && !(operation is IMemberReferenceOperation member && IsOfNewObject(member)))
            {
                written.Add(symbol);
            }
        }

        return written;
    }

    /// <summary>The operand and index of <c>p[i]</c> for a pointer, which has no operation of its own.</summary>
    public static (IOperation Pointer, IOperation Index)? PointerElement(IOperation operation)
    {
        if (operation.Kind != OperationKind.None
            || operation.Syntax is not ElementAccessExpressionSyntax { ArgumentList.Arguments.Count: 1 })
        {
            return null;
        }

        List<IOperation> children = operation.ChildOperations.ToList();
        return children is [{ Type: IPointerTypeSymbol } pointer, var index] ? (pointer, index) : null;
    }

    /// <summary>The text of an operation, on one line, for messages.</summary>
    public static string TextOf(IOperation operation)
    {
        string text = string.Join(" ", operation.Syntax.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }

    /// <summary>The constant value as an IR constant.</summary>
    public static Ir.Constant? ConstantOf(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: var value } ? TypeMap.Constant(TypeMap.Element(operation.Type), value) : null;
}
