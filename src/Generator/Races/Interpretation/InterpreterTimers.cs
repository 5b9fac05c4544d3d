using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Timers, and handlers of events.</summary>
internal sealed partial class Interpreter
{
    private readonly Dictionary<string, (Function Code, IOperation Subscription)> _elapsed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _started = new(StringComparer.Ordinal);

    /// <summary>What a timer calls: a call may begin before the one before has ended.</summary>
    private ConstructFrame RunTimer(Function code, IOperation operation, Value[] arguments, bool isOnce = false)
    {
        Symbol tick = unknowns.New("tick", null, Nature.Index);
        ConstructFrame frame = NewFrame(tick, ConstructKind.Timer, operation.Syntax);
        frame.Bounds.Add(new Constraint(AffineForm.Of(tick), Relation.AtLeastZero));
        frame.IsSequential = isOnce;
        Inside(frame, [code.Body], () => InvokeBody(code, arguments, operation));
        _tick++;
        return frame;
    }

    /// <summary>-1 milliseconds, in one of its spellings.</summary>
    private static bool IsNever(IOperation period) => Operations.WithoutConversions(period) switch
    {
        { ConstantValue: { HasValue: true, Value: -1 or -1L } } => true,
        IFieldReferenceOperation { Field.Name: "InfiniteTimeSpan" } => true,
        IInvocationOperation { TargetMethod: { Name: "FromMilliseconds", ContainingType.Name: "TimeSpan" }, Arguments: [{ Value: var count }, ..] } =>
            Operations.WithoutConversions(count)?.ConstantValue is { HasValue: true, Value: -1 or -1L or -1.0 },
        IObjectCreationOperation { Type.Name: "TimeSpan", Arguments: [.., { Value.ConstantValue: { HasValue: true, Value: -1 } }] } span =>
            span.Arguments.Length == 5 && span.Arguments.Take(4).All(part => part.Value.ConstantValue is { HasValue: true, Value: 0 }),
        _ => false,
    };

    /// <summary>An event holds its handler; that of a timer of System.Timers runs once the timer does.</summary>
    private void Subscribe(IEventAssignmentOperation subscription, IEventReferenceOperation subscribed)
    {
        Value handler = Evaluate(subscription.HandlerValue);
        if (subscription.Adds && handler.Function is { } code && FrameworkTypes.NameOf(subscribed.Event.ContainingType) == "System.Timers.Timer"
            && subscribed.Instance is { } instance && Evaluate(instance).Objects is [var timer])
        {
            _elapsed[timer.Key] = (code, subscription);
            if (_started.Contains(timer.Key))
            {
                RunTimer(code, subscription, []);
            }

            return;
        }

        foreach (Spot location in Field(subscribed, subscribed.Event, subscribed.Instance).Locations)
        {
            Hold(location, handler);
        }
    }

    private void StartTimer(Value timer)
    {
        foreach (ObjectId id in timer.Objects)
        {
            if (_started.Add(id.Key) && _elapsed.TryGetValue(id.Key, out (Function Code, IOperation Subscription) handler))
            {
                RunTimer(handler.Code, handler.Subscription, []);
            }
        }
    }
}
