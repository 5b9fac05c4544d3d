using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// What a statement that isn't lowered reads and writes. An operation that isn't listed here as harmless has unknown
/// effects.
/// </summary>
internal sealed partial class EffectCollector(NestContext nest, Lowering lowering, IOperation statement)
{
    private readonly List<Variable> _reads = [];
    private readonly List<Variable> _writes = [];
    private readonly List<ArrayAccess> _elementReads = [];
    private readonly List<ArrayAccess> _elementWrites = [];
    private readonly List<string> _numbers = [];
    private readonly List<Variable> _lookups = [];
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
            reason, _unknown, MayThrow: true)
        {
            IsInTry = nest.IsInTry,
            Update = AssociativeUpdates.Of(statement, nest),
            Nanoseconds = (Effects.AppendNanoseconds * _appends.Count) + StatementCost.Of(statement, nest.Method, receiver => Receivers.ContainsKey(receiver.Syntax)),
            Numbers = _numbers.Distinct().ToEquatableArray(),
            Appends = _appends.ToEquatableArray(),
            ListReads = _listReads.ToEquatableArray(),
            Lookups = _lookups.ToEquatableArray(),
            Inner = statement.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(reference => reference.Local)
                .Where(local => IsDeclaredInside(local) && nest.IsBound(local)).Select(local => nest.VariableOf(local)).Distinct().ToEquatableArray(),
        };
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
            case IInstanceReferenceOperation when Operations.IsWrite(operation):
                Unknown(operation, "it writes its struct as a whole");
                break;
            case { } hidden when HiddenCalls.In(hidden):
                Unknown(operation, "it calls a method that isn't written there");
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
                or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or { Kind: OperationKind.None }:
                VisitPlace(operation);
                break;
            case IVariableDeclaratorOperation declarator:
                VisitDeclarator(declarator);
                break;
            case IInvocationOperation call when lowering.ListOf(call) is { } list:
                VisitAppend(call, list);
                break;
            case IInvocationOperation { Instance: not null } call when OwnObjects.IsInitializer(call) && FrameworkCalls.Classify(call.TargetMethod) == FrameworkCall.Unsafe
                && OwnObjects.IsPlain(call.TargetMethod):
                VisitChildren(call);
                break;
            case IInvocationOperation call when LookupIn(call.TargetMethod, call.Instance) is { } map:
                Add(_lookups, map);
                VisitChildren(call);
                break;
            case IInvocationOperation call:
                VisitCall(call, call.TargetMethod, call.Instance, call.IsVirtual);
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                Visit(operation, CallEffects.OfConstructor(constructor, nest));
                break;
            case { } generic when GenericNumbers.Of(generic, nest.Method.Model.Compilation) is { } number:
                _numbers.Add(TypeMap.Text(number));
                VisitChildren(generic);
                break;
            case { } applied when Operations.OperatorMethodOf(applied) is { } method:
                Visit(operation, CallEffects.Of(method, null, false, nest));
                break;
            case { } text when CallEffects.MakesUnknownText(text):
                Unknown(operation, "it calls ToString, which may run any code");
                break;
            case IBranchOperation branch when LeavesStatement(branch):
                Unknown(operation, "it leaves the statement");
                break;
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: var declared } }:
                if (!IsInner(declared))
                {
                    Add(_writes, nest.VariableOf(declared));
                }

                break;
            case ILockOperation:
                Unknown(RuleIds.OrderVisible, operation, "lock");
                break;
            case IForEachLoopOperation each when TypeMap.Memory(Operations.WithoutConversions(each.Collection)?.Type) is null
                && Operations.WithoutConversions(each.Collection)?.Type?.SpecialType != SpecialType.System_String:
                Unknown(each, "enumerating a sequence may run any code");
                break;
            case IForEachLoopOperation { Collection: var collection } each:
                VisitListRead(collection, Operations.WithoutConversions(collection)?.Type);
                VisitChildren(each);
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

        if (effects.Changed is { } own && !IsInner(own))
        {
            Add(_reads, nest.VariableOf(own));
            Add(_writes, nest.VariableOf(own));
        }

        foreach (Members.Member member in effects.Reads)
        {
            nest.AddForeignRead(member.Symbol);
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

    /// <summary>Declared inside the statement and gone after it: nobody else sees it.</summary>
    private bool IsInner(ILocalSymbol local) => statement is not IVariableDeclarationGroupOperation
        && nest.Method.Uses.IsUsedOnlyIn(local, statement.Syntax) && local.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == statement.Syntax.SyntaxTree && statement.Syntax.Span.Contains(reference.Span));

    /// <summary>The dictionary or set that a member looks something up in.</summary>
    private Variable? LookupIn(IMethodSymbol member, IOperation? instance) =>
        instance is not null && FrameworkCalls.IsLookup(member) && !OwnObjects.Has(instance, nest.Method.Uses, out _) ? lowering.VariableAt(instance) : null;

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
