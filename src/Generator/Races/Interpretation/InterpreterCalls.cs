using System.Collections.Immutable;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Calls: what is called is run in place, on the values it is given.</summary>
internal sealed partial class Interpreter
{
    private Value Call(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            Value target = Evaluate(call.Instance);
            Value[] operands = Arguments(call.Arguments, method.Parameters.Length);
            return target.Function is { } function ? Invoke(function, operands, call) : CallUnknown(call, method);
        }

        if (StartConstruct(call) is { } started)
        {
            return started;
        }

        Value instance = HasSource(method) ? Receiver(call.Instance) : call.Instance is null ? Value.Nothing : Evaluate(call.Instance);
        Value[] arguments = Arguments(call.Arguments, method.Parameters.Length);
        Assert(method, arguments);
        if (Synchronize(call, instance, arguments) is { } synchronized)
        {
            return synchronized;
        }

        if (!HasSource(method))
        {
            return CallFramework(call, instance, arguments);
        }

        return Dispatch(method, instance, arguments, call, call.IsVirtual);
    }

    /// <summary>Arguments in the order of the parameters.</summary>
    private Value[] Arguments(ImmutableArray<IArgumentOperation> arguments, int count)
    {
        Value[] values = new Value[Math.Max(count, arguments.Length)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Value.Nothing;
        }

        foreach (IArgumentOperation argument in arguments)
        {
            int place = argument.Parameter?.Ordinal ?? arguments.IndexOf(argument);
            values[place] = argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out or RefKind.In or RefKind.RefReadOnlyParameter
                ? new Value { Reference = Resolve(argument.Value) }
                : Evaluate(argument.Value);
        }

        return values;
    }

    private Value CallOperator(IMethodSymbol method, Value[] arguments, IOperation operation) =>
        HasSource(method) ? Dispatch(method, Value.Nothing, arguments, operation, isVirtual: false) : Value.Nothing;

    /// <summary>Runs a function's body on arguments; what it calls of itself as far as cousins can meet.</summary>
    private Value Invoke(Function function, Value[] arguments, IOperation operation)
    {
        bool isBody = _entersBody;
        bool detaches = function.Method.IsAsync && !_takesTurns && (isBody ? _detachesBody : !IsAwaited(operation));
        (_entersBody, _detachesBody) = (false, false);
        int running = _calls.Count(one => SymbolEqualityComparer.Default.Equals(one, function.Method.OriginalDefinition));
        IOperation? body = function.Body ?? context.BodyOf(function.Method);
        if (body is null)
        {
            ForgetFlags();
            if (!HasSource(function.Method) && FrameworkTypes.SharingOf(function.Method.ContainingType) == Sharing.Unsafe)
            {
                RecordState(function.Instance, operation, !FrameworkTypes.IsReader(function.Method), function.Method.Name);
                return Value.Nothing;
            }

            return HasSource(function.Method) || FrameworkTypes.SharingOf(function.Method.ContainingType) == Sharing.Safe
                ? Value.Nothing
                : CallUnknown(operation, function.Method);
        }

        if (running > DeepestRecursion || _calls.Count > DeepestCall)
        {
            ForgetFlags();
            return Value.Nothing;
        }

        // The variables of the call that is running already are others than those of the new one.
        KeyValuePair<ISymbol, Storage>[] outerVariables = running > 0 ? [.. _storage] : [];
        ImmutableDictionary<ISymbol, Value> outerValues = _values;
        (Value outerThis, Value? outerReturn, IMethodSymbol? outerCallee, SyntaxNode? outerSite, bool wasReachable) =
            (_this, _returned, _callee, _callSite, _isReachable);
        bool isMethod = function.Method.MethodKind is not (MethodKind.LambdaMethod or MethodKind.LocalFunction);
        if (isMethod)
        {
            _this = function.Method.IsStatic ? Value.Nothing : function.Instance;
        }
        else if (!function.Instance.Objects.IsEmpty)
        {
            // Code that was handed over belongs to the object whose method has written it.
            _this = function.Instance;
        }

        if (IsInConstruct && (isMethod || (!isBody && function.Method.MethodKind != MethodKind.LambdaMethod) || IsOfOther(function.Method)))
        {
            _callSite ??= operation.Syntax;
            _callee ??= function.Method;
        }

        _calls.Add(function.Method.OriginalDefinition);
        _sites.Add(operation.Syntax);
        IMethodSymbol definition = function.Method.OriginalDefinition;
        ImmutableArray<IParameterSymbol> parameters = (definition.PartialImplementationPart ?? definition).Parameters;
        var hidden = parameters.Select(parameter =>
            (parameter, _values.TryGetValue(parameter, out Value? value) ? value : null, _storage.TryGetValue(parameter, out Storage? storage)
                ? storage : null)).ToArray();
        for (int i = 0; i < parameters.Length; i++)
        {
            Value argument = i < arguments.Length ? arguments[i] : Value.Nothing;
            if (argument.Boolean is { } truth)
            {
                argument = argument with { Truth = context.WrittenIn(body).Contains(parameters[i]) ? null : Condition.Always(truth) };
            }

            Declare(parameters[i], argument.Reference is null ? Kept(argument, parameters[i].Type) : argument);
        }

        _returned = null;
        ImmutableArray<LockHold> locks = _locks;
        bool isSynchronized = (function.Method.MethodImplementationFlags & System.Reflection.MethodImplAttributes.Synchronized) != 0;
        if (isSynchronized)
        {
            Acquire(function.Method.IsStatic ? TypeObject(function.Method.ContainingType) : _this, isExclusive: true, operation.Syntax);
        }

        ImmutableArray<Constraint> constraints = _constraints;
        ImmutableArray<Source> decided = _decided;
        bool isExpression = body is not (IBlockOperation or IMethodBodyBaseOperation or IConstructorBodyOperation);
        ConstructFrame? detached = null;
        if (isExpression)
        {
            _returned = Evaluate(body);
        }
        else if (detaches && body is IBlockOperation block && FirstAwait(block) is >= 0 and var first)
        {
            (_callSite, _callee) = isMethod ? (_callSite ?? operation.Syntax, _callee ?? function.Method) : (_callSite, _callee);
            detached = RunDetached(block, first, operation);
        }
        else
        {
            Visit(body);
        }

        Value result = _returned ?? Value.Nothing;
        result = detached is null ? result : result with { Tasks = [.. result.Tasks, detached] };
        _calls.RemoveAt(_calls.Count - 1);
        _sites.RemoveAt(_sites.Count - 1);
        foreach ((IParameterSymbol parameter, Value? value, Storage? storage) in hidden)
        {
            _values = value is null ? _values : _values.SetItem(parameter, value);
            if (storage is not null)
            {
                _storage[parameter] = storage;
            }
        }

        foreach (KeyValuePair<ISymbol, Storage> variable in outerVariables)
        {
            _storage[variable.Key] = variable.Value;
            if (outerValues.TryGetValue(variable.Key, out Value? value))
            {
                _values = _values.SetItem(variable.Key, value);
            }
        }

        _locks = isSynchronized ? locks : _locks;
        _constraints = constraints;
        _decided = decided;
        (_this, _returned, _callee, _callSite, _isReachable) = (outerThis, outerReturn, outerCallee, outerSite, wasReachable);
        return result;
    }

    /// <summary>A lambda that a method has written which isn't running: it came in a field.</summary>
    private bool IsOfOther(IMethodSymbol lambda)
    {
        ISymbol? holder = lambda.ContainingSymbol;
        while (holder is IMethodSymbol { MethodKind: MethodKind.LambdaMethod or MethodKind.LocalFunction })
        {
            holder = holder.ContainingSymbol;
        }

        return holder is IMethodSymbol method ? !_calls.Contains(method.OriginalDefinition, SymbolEqualityComparer.Default) : holder is IFieldSymbol;
    }

    private bool IsInConstruct
    {
        get
        {
            for (Frame? frame = _frame; frame is not null; frame = frame.Parent)
            {
                if (frame is ConstructFrame)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private Value CallUnknown(IOperation operation, IMethodSymbol? method)
    {
        ForgetHandovers();
        ForgetFlags(operation, method);
        if (_quiet == 0 && IsInConstruct)
        {
            _findings.Add(new Finding(FindingKind.UnknownCall, operation.Syntax, _frame,
                method?.Name ?? operation.Syntax.ToString()) { CallSite = _callSite });
        }

        return operation.Type is { } type
            ? Kept(Given(type, $"U{_numbers++}", Instance(), operation.Syntax.ToString(), ObjectOrigin.Computed), type)
            : Value.Nothing;
    }
}
