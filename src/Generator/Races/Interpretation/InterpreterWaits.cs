using System.Collections.Immutable;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Waiting for tasks and threads: what has ended afterwards.</summary>
internal sealed partial class Interpreter
{
    private Value WaitFor(IInvocationOperation call, string name, Value instance, Value[] arguments)
    {
        switch (name)
        {
            case "Wait" or "Join" or "WaitAll" when MayGiveUp(call):
                return new Value { Truth = arguments.Aggregate(Ended(instance), (all, argument) => all.And(Ended(argument))) };
            case "Wait" or "RunSynchronously" or "Join":
                if (instance.Pending is { } pending)
                {
                    Acquire(Value.Of(pending), isExclusive: true, call.Syntax);
                }

                return Wait(instance, call);
            case "WaitAll":
                return arguments.Aggregate(Value.Nothing, (_, argument) => Wait(argument, call));
            case "WhenAny":
                return new Value { Inner = new Value { HasEnded = true } };
            case "WhenAll":
                return new Value { Tasks = [.. arguments.SelectMany(argument => TasksOf(Enumerated(argument, call)))] };
            case "ConfigureAwait" or "GetAwaiter" or "WaitAsync" or "AsTask":
                return instance;
            default:
                return Value.Nothing;
        }
    }

    /// <summary>The call returns after some time even if nothing has happened, and says which of the two it was.</summary>
    private static bool MayGiveUp(IInvocationOperation call) => call.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean
        && call.Arguments.Any(argument => argument.Parameter?.Type is { SpecialType: SpecialType.System_Int32 } or { Name: "TimeSpan" }
            && argument.Value.ConstantValue is not { HasValue: true, Value: -1 }
            && !argument.Value.Syntax.ToString().EndsWith("InfiniteTimeSpan", StringComparison.Ordinal));

    private Value Await(IAwaitOperation awaited)
    {
        ImmutableHashSet<object> handedOver = _handedOver;
        Value value = Evaluate(awaited.Operation);
        // What the awaited call itself hands over isn't given back by its end.
        handedOver = _handedOver.Except(handedOver);
        if (value.Pending is { } pending)
        {
            Acquire(Value.Of(pending), isExclusive: true, awaited.Syntax);
        }

        JoinAll(value);
        Value source = value with { Objects = [.. value.Objects.Where(id =>
            FrameworkTypes.NameOf(id.Type) == "System.Threading.Tasks.TaskCompletionSource")] };
        Pass(source);
        _waited = _waited.Union(source.Objects.Select(id => Model.Signal.Completion + id.Key));
        _handedOver = handedOver;
        return value.Inner ?? value with { Tasks = [] };
    }

    private Value Wait(Value value, IOperation operation)
    {
        if (_quiet == 0 && new Signal("", _frame, 0).Construct is { Kind: ConstructKind.Iterations or ConstructKind.Query or ConstructKind.Branch })
        {
            _findings.Add(new Finding(FindingKind.Blocking, operation.Syntax, _frame, operation.Syntax.ToString()) { CallSite = _callSite });
        }

        JoinAll(value);
        return value with { Tasks = [] };
    }

    /// <summary>The condition that the task, or thread, has ended.</summary>
    private Condition Ended(Value task) => Condition.Nothing with { GainsWhenTrue = [.. TasksOf(task).Select(frame => new Gain(null, frame))] };

    /// <summary>A method that takes a condition and yields nothing returns only if it holds: an assertion.</summary>
    private void Assert(IMethodSymbol method, Value[] arguments)
    {
        if (!method.ReturnsVoid || HasSource(method))
        {
            return;
        }

        foreach (Condition condition in arguments.Select(argument => argument.Truth).OfType<Condition>())
        {
            Apply(method.Name.Contains("False") ? condition.GainsWhenFalse : condition.GainsWhenTrue);
        }
    }

    private void JoinAll(Value value)
    {
        ForgetHandovers();
        foreach (ConstructFrame frame in TasksOf(value))
        {
            JoinFrame(frame);
        }
    }

    private void JoinFrame(ConstructFrame frame)
    {
        _running = _running.Remove(frame).Except(frame.EndedInside).Union(frame.RunningAfter);
        _tick++;
    }

    /// <summary>The activities behind a task, a thread, or a collection of them.</summary>
    private ImmutableArray<ConstructFrame> TasksOf(Value value)
    {
        IEnumerable<Value> held = value.Objects.Select(id => _held.TryGetValue(id.Key + "[]", out Value? items) ? items : Value.Nothing);
        return [.. held.Concat(value.Parts).Append(value).SelectMany(one => one.Unstarted?.Started is { } started ? one.Tasks.Add(started)
            : one.Tasks).Distinct()];
    }
}
