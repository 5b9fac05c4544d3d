using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Inlining of methods whose source is at hand: whole, or not at all.</summary>
internal sealed partial class Lowering
{
    // A chain of methods that call each other twice doubles with each step.
    private const int MostInlinedCalls = 200;

    // Of methods with loops; each is analysed with the nest.
    private const int MostInlinedNests = 8;

    private readonly List<IMethodSymbol> _inlining = [];
    private readonly List<Frame> _frames = [];
    // Parameters of inlined methods that these don't assign.
    private readonly HashSet<ISymbol> _unwritten = new(SymbolEqualityComparer.Default);
    // Why a statement of the method that is being inlined isn't lowered.
    private Refusal? _lost;
    private int _inlinedCalls;
    private int _inlinedNests;
    private bool _isScalarMethod;

    /// <summary>A method body being lowered: where its returns go.</summary>
    private sealed record Frame(int Target, Variable? Result);

    /// <summary>The method whose text is being lowered in place of a call; null in the method's own text.</summary>
    private string? InlinedMethod => _inlining.LastOrDefault()?.Name;

    private Expression? LowerInlined(IInvocationOperation call)
    {
        if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke)
        {
            return LowerDelegateCall(call);
        }

        IMethodSymbol method = call.TargetMethod;
        return IsInlinable(method, call.Instance, call.IsVirtual) && Callee.BodyOf(method, Method) is { } body
            ? LowerInlined(call, method, body)
            : Fail(call, Describe(call));
    }

    private Expression? LowerInlined(IInvocationOperation call, IMethodSymbol method, IBlockOperation body) =>
        (method.ReturnsVoid || TypeMap.Element(method.ReturnType) != ElementType.Other)
        && IsInlinable(body) ? Attempt(() => BindArguments(call, method, body) is { } bound ? Inline(method, body, bound) : null) ?? Fail(call, Describe(call))
        : Fail(call, Describe(call));

    /// <summary>What has been made for a method that turns out not to be inlined is given up: the names are for others.</summary>
    private Expression? Attempt(Func<Expression?> inline)
    {
        int made = nest.Made;
        if (inline() is { } value)
        {
            return value;
        }

        nest.Forget(made);
        return null;
    }

    /// <summary>A call of a local that holds a lambda or a method from its declaration on.</summary>
    private Expression? LowerDelegateCall(IInvocationOperation call)
    {
        IOperation? held = call.Instance is ILocalReferenceOperation { Local: var local } ? Method.Uses.OnlyValue(local) : null;
        return Operations.WithoutConversions(held) is IDelegateCreationOperation { Target: var target } && ++_inlinedCalls <= MostInlinedCalls
            ? target switch
            {
                IAnonymousFunctionOperation { Symbol: { IsAsync: false } lambda, Body: { } body } when !_inlining.Contains(lambda, SymbolEqualityComparer.Default) =>
                    LowerInlined(call, lambda, body),
                IMethodReferenceOperation { Method: var method, Instance: null } when IsInlinable(method, null, false) && Callee.BodyOf(method, Method) is { } body =>
                    LowerInlined(call, method, body),
                _ => Fail(call, Describe(call)),
            }
            : Fail(call, Describe(call));
    }

    private bool LowerInlinedVoid(IInvocationOperation call) => LowerInlined(call) is not null;

    /// <summary>A property with a getter of its own: static, or of <c>this</c>.</summary>
    private Expression? LowerPropertyCall(IPropertyReferenceOperation property) =>
        property is { Property: { IsIndexer: false, GetMethod: { } getter } } && TypeMap.Element(property.Type) != ElementType.Other
        && IsInlinable(getter, property.Instance, property.Instance?.Syntax is not Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax)
        && Callee.BodyOf(getter, Method) is { } body && IsInlinable(body)
            ? Inline(getter, body, [])
            : null;

    /// <summary>Evaluates the arguments in their order and gives the parameters their values; null when one can't be.</summary>
    private List<ISymbol>? BindArguments(IInvocationOperation call, IMethodSymbol method, IBlockOperation body)
    {
        HashSet<ISymbol> written = Operations.WrittenSymbols([body]);
        List<(IParameterSymbol Parameter, IArgumentOperation Argument)> scalars = [];
        List<ISymbol> bound = [];

        // Bound only when all arguments are evaluated: one of them may call the same method.
        List<Action> bindings = [];
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is not { Ordinal: var ordinal } || argument.ArgumentKind == ArgumentKind.ParamArray)
            {
                return null;
            }

            // A delegate's parameters aren't those of the lambda that it calls.
            IParameterSymbol parameter = method.OriginalDefinition.Parameters[ordinal];
            bound.Add(parameter);
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                if (Operations.WithoutConversions(argument.Value) is not { } target || VariableOf(Declared(target)) is not { IsMemory: false } variable)
                {
                    return null;
                }

                bindings.Add(() => nest.Bind(parameter, variable));
            }
            else if (nest.InlinesLoops && !written.Contains(parameter) && SteadyRow(argument, call) is { } row)
            {
                if (!LowerRow(row))
                {
                    return null;
                }

                bindings.Add(() => _rows[parameter] = row);
            }
            else if (TypeMap.Memory(parameter.Type) is not null)
            {
                if (written.Contains(parameter) || parameter.RefKind != RefKind.None || ObjectOf(argument.Value) is not { } memory)
                {
                    return null;
                }

                bindings.Add(() => nest.Bind(parameter, memory));
            }
            else if (parameter.RefKind != RefKind.None && ReferredBy(argument.Value) is null && StoresToMemory(body))
            {
                // Through an in parameter the callee would see what it stores itself.
                return null;
            }
            else
            {
                scalars.Add((parameter, argument));
            }
        }

        if (Sequence(Locations.Of(call), scalars.Select(scalar => scalar.Argument.Value)) is not { } values)
        {
            return null;
        }

        for (int index = 0; index < values.Length; index++)
        {
            (IParameterSymbol parameter, IArgumentOperation argument) = scalars[index];
            if (values[index].Type != TypeMap.Element(parameter.Type))
            {
                return null;
            }

            if (!written.Contains(parameter) && values[index] is Constant && !HasEffects(argument.Value))
            {
                bindings.Add(() => _substitutes[parameter] = argument.Value);
            }
            else if (parameter.RefKind != RefKind.None && ReferredBy(argument.Value) is { } referred)
            {
                // What a later argument or the callee assigns by another name is seen by this one.
                bindings.Add(() => nest.Bind(parameter, referred));
            }
            else if (!written.Contains(parameter) && values[index] is VariableRead { Variable: var variable } && (_indices.Contains(variable) || KeepsValue(argument.Value)))
            {
                bindings.Add(() => nest.Bind(parameter, variable));
            }
            else
            {
                Variable value = ToTemporary(values[index], SignatureReader.Identifier(parameter.Name), Locations.Of(argument)).Variable;
                bindings.Add(() => nest.Bind(parameter, value));
            }
        }

        bindings.ForEach(bind => bind());
        _unwritten.UnionWith(bound.Where(parameter => !written.Contains(parameter)));
        return bound;
    }

    /// <summary>A local or parameter that nothing assigns while the nest runs: no copy need be made of it.</summary>
    private bool KeepsValue(IOperation value) => LoopStep.SymbolOf(value) is { } symbol
        && (_unwritten.Contains(symbol) || (symbol.ContainingSymbol is var owner && SymbolEqualityComparer.Default.Equals(owner, Method.Method)
            && !nest.IsWritten(symbol) && !nest.IsDeclaredInside(symbol) && !Method.Uses.IsCaptured(symbol) && !Method.Uses.IsAliased(symbol)));

    /// <summary>Evaluated again, it would do something again.</summary>
    private static bool HasEffects(IOperation value) => value.DescendantsAndSelf().Any(operation =>
        operation is IAssignmentOperation or IIncrementOrDecrementOperation or IInvocationOperation or IObjectCreationOperation);

    private static IOperation Declared(IOperation target) => target is IDeclarationExpressionOperation { Expression: var inner } ? inner : target;

    /// <summary>The variable that an in parameter is another name of; null for values, which are copied, and for places in memory.</summary>
    private Variable? ReferredBy(IOperation argument) =>
        argument is (ILocalReferenceOperation or IParameterReferenceOperation) and { ConstantValue.HasValue: false }
        && !(argument is ILocalReferenceOperation { Local: var local } && _substitutes.ContainsKey(local)) && VariableOf(argument) is { IsMemory: false } variable
            ? variable : null;

    private static bool StoresToMemory(IBlockOperation body) => body.Descendants().Any(operation =>
        operation is IInvocationOperation or IArrayElementReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
            or IImplicitIndexerReferenceOperation or { Kind: OperationKind.None });

    private Expression? Inline(IMethodSymbol method, IBlockOperation body, List<ISymbol> bound)
    {
        Frame frame = new(
            Method.NextId(), method.ReturnsVoid ? null : nest.Temporary(TypeMap.Element(method.ReturnType), ResultName(method)));
        Refusal? lost = _lost;
        _lost = null;
        _inlining.Add(method.OriginalDefinition);
        try
        {
            if (body.Operations is [IReturnOperation { ReturnedValue: { } value }])
            {
                return LowerExpression(value);
            }

            LowerFrame(frame, body).ForEach(Emit);
            _failure = _lost ?? _failure;
            return _failure is not null ? null : frame.Result is { } result ? new VariableRead(result) : Constant.Int32(0);
        }
        finally
        {
            _lost = lost;
            _inlining.RemoveAt(_inlining.Count - 1);
            foreach (ISymbol symbol in bound.Concat(body.Descendants().Select(DeclaredBy).OfType<ISymbol>()))
            {
                nest.Unbind(symbol);
                _substitutes.Remove(symbol);
                _unwritten.Remove(symbol);
                _rows.Remove(symbol);
            }
        }
    }

    // A lambda has no name, and that of an explicit implementation isn't one word.
    private static string ResultName(IMethodSymbol method) => SyntaxFacts.IsValidIdentifier(method.Name) ? SignatureReader.Identifier(method.Name) : "result";

    private static ISymbol? DeclaredBy(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation declarator => declarator.Symbol,
        ILocalReferenceOperation { IsDeclaration: true } declared => declared.Local,
        IDeclarationPatternOperation pattern => pattern.DeclaredSymbol,
        _ => null,
    };

    /// <summary>A scalar method's whole body.</summary>
    public ScalarFunction LowerScalar(IMethodSymbol method, IBlockOperation body)
    {
        List<Variable> parameters = [.. method.Parameters.Select(nest.VariableOf)];
        Variable result = nest.Temporary(TypeMap.Element(method.ReturnType), "result");
        _isScalarMethod = true;
        Block lowered = BlockOf(LowerFrame(new Frame(Method.NextId(), result), body));
        return new ScalarFunction(parameters.ToEquatableArray(), lowered, result, nest.Variables);
    }

    private List<Statement> LowerFrame(Frame frame, IBlockOperation body)
    {
        _frames.Add(frame);
        try
        {
            return LowerScope(ScopeKind.Method, frame.Target, () => LowerAll(body.Operations));
        }
        finally
        {
            _frames.RemoveAt(_frames.Count - 1);
        }
    }

    private bool LowerFrameReturn(IReturnOperation operation, SourceLocation location)
    {
        Frame frame = _frames[_frames.Count - 1];
        if (operation.ReturnedValue is { } returned)
        {
            // What an expression body of a void method evaluates.
            if (frame.Result is not { } result)
            {
                return LowerForEffect(returned);
            }

            if (LowerExpression(returned) is not { } value || value.Type != result.Type)
            {
                return false;
            }

            Emit(new Assign(result, value, location));
        }

        Emit(new Jump(frame.Target, location));
        return true;
    }
}
