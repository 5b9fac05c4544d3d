using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Parallel constructs: their bodies run in a frame of their own.</summary>
internal sealed partial class Interpreter
{
    /// <summary>What a call that starts parallel code yields; null for other calls.</summary>
    private Value? StartConstruct(IInvocationOperation call)
    {
        ConstructCall kind = ConstructCalls.Of(call.TargetMethod.ReducedFrom ?? call.TargetMethod);
        if (kind == ConstructCall.None)
        {
            return null;
        }

        Value instance = call.Instance is null ? Value.Nothing : Evaluate(call.Instance);
        Value[] arguments = Arguments(call.Arguments, call.TargetMethod.Parameters.Length);
        switch (kind)
        {
            case ConstructCall.ParallelFor:
                return RunFor(call, arguments);
            case ConstructCall.ParallelForEach or ConstructCall.ParallelForEachAsync:
                return RunForEach(call, arguments, isBlocking: kind == ConstructCall.ParallelForEach);
            case ConstructCall.ParallelInvoke:
                return RunInvoke(call, arguments);
            case ConstructCall.AsParallel or ConstructCall.ParallelRange:
                return AsQuery(call, arguments);
            case ConstructCall.QueryOperator:
                return RunOperator(call, arguments);
            case ConstructCall.TaskRun or ConstructCall.QueueWorkItem:
                return arguments.FirstOrDefault(argument => argument.Function is not null)?.Function is { } code
                    ? Launch(code, call.Syntax, kind == ConstructCall.TaskRun ? ConstructKind.Task : ConstructKind.WorkItem, _frame, arguments, call)
                    : Value.Nothing;
            case ConstructCall.ContinueWith when instance.Unstarted is { Started: null }:
                // When that task will be started isn't known yet.
                return Value.Nothing;
            case ConstructCall.ContinueWhenAll:
                return arguments.FirstOrDefault(argument => argument.Function is not null)?.Function is { } last
                    ? Launch(last, call.Syntax, ConstructKind.Task, _frame, [Value.Nothing], call, call.TargetMethod.Name == "ContinueWhenAll"
                        ? TasksOf(arguments[0]) : [])
                    : Value.Nothing;
            case ConstructCall.ContinueWith:
                return arguments[0].Function is { } continuation
                    ? Launch(continuation, call.Syntax, ConstructKind.Task, _frame, [Value.Nothing], call, TasksOf(instance))
                    : Value.Nothing;
            default:
                return Start(instance, arguments, call);
        }
    }

    private Value RunFor(IInvocationOperation call, Value[] arguments)
    {
        IMethodSymbol method = call.TargetMethod;
        Function? body = Code(method, arguments, "body");
        bool isAsync = method.Name == "ForAsync";
        Symbol index = unknowns.New(ParameterName(body, 0) ?? "i", null, Nature.Index);
        ConstructFrame frame = NewFrame(index, ConstructKind.Iterations, call.Syntax);
        AffineForm number = AffineForm.Of(index);
        if (arguments[0].Number is { } from)
        {
            frame.Bounds.Add(Constraint.AtLeast(number, from));
        }

        if (arguments.Length > 1 && arguments[1].Number is { } to)
        {
            frame.Bounds.Add(Constraint.AtLeast(to, number, 1));
        }

        frame.IsSequential = IsForOne(arguments);
        RunIterations(frame, call, Code(method, arguments, "localInit"), Code(method, arguments, "localFinally"), body, local =>
            [Value.Of(number), Value.Nothing, local]);
        return Ended(frame, isBlocking: !isAsync);
    }

    private Value RunForEach(IInvocationOperation call, Value[] arguments, bool isBlocking)
    {
        IMethodSymbol method = call.TargetMethod;
        Function? body = Code(method, arguments, "body");
        Function? init = Code(method, arguments, "localInit");
        Symbol index = unknowns.New(ParameterName(body, 0) ?? "item", null, Nature.Index);
        ConstructFrame frame = NewFrame(index, ConstructKind.Iterations, call.Syntax);
        Value source = arguments[0];
        bool hasNumber = body?.Method.Parameters.Length > 2 && body.Method.Parameters[2].Type.SpecialType == SpecialType.System_Int64
            && (init is null || body.Method.Parameters.Length > 3);
        AffineForm number = AffineForm.Of(index);
        frame.Bounds.Add(new Constraint(number, Relation.AtLeastZero));
        Value? item = null;
        frame.IsSequential = IsForOne(arguments);
        RunIterations(frame, call, init, Code(method, arguments, "localFinally"), body, local =>
        {
            // The source is enumerated by one thread at a time.
            _quiet += source.Items is { IsLazy: true } ? 1 : 0;
            item ??= ItemOf(source, number, call.Arguments[0].Value, record: true);
            _quiet -= source.Items is { IsLazy: true } ? 1 : 0;
            return hasNumber ? [item, Value.Nothing, Value.Of(number), local] : [item, Value.Nothing, local];
        });
        return Ended(frame, isBlocking);
    }

    /// <summary>The body, with what its iterations on one thread share and others don't.</summary>
    private void RunIterations(ConstructFrame frame, IInvocationOperation call, Function? init, Function? final, Function? body, Func<Value,
        Value[]> arguments)
    {
        Inside(frame, [init?.Body, body?.Body, final?.Body], () =>
        {
            Value local = init is null ? Value.Nothing : Invoke(init, [], call);
            if (body is not null)
            {
                InvokeBody(body, arguments(local), call);
            }

            if (final is not null)
            {
                // Once for each thread, not for each iteration.
                _isLast = true;
                InvokeBody(final, [local], call);
                _isLast = false;
            }
        });
        if (body is null)
        {
            _findings.Add(new Finding(FindingKind.UnknownCall, call.Syntax, frame, "the body"));
        }
    }

    /// <summary>The body is the construct's own code, not a callee, whatever it is written as.</summary>
    private Value InvokeBody(Function body, Value[] arguments, IOperation call)
    {
        _entersBody = true;
        // Nobody waits for what an asynchronous delegate does after its first await, where none is expected.
        _detachesBody = body.Method.ReturnsVoid || call is IInvocationOperation { TargetMethod: { Name: "StartNew",
            ContainingType.Name: "TaskFactory" } };
        return Invoke(body, arguments, call);
    }

    private Value RunInvoke(IInvocationOperation call, Value[] arguments)
    {
        Value[] actions = [.. arguments.Where(argument => argument.Function is null).SelectMany(argument => argument.Parts).Concat(arguments)];
        List<ConstructFrame> branches = [];
        long start = _tick;
        foreach (Function action in actions.Select(action => action.Function).OfType<Function>())
        {
            ConstructFrame frame = new(_frame, null, ConstructKind.Branch, action.Body?.Syntax.Parent ?? call.Syntax, start) { Whole = call.Syntax };
            branches.Add(frame);
            AddConstruct(frame);
            Inside(frame, [action.Body], () => InvokeBody(action, [], call));
        }

        _tick++;
        branches.ForEach(JoinFrame);
        return Value.Nothing;
    }

    private Value Launch(
        Function code, SyntaxNode syntax, ConstructKind kind, Frame? parent, Value[] arguments, IOperation call,
            ImmutableArray<ConstructFrame> after = default)
    {
        ConstructFrame frame = new(parent, null, kind, syntax, _tick);
        AddConstruct(frame);
        foreach (ConstructFrame antecedent in after.IsDefault ? [] : after)
        {
            frame.Antecedents = frame.Antecedents.Add(antecedent).Union(antecedent.Antecedents);
            frame.RunningBefore = frame.RunningBefore.Remove(antecedent).Except(antecedent.EndedInside).Union(antecedent.RunningAfter);
            frame.EndedInside = frame.EndedInside.Add(antecedent).Union(antecedent.EndedInside);
            // The one that the iteration before has made: they run one after the other.
            frame.IsChained |= antecedent.Syntax == syntax;
        }

        Value result = Value.Nothing;
        // The state that QueueUserWorkItem and StartNew hand over comes first where there is one.
        Value[] operands = [.. arguments.Where(argument => argument.Function is null)];
        ObjectId? scheduler = SchedulerOf(call as IInvocationOperation, arguments);
        frame.Scheduler = scheduler?.Key ?? InheritedScheduler(parent, kind, call as IInvocationOperation);
        frame.HasOwnScheduler = scheduler is not null && !IsExclusive(scheduler)
            && !scheduler.Name.EndsWith("ConcurrentScheduler", StringComparison.Ordinal)
            && !scheduler.Name.EndsWith("TaskScheduler.Current", StringComparison.Ordinal);
        Inside(frame, [code.Body], () =>
        {
            if (scheduler is { } one && IsExclusive(one))
            {
                Acquire(Value.Of(one), isExclusive: true, syntax);
            }

            result = InvokeBody(code, operands, call);
        });
        _tick++;
        if (call is IInvocationOperation start && start.Arguments.Any(argument =>
            argument.Value is { Type.Name: "TaskCreationOptions", ConstantValue: { HasValue: true, Value: int and var options } }
                && (options & 4) != 0)
            && new Signal("", parent, 0).Construct is { } holder)
        {
            // A child that is attached ends before its parent does.
            _running = _running.Remove(frame);
        }

        return code.Method.IsAsync && !result.Tasks.IsEmpty
            ? new Value { Tasks = [frame], Inner = result }
            : result with { Tasks = [.. result.Tasks, frame], Truth = null };
    }

    /// <summary>The scheduler that the code names; the default one runs everything at once.</summary>
    private static ObjectId? SchedulerOf(IInvocationOperation? call, Value[] arguments) => call is null ? null : arguments
        .SelectMany(argument => argument.Objects).FirstOrDefault(id => IsScheduler(id.Type)
            && !id.Name.EndsWith("TaskScheduler.Default", StringComparison.Ordinal));

    private static bool IsScheduler(ITypeSymbol? type) => type is not null && (type.Name == "TaskScheduler" || IsScheduler(type.BaseType));

    /// <summary>A task goes to the scheduler of the one that starts it, unless it is told another one. Task.Run takes the default one.</summary>
    private static string? InheritedScheduler(Frame? parent, ConstructKind kind, IInvocationOperation? call) =>
        kind == ConstructKind.Task && call is { TargetMethod.Name: not "Run" }
            && !call.Arguments.Any(argument => IsScheduler(Frontend.Operations.WithoutConversions(argument.Value)?.Type))
            ? new Signal("", parent, 0).Construct?.Scheduler
            : null;

    // Others may run one task at a time, or may not.
    private static bool IsExclusive(ObjectId scheduler) => scheduler.Key.EndsWith("→ExclusiveScheduler", StringComparison.Ordinal)
        || scheduler.Name.Contains("ExclusiveScheduler") || scheduler.Name.Contains("FromCurrentSynchronizationContext");

    private Value Start(Value instance, Value[] arguments, IInvocationOperation call)
    {
        if (instance.Unstarted is not { } unstarted)
        {
            return Value.Nothing;
        }

        bool isInside = false;
        for (Frame? frame = _frame; frame is not null || unstarted.Frame is null; frame = frame.Parent)
        {
            isInside |= frame == unstarted.Frame;
            if (frame is null)
            {
                break;
            }
        }

        Value started = Launch(unstarted.Function, unstarted.Syntax, unstarted.Kind, isInside ? _frame : unstarted.Frame, arguments, call);
        if (_quiet == 0)
        {
            unstarted.Started = started.Tasks.Last();
            unstarted.Yielded = [.. started.Tasks.Take(started.Tasks.Length - 1)];
        }

        return Value.Nothing;
    }

    /// <summary>ParallelOptions that allow one thread.</summary>
    private static bool IsForOne(Value[] arguments) => arguments.Any(argument =>
        argument.Objects is [{ Type: { Name: "ParallelOptions" } }] && argument.Number is { IsConstant: true, Constant: 1 });

    private static Function? Code(IMethodSymbol method, Value[] arguments, string parameter) =>
        method.Parameters.FirstOrDefault(one => one.Name == parameter) is { } found ? arguments[found.Ordinal].Function : null;

    private static string? ParameterName(Function? function, int place) =>
        function is not null && place < function.Method.Parameters.Length ? function.Method.Parameters[place].Name : null;
}
