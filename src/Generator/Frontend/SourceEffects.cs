using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// The effects of methods whose source is at hand, through any depth: pure but for fields that are read, or the first
/// thing that makes them otherwise.
/// </summary>
internal sealed partial class SourceEffects
{
    private const int MostMethods = 200;

    private readonly MethodContext _context;
    private readonly bool _isOfCallersType;
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _visitedOnObject = new(SymbolEqualityComparer.Default);
    private readonly List<FieldUse> _uses = [];
    private readonly List<Members.Member> _reads = [];
    private Refusal? _race;
    private Refusal? _vague;
    private IMethodSymbol _current;

    // The current method's object is that of the first method.
    private bool _isOnObject;

    private SourceEffects(MethodContext context, IMethodSymbol method)
    {
        _context = context;
        _current = method;
        _isOfCallersType = SymbolEqualityComparer.Default.Equals(method.ContainingType, context.Method.ContainingType);
    }

    public static CallEffects Of(IMethodSymbol method, MethodContext context)
    {
        SourceEffects effects = new(context, method);
        effects.VisitMethod(method, isOnObject: false);
        return new CallEffects(effects._race ?? effects._vague, effects._reads);
    }

    /// <summary>The same, for a caller that knows which object the method is called on: of a class, and no constructor.</summary>
    public static ObjectEffects OnObject(IMethodSymbol method, MethodContext context)
    {
        SourceEffects effects = new(context, method);
        effects.VisitMethod(method, isOnObject: true);
        return new ObjectEffects(effects._uses, new CallEffects(effects._race ?? effects._vague, [.. effects._reads.Where(read => read.Symbol.IsStatic)]));
    }

    // A method that is being visited already adds nothing new: recursion ends here.
    private void VisitMethod(IMethodSymbol method, bool isOnObject)
    {
        if (_race is not null || !(isOnObject ? _visitedOnObject : _visited).Add(method.OriginalDefinition))
        {
            return;
        }

        if (_visited.Count + _visitedOnObject.Count > MostMethods)
        {
            _vague ??= new Refusal(RuleIds.UnknownEffects, SourceLocation.None, EquatableArray.Of(method.Name, "it calls too many methods to look at"));
            return;
        }

        (IMethodSymbol caller, bool isCallerOnObject) = (_current, _isOnObject);
        (_current, _isOnObject) = (method, isOnObject);
        if (method.MethodKind == MethodKind.Constructor)
        {
            VisitConstruction(method);
        }
        else if (!IsGiven(method) || Callee.StartsType(method, _context))
        {
            VisitBody(method);
        }

        (_current, _isOnObject) = (caller, isCallerOnObject);
    }

    private bool IsFirst => _visited.Count + _visitedOnObject.Count == 1;

    private void VisitBody(IMethodSymbol method)
    {
        if (Callee.BodyOf(method, _context) is { } body)
        {
            Visit(body);
        }
        else
        {
            _vague ??= new Refusal(RuleIds.UnknownEffects, SourceLocation.None, EquatableArray.Of(method.Name, "its body isn't simple enough to look at"));
        }
    }

    // Initializers and the base's constructor come first, unless another constructor of the type sees to them.
    private void VisitConstruction(IMethodSymbol constructor)
    {
        Construction construction = Construction.Of(constructor, _context);
        foreach (IOperation part in construction.Parts)
        {
            Visit(part);
        }

        switch (construction.Base)
        {
            case { } own when !own.ContainingType.DeclaringSyntaxReferences.IsEmpty:
                VisitMethod(own, isOnObject: false);
                break;
            case { } foreign when !FrameworkCalls.IsPureConstructor(foreign):
                construction = construction with { IsKnown = false };
                break;
        }

        if (!construction.IsKnown)
        {
            _vague ??= new Refusal(RuleIds.UnknownEffects, SourceLocation.None, EquatableArray.Of(constructor.ContainingType.Name, "its constructor isn't simple enough to look at"));
        }
    }

    // What the C# compiler writes: the getter of a struct's, or read-only, auto-property, whose receiver is looked at where it is called.
    private static bool IsGiven(IMethodSymbol method) => method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property }
        && Members.IsAutomatic(property)
        && property.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
            is { } backing && (backing.IsReadOnly || property.ContainingType.IsValueType);

    private void Visit(IOperation operation)
    {
        if (_race is not null || operation.ConstantValue.HasValue)
        {
            return;
        }

        _context.Cancellation.ThrowIfCancellationRequested();
        switch (operation)
        {
            case IInstanceReferenceOperation when Operations.IsWrite(operation):
                _vague ??= new Refusal(RuleIds.UnknownEffects, Locations.Of(operation), EquatableArray.Of(_current.Name, "it writes its struct as a whole"));
                break;
            case { } hidden when HiddenCalls.In(hidden):
                Require(false, operation, "calls a method that isn't written there");
                VisitChildren(operation);
                break;
            case ILocalReferenceOperation { Local: var local }:
                Require(!local.IsRef && !local.IsStatic && IsOwn(local), operation, $"uses {local.Name}");
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                Require(IsOwn(parameter) && (parameter.RefKind == RefKind.None || !Operations.IsWrite(operation)), operation, $"writes {parameter.Name}");
                break;
            case IFieldReferenceOperation field:
                VisitField(field);
                break;
            case IPropertyReferenceOperation property:
                VisitProperty(property);
                break;
            case IArrayElementReferenceOperation { ArrayReference: var array } when !IsFreshArray(array):
                Require(false, operation, (Operations.IsWrite(operation) ? "writes " : "reads ") + Operations.TextOf(operation));
                VisitChildren(operation);
                break;
            case IInvocationOperation call:
                VisitCall(call, call.TargetMethod, call.IsVirtual);
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                VisitConstructor(operation, constructor);
                break;
            case { } applied when Operations.OperatorMethodOf(applied) is { } method:
                VisitCall(operation, method, false);
                break;
            case { } text when CallEffects.MakesUnknownText(text):
                Require(false, operation, "calls ToString, which may run any code");
                break;
            case IForEachLoopOperation each when Operations.WithoutConversions(each.Collection)?.Type is not { SpecialType: SpecialType.System_String }:
                Require(false, operation, "enumerates a sequence");
                break;
            case ILocalFunctionOperation:
                // Looked at where it is called.
                break;
            case IReturnOperation or IBranchOperation or IArrayElementReferenceOperation or IVariableDeclaratorOperation { Symbol.IsRef: false }:
                VisitChildren(operation);
                break;
            default:
                Require(HarmlessOperations.Contains(operation), operation, $"does {Operations.TextOf(operation)}");
                VisitChildren(operation);
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

    private void VisitCall(IOperation call, IMethodSymbol method, bool isVirtualCall)
    {
        VisitChildren(call);
        if (!Callee.IsBound(method, isVirtualCall) || method.MethodKind == MethodKind.DelegateInvoke)
        {
            Require(false, call, $"calls {method.Name}, which may run any code");
        }
        else if (!method.DeclaringSyntaxReferences.IsEmpty)
        {
            IOperation? instance = call is IInvocationOperation invocation ? invocation.Instance : (call as IMemberReferenceOperation)?.Instance;
            VisitMethod(method, _isOnObject && (method.MethodKind == MethodKind.LocalFunction || IsThis(instance)));
        }
        else if (method.MethodKind == MethodKind.Constructor)
        {
            Require(FrameworkCalls.IsPureConstructor(method), call, $"makes a {method.ContainingType.Name}");
        }
        else if (!(FrameworkCalls.Classify(method) == FrameworkCall.Unsafe && OwnObjects.IsPlain(method) && IsOwnObject(call)))
        {
            Require(FrameworkCalls.Classify(method) == FrameworkCall.Pure, call, $"calls {method.ContainingType.Name}.{method.Name}");
        }
    }

    private void VisitConstructor(IOperation creation, IMethodSymbol constructor)
    {
        VisitChildren(creation);
        if (!constructor.DeclaringSyntaxReferences.IsEmpty)
        {
            VisitMethod(constructor, isOnObject: false);
        }
        else
        {
            Require(FrameworkCalls.IsPureConstructor(constructor), creation, $"makes a {constructor.ContainingType.Name}");
        }
    }

    private bool IsOwn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol?.OriginalDefinition, _current.OriginalDefinition);

    private bool IsOwnObject(IOperation call) => call switch
    {
        IInvocationOperation added when OwnObjects.IsInitializer(added) => true,
        IInvocationOperation { Instance: { } receiver } => OwnObjects.Has(receiver, UsesInCurrent(), out _),
        IPropertyReferenceOperation { Instance: { } receiver } => OwnObjects.Has(receiver, UsesInCurrent(), out _),
        _ => false,
    };

    private LocalUses UsesInCurrent() => LocalUses.Of(Callee.BodyOf(_current, _context));

    // An array that the method has allocated and given to nobody.
    private bool IsFreshArray(IOperation array) => array is ILocalReferenceOperation { Local: var local }
        && Callee.BodyOf(_current, _context) is { } body && LocalUses.Of(body).IsFresh(local);

    // A write is a race; what else isn't harmless is only not known to be.
    private void Require(bool isHarmless, IOperation operation, string otherwise)
    {
        if (isHarmless)
        {
            return;
        }

        bool isWrite = Operations.IsWrite(operation);
        Refusal refusal = new(
            isWrite ? RuleIds.RaceInCallee : RuleIds.UnknownEffects, Locations.Of(operation), EquatableArray.Of(_current.Name, isWrite ? otherwise : $"it {otherwise}"));
        _race ??= isWrite ? refusal : null;
        _vague ??= isWrite ? null : refusal;
    }
}
