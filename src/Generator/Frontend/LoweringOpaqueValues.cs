using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <content>
/// Values that aren't lowered, in statements that are: <c>n += names[i].Length;</c> → <c>int value = names[i].Length; n += value;</c>. So what
/// the statement does with a variable from outside the loop is seen, though not where the value comes from.
/// </content>
internal sealed partial class Lowering
{
    private bool _takesOpaqueValues;

    private bool LowerAroundOpaqueValues(IOperation operation)
    {
        // A header's values are those of each trip; what stands in a try or under a lock stays there.
        if (_takesOpaqueValues || _inlining.Count > 0 || operation.DescendantsAndSelf().Any(part =>
            part is ILoopOperation or ITryOperation or ILockOperation or ISwitchOperation or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            return false;
        }

        Refusal? earlier = _failure;
        _failure = null;
        _takesOpaqueValues = true;
        bool isLowered = false;
        List<Statement> statements = Capture(() => isLowered = TryLowerStatement(operation));
        _takesOpaqueValues = false;
        _failure = earlier;
        if (isLowered)
        {
            statements.ForEach(Emit);
        }

        return isLowered;
    }

    private Expression? LowerOrTakeWhole(IOperation operation)
    {
        Refusal? earlier = _failure;
        Expression? value = null;
        List<Statement> before = Capture(() => value = LowerParts(operation));
        if (value is null && _inlining.Count == 0)
        {
            before = Capture(() => value = TakeWhole(operation));
            _failure = value is null ? _failure : earlier;
        }

        before.ForEach(Emit);
        return value;
    }

    /// <summary>A temporary that an opaque statement declares. What the value's text does is looked at like any other; it assigns no variables but its own.</summary>
    private Expression? TakeWhole(IOperation operation)
    {
        ElementType type = TypeMap.Element(operation.Type);
        if (type == ElementType.Other || operation is IAssignmentOperation or IIncrementOrDecrementOperation or IConversionOperation { IsImplicit: true }
            || operation.Syntax is not Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionSyntax
            || CheckedContext.At(operation.Syntax, Method.Model.Compilation) != Method.Model.Compilation.Options.CheckOverflow)
        {
            return null;
        }

        EffectCollector collector = new(nest, this, operation);
        Effects effects = collector.Collect(_failure is null ? Describe(operation) : string.Join(" ", _failure.Arguments));
        if (effects.ScalarWrites.Any(written => !IsDeclaredBy(operation, written)) || !effects.ElementWrites.IsEmpty || !effects.Appends.IsEmpty
            || new OpaqueText(nest, Method.Model, operation.Syntax, collector.Receivers).Write(Method.Cancellation) is not { } text)
        {
            return null;
        }

        Variable value = nest.Temporary(type, "value");
        string cast = operation.Type?.TypeKind == TypeKind.Enum ? $"({type.Keyword()})" : "";
        Emit(new Opaque($"{value.TypeText} {value.Name} = {cast}({text});", EquatableArray.Of(value), effects with
        {
            ScalarWrites = effects.ScalarWrites.Append(value).ToEquatableArray(),
        }, Locations.Of(operation)));
        return new VariableRead(value);
    }

    /// <summary>An <c>out</c> variable that the value declares, and others read.</summary>
    private bool IsDeclaredBy(IOperation operation, Variable variable) => operation.Descendants().OfType<IDeclarationExpressionOperation>()
        .Any(declaration => declaration.Expression is ILocalReferenceOperation { Local: var local } && nest.VariableOf(local).Id == variable.Id);
}
