using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// What a statement that isn't lowered reads and writes. An operation that isn't listed here as harmless has unknown
/// effects.
/// </summary>
internal sealed class EffectCollector(NestContext nest, Lowering lowering, IOperation statement)
{
    private readonly List<Variable> _reads = [];
    private readonly List<Variable> _writes = [];
    private readonly List<ArrayAccess> _elementReads = [];
    private readonly List<ArrayAccess> _elementWrites = [];
    private Refusal? _unknown;

    /// <param name="reason">Why the statement wasn't lowered.</param>
    public Effects Collect(string reason)
    {
        Visit(statement);

        // A subscript was read as of the statement's start.
        if (_elementReads.Concat(_elementWrites).SelectMany(access => access.Subscripts).SelectMany(Effect.Parts).OfType<VariableRead>()
            .FirstOrDefault(read => _writes.Contains(read.Variable)) is { } changing)
        {
            Unknown(statement, $"{changing.Variable.Name} is changed and used as a subscript in one statement");
        }

        return new Effects(
            _reads.ToEquatableArray(), _writes.ToEquatableArray(), _elementReads.ToEquatableArray(), _elementWrites.ToEquatableArray(),
            reason, _unknown, MayThrow: true);
    }

    private bool IsDeclaredInside(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.Any(declaration => statement.Syntax.Span.Contains(declaration.Span));

    private void Unknown(IOperation operation, string why) => Unknown(RuleIds.UnknownEffects, operation, Operations.TextOf(operation), why);

    private void Unknown(string rule, IOperation operation, params string[] arguments) =>
        _unknown ??= new Refusal(rule, Locations.Of(operation), arguments.ToEquatableArray());

    private void Visit(IOperation operation)
    {
        if (operation.ConstantValue.HasValue)
        {
            // The statement's text moves to another method, where the method's own constants have no name.
            if (operation.DescendantsAndSelf().OfType<ILocalReferenceOperation>().FirstOrDefault(read => !IsDeclaredInside(read.Local)) is { } constant)
            {
                Unknown(operation, $"the constant '{constant.Local.Name}' is local to the method");
            }

            return;
        }

        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
                or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or { Kind: OperationKind.None }:
                VisitPlace(operation);
                break;
            case IVariableDeclaratorOperation declarator:
                VisitDeclarator(declarator);
                break;
            case IInvocationOperation call:
                Visit(call, CallEffects.Of(call.TargetMethod, call.Instance, call.IsVirtual, nest));
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                Visit(operation, CallEffects.OfConstructor(constructor, nest));
                break;
            case IBinaryOperation { OperatorMethod: { } method }:
                Visit(operation, CallEffects.Of(method, null, false, nest));
                break;
            case IUnaryOperation { OperatorMethod: { } method }:
                Visit(operation, CallEffects.Of(method, null, false, nest));
                break;
            case IConversionOperation { OperatorMethod: { } method }:
                Visit(operation, CallEffects.Of(method, null, false, nest));
                break;
            case ICompoundAssignmentOperation { OperatorMethod: { } method }:
                Visit(operation, CallEffects.Of(method, null, false, nest));
                break;
            case IIncrementOrDecrementOperation { OperatorMethod: { } method }:
                Visit(operation, CallEffects.Of(method, null, false, nest));
                break;
            case { } text when CallEffects.MakesUnknownText(text):
                Unknown(operation, "it calls ToString, which may run any code");
                break;
            case IBranchOperation branch when LeavesStatement(branch):
                Unknown(operation, "it leaves the statement");
                break;
            case ILockOperation:
                Unknown(RuleIds.OrderVisible, operation, "lock");
                break;
            case IForEachLoopOperation each when TypeMap.Memory(Operations.WithoutConversions(each.Collection)?.Type) is null
                && Operations.WithoutConversions(each.Collection)?.Type?.SpecialType != SpecialType.System_String:
                Unknown(each, "enumerating a sequence may run any code");
                break;
            default:
                if (HarmlessOperations.Contains(operation))
                {
                    VisitChildren(operation);
                }
                else
                {
                    Unknown(operation, "its effects aren't known");
                }

                break;
        }
    }

    private void VisitChildren(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            Visit(child);
        }
    }

    /// <summary>A call: what it does itself, and its operands.</summary>
    private void Visit(IOperation call, CallEffects effects)
    {
        if (effects.Unknown is { } unknown)
        {
            _unknown ??= unknown with { Location = Locations.Of(call), Second = unknown.Location == SourceLocation.None ? null : unknown.Location };
        }

        foreach (Members.Member member in effects.Reads)
        {
            Add(_reads, nest.VariableOf(member.Symbol, member.Type, member.IsVolatile));
        }

        VisitChildren(call);
    }

    private void VisitDeclarator(IVariableDeclaratorOperation declarator)
    {
        if (declarator.Symbol.IsRef)
        {
            Unknown(declarator, "a ref local may refer to anything");
        }

        if (!IsInner(declarator.Symbol))
        {
            Add(_writes, nest.VariableOf(declarator.Symbol));
        }

        VisitChildren(declarator);
    }

    private void VisitPlace(IOperation operation)
    {
        bool isWrite = Operations.IsWrite(operation);
        bool isRead = !isWrite || operation.Parent is not (ISimpleAssignmentOperation or IDeconstructionAssignmentOperation or ITupleOperation);
        if (operation is IFieldReferenceOperation { Instance: IArrayElementReferenceOperation { Type.IsValueType: true } or IFieldReferenceOperation { Type.IsValueType: true } } part
            && Members.Of(operation) is null)
        {
            VisitElementPart(part, isRead || isWrite, isWrite);
            return;
        }

        // A field of a struct in a variable is a part of the variable.
        if (operation is IFieldReferenceOperation { Instance: ILocalReferenceOperation { Type.IsValueType: true } or IParameterReferenceOperation { Type.IsValueType: true } } field
            && lowering.VariableAt(field.Instance!) is { } whole)
        {
            if (field.Instance is not ILocalReferenceOperation { Local: var own } || !IsInner(own))
            {
                Add(_reads, whole);
                if (isWrite)
                {
                    Add(_writes, whole);
                }
            }

            return;
        }

        if (lowering.AccessOf(operation) is { } access)
        {
            AddElement(access, isRead, isWrite);
            VisitSubscripts(operation);
            return;
        }

        if (lowering.HeldObject(operation) is not null)
        {
            VisitObject(operation, isWrite);
            return;
        }

        if (lowering.VariableAt(operation) is { } variable)
        {
            if (operation is ILocalReferenceOperation { Local: var local } && IsInner(local))
            {
                return;
            }

            if (isRead)
            {
                Add(_reads, variable);
            }

            if (isWrite)
            {
                Add(_writes, variable);
            }

            return;
        }

        VisitOther(operation, isWrite);
    }

    private void VisitOther(IOperation operation, bool isWrite)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.Name: "Length" or "LongLength" or "Count" or "Rank", Instance.Type: var type }
                when type is IArrayTypeSymbol || TypeMap.Memory(type) is not null:
            case IFieldReferenceOperation { Field.IsReadOnly: true } when !isWrite:
                VisitChildren(operation);
                break;
            case IFieldReferenceOperation { Field: { IsVolatile: false } field } when !isWrite && !nest.IsWritten(field):
                nest.AddForeignRead(field);
                VisitChildren(operation);
                break;
            case IFieldReferenceOperation { Field: var field, Instance: null or IInstanceReferenceOperation or IParameterReferenceOperation } when isWrite:
                Unknown(RuleIds.RaceOnField, operation, field.Name, Operations.TextOf(operation));
                break;
            case IFieldReferenceOperation { Field: var field }:
                // Each iteration may have an object of its own: that would be no race.
                Unknown(operation, isWrite ? $"two iterations may write the field {field.Name} of one object" : $"another iteration may write the field {field.Name}");
                break;
            case IPropertyReferenceOperation { Property: var property } reference
                when (isWrite ? property.SetMethod : property.GetMethod) is { } accessor:
                Visit(operation, CallEffects.Of(accessor, reference.Instance, isVirtualCall: true, nest));
                break;
            default:
                Unknown(operation, "what it refers to can change while the loop runs");
                break;
        }
    }

    // A field of a struct in an array is a part of the element.
    private void VisitElementPart(IFieldReferenceOperation part, bool isRead, bool isWrite)
    {
        IOperation inner = part.Instance!;
        while (inner is IFieldReferenceOperation { Instance: { } instance, Type.IsValueType: true })
        {
            inner = instance;
        }

        if (lowering.AccessOf(inner) is { } access)
        {
            AddElement(access, isRead, isWrite);
            VisitSubscripts(inner);
        }
        else
        {
            Unknown(part, "what it refers to isn't known");
        }
    }

    // The reference to an array is harmless in a[i] and a.Length; anything else may reach all its elements.
    private void VisitObject(IOperation reference, bool isWrite)
    {
        bool isLength = reference.Parent is IPropertyReferenceOperation { Property.Name: "Length" or "LongLength" or "Count" or "Rank" }
            or IInvocationOperation { TargetMethod.Name: "GetLength" };
        if (isWrite || !isLength)
        {
            Unknown(reference, $"{Operations.TextOf(reference.Parent ?? reference)} uses {Operations.TextOf(reference)} as a whole");
        }
    }

    private void VisitSubscripts(IOperation element)
    {
        foreach (IOperation index in element.ChildOperations.Skip(1))
        {
            Visit(index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd ? fromEnd.Operand : index);
        }
    }

    private void AddElement(ArrayAccess access, bool isRead, bool isWrite)
    {
        if (isRead)
        {
            _elementReads.Add(access);
        }

        if (isWrite)
        {
            _elementWrites.Add(access);
        }
    }

    /// <summary>Declared inside the statement and gone after it: nobody else sees it.</summary>
    private bool IsInner(ILocalSymbol local) => statement is not IVariableDeclarationGroupOperation
        && local.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == statement.Syntax.SyntaxTree && statement.Syntax.Span.Contains(reference.Span));

    private bool LeavesStatement(IBranchOperation branch) => branch.BranchKind == BranchKind.GoTo
        || !statement.Descendants().Any(operation =>
            (operation is ILoopOperation loop && (Is(loop.ExitLabel, branch.Target) || Is(loop.ContinueLabel, branch.Target)))
            || (operation is ISwitchOperation choice && Is(choice.ExitLabel, branch.Target)));

    private static bool Is(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static void Add(List<Variable> list, Variable variable)
    {
        if (!list.Contains(variable))
        {
            list.Add(variable);
        }
    }
}
