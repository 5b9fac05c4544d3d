using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>foreach over arrays, spans and lists: an index from 0 up to the length, and an element loaded first.</summary>
internal sealed partial class Lowering
{
    private Loop? LowerForeach(IForEachLoopOperation loop)
    {
        // An array is seen as an IEnumerable here.
        IOperation collection = loop.Collection is IConversionOperation { IsImplicit: true, Operand: { Type: IArrayTypeSymbol } array } ? array : loop.Collection;
        if (loop.IsAsynchronous || ObjectOf(collection) is not { Rank: 1 } memory || memory.Kind == MemoryKind.Pointer)
        {
            return NotCounted(loop, $"{Operations.TextOf(loop.Collection)} is not an array, span or list that stays the same");
        }

        if (loop.Locals is not [var local] || loop.Syntax is not ForEachStatementSyntax syntax
            || Method.Uses.IsCaptured(local) || Method.Uses.IsAliased(local))
        {
            return NotCounted(loop, "its variable is captured or referred to elsewhere, or there are several");
        }

        ForEachStatementInfo info = loop.SemanticModel.GetForEachStatementInfo(syntax);
        ElementType type = TypeMap.Element(local.Type);
        bool isStruct = local.IsRef && nest.SeesFields && StructLayout.Of(local.Type) is not null;
        bool isNumber = info.ElementConversion is { IsIdentity: true } or { IsNumeric: true } && memory.Element != ElementType.Other && type != ElementType.Other
            && (!local.IsRef || type == memory.Element);
        if (!isStruct && !isNumber && !IsMoved(local, info))
        {
            return NotCounted(loop, $"its elements, of type {memory.ElementTypeText}, aren't plain numbers or objects");
        }

        int id = Method.NextId();
        Variable index = nest.Temporary(ElementType.Int32, "index");
        Block body = LowerBody(id, loop, index, () =>
        {
            SourceLocation location = Locations.Of(syntax.Identifier);
            if (local.IsRef)
            {
                nest.Bind(local, memory, [new VariableRead(index)]);
            }
            else
            {
                ArrayAccess access = new(
                    Method.NextId(), memory, EquatableArray.Of<Expression>(new VariableRead(index)), location, $"{memory.Name}[{index.Name}]");
                Emit(isNumber
                    ? new Assign(nest.VariableOf(local), Converted(new Load(access), type, CheckedContext.At(syntax, Method.Model.Compilation)), location)
                    : ElementMoved(nest.VariableOf(local), access, index));
                if (local.Type.IsReferenceType)
                {
                    nest.Bind(local, access);
                }
            }

            LowerStatement(loop.Body);
        });

        // Storing an element counts as a change of the list, after which MoveNext throws.
        if (memory.Kind == MemoryKind.List
            && Stores(body).Concat(LoopTree.Statements(body).OfType<Opaque>().SelectMany(opaque => opaque.Effects.ElementWrites)).Any(place => place.Object.Kind == MemoryKind.List))
        {
            return NotCounted(loop, "it stores to a list while one is enumerated");
        }

        return new Loop(
            id, index, Constant.Int32(0), new ObjectLength(ElementType.Int32, memory, null), LoopRelation.Less, Constant.Int64(1), body,
            IndexReadAfter: false, LoopForm.Foreach, RangeOf(loop.Syntax), BodyRange(loop), Locations.Of(loop))
        {
            Resume = ResumeOf(syntax, memory),
            InlinedFrom = InlinedMethod,
        };
    }

    /// <summary>Objects, strings and structs go from the element to the variable as they are, or as their base.</summary>
    private static bool IsMoved(ILocalSymbol local, ForEachStatementInfo info) => !local.IsRef && TypeMap.Memory(local.Type) is null
        && local.Type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Enum
        && info.ElementConversion is { IsIdentity: true } or { IsReference: true, IsImplicit: true };

    private static Opaque ElementMoved(Variable variable, ArrayAccess access, Variable index) => new(
        $"{variable.TypeText} {variable.Name} = {access.Object.Name}[{index.Name}];",
        EquatableArray.Of(variable),
        new Effects(
            EquatableArray.Of(index), EquatableArray.Of(variable), EquatableArray.Of(access), EquatableArray<ArrayAccess>.Empty,
            "an element that isn't a number", null, MayThrow: true)
        {
            Nanoseconds = 1,
        },
        access.Location);

    private static IEnumerable<ArrayAccess> Stores(Block block) => LoopTree.Statements(block).OfType<Store>().Select(store => store.Target);

    /// <summary>An inner loop that isn't counted, as a while loop; <c>continue</c> goes on to what a for loop does at its bottom.</summary>
    private bool LowerUncounted(ILoopOperation loop)
    {
        (IOperation? test, IEnumerable<IOperation> before, IEnumerable<IOperation> bottom, bool testsFirst) = loop switch
        {
            IForLoopOperation statement => (statement.Condition, statement.Before, (IEnumerable<IOperation>)statement.AtLoopBottom, true),
            IWhileLoopOperation { ConditionIsUntil: false } statement => (statement.Condition, [], [], statement.ConditionIsTop),
            _ => (null, [], [], false),
        };
        if (test is null)
        {
            return Fail(loop, Describe(loop)) is not null;
        }

        int id = Method.NextId();
        List<Statement> head = Capture(() => LowerAll(before));
        List<Statement> end = Capture(() => LowerAll(bottom));
        if (head.Concat(end).Any(statement => statement is Opaque))
        {
            // The text of a header isn't a statement.
            return Fail(loop, Describe(loop)) is not null;
        }

        head.ForEach(Emit);
        Expression? condition = null;
        if (Capture(() => condition = LowerExpression(test)).Count > 0 || condition is null)
        {
            return Fail(test, $"the condition {Operations.TextOf(test)}") is not null;
        }

        List<Statement> body = LowerScope(ScopeKind.LoopBody, id, () => LowerStatement(loop.Body));
        body.AddRange(end);
        Emit(new WhileStatement(condition, BlockOf(body), testsFirst, Locations.Of(loop)));
        return true;
    }
}
