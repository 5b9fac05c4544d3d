using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Locks, atomic operations and events.</summary>
internal sealed partial class Interpreter
{
    private readonly List<Signal> _signals = [];
    private int _sections;

    /// <summary>Where events are set: what came before in that frame is done when somebody has waited for the event.</summary>
    public IReadOnlyList<Signal> Signals => _signals;

    /// <summary>What the call yields if it synchronizes; null for all others.</summary>
    private Value? Synchronize(IInvocationOperation call, Value instance, Value[] arguments)
    {
        string type = FrameworkTypes.NameOf(call.TargetMethod.ContainingType);
        string name = call.TargetMethod.Name;
        switch (type)
        {
            case "System.Threading.Interlocked":
                return Atomic(call, name, arguments);
            case "System.Threading.LazyInitializer" when arguments[0].Reference is { } lazy:
                // One of the objects that are made is kept, whole.
                Value made = arguments.Select(argument => argument.Function).OfType<Function>().FirstOrDefault() is { } factory
                    ? Invoke(factory, [], call) : Value.Nothing;
                Write(lazy, made, call.Syntax, isAtomic: true, checks: false);
                return Read(lazy, call.Syntax, isAtomic: true);
            case "System.Threading.Volatile" or "System.Threading.Thread" when name is "Read" or "VolatileRead"
                && arguments[0].Reference is { } source:
                return Read(source, call.Syntax, isAtomic: true);
            case "System.Threading.Volatile" or "System.Threading.Thread" when name is "Write" or "VolatileWrite"
                && arguments[0].Reference is { } target:
                Write(target, arguments[1], call.Syntax, isAtomic: true);
                return Value.Nothing;
            case "System.Threading.Monitor":
                if (name == "Wait")
                {
                    ForgetHandovers();
                }

                return Locking(name is "Enter" or "TryEnter", name == "Exit", arguments[0], true, call);
            case "System.Threading.Lock":
                return name == "EnterScope" ? Scope(instance, call) : Locking(name is "Enter" or "TryEnter", name == "Exit", instance, true, call);
            case "System.Threading.SpinLock":
                return Locking(name is "Enter" or "TryEnter", name == "Exit", SpinLock(call), true, call);
            case "System.Threading.Mutex" or "System.Threading.WaitHandle" when FrameworkTypes.NameOf(call.Instance?.Type) == "System.Threading.Mutex":
                return Locking(name == "WaitOne", name == "ReleaseMutex", instance, true, call);
            case "System.Threading.SemaphoreSlim" or "System.Threading.Semaphore" or "System.Threading.WaitHandle" when FrameworkTypes.NameOf(call.Instance?.Type).StartsWith("System.Threading.Semaphore", StringComparison.Ordinal):
                return Semaphore(call, name, instance, arguments);
            case "System.Threading.ReaderWriterLockSlim" or "System.Threading.ReaderWriterLock":
                bool isWriter = name.Contains("Write") || name.Contains("Upgradeable");
                return Locking(name.StartsWith("Enter", StringComparison.Ordinal) || name.StartsWith("TryEnter", StringComparison.Ordinal)
                    || name.StartsWith("Acquire", StringComparison.Ordinal), name.StartsWith("Exit", StringComparison.Ordinal)
                        || name.StartsWith("Release", StringComparison.Ordinal), instance, isWriter, call);
            case "System.Threading.Barrier" when name == "SignalAndWait":
                PassBarrier();
                return Value.Nothing;
            case "System.Threading.ManualResetEvent" or "System.Threading.ManualResetEventSlim" or "System.Threading.AutoResetEvent" or "System.Threading.EventWaitHandle"
                or "System.Threading.CountdownEvent" or "System.Threading.WaitHandle" or "System.Threading.Tasks.TaskCompletionSource":
                return name is "Set" or "Signal" or "SetResult" or "TrySetResult" ? Set(instance)
                    : name is "Wait" or "WaitOne" ? Pass(instance)
                    : name is "WaitAll" ? Pass(arguments[0]) : Value.Nothing;
            case "System.Collections.Concurrent.BlockingCollection" when name is "Add" or "TryAdd" or "CompleteAdding":
                HoldElement(instance, arguments.Length > 0 ? arguments[0] : Value.Nothing);
                Set(instance);
                HandOver(instance, arguments.Length > 0 ? arguments[0] : Value.Nothing);
                return Value.Nothing;
            case "System.Collections.Concurrent.BlockingCollection" when name == "Take":
                Pass(instance);
                return instance.Objects is [var queue] && _held.TryGetValue(queue.Key + "[]", out Value? handed) ? handed
                    : IsInteger(call.Type) || call.Type is not { IsReferenceType: true } ? Made(call, name)
                    : Taken(instance, call, call.Type);
            case "System.Collections.Concurrent.BlockingCollection" when name == "GetConsumingEnumerable":
                Pass(instance);
                return Consumed(instance, Made(call, name));
            case "System.Collections.Concurrent.ConcurrentQueue" or "System.Collections.Concurrent.ConcurrentStack"
                or "System.Collections.Concurrent.ConcurrentBag" when name is "Enqueue" or "Push" or "Add":
                HandOver(instance, arguments[0]);
                return null;
            case "System.Collections.Concurrent.ConcurrentQueue" or "System.Collections.Concurrent.ConcurrentStack"
                or "System.Collections.Concurrent.ConcurrentBag" or "System.Collections.Concurrent.BlockingCollection"
                when name is "TryDequeue" or "TryPop" or "TryTake":
                TakeInto(instance, arguments, call);
                return null;
            case "System.Threading.Channels.ChannelWriter" when name is "WriteAsync" or "TryWrite" or "Complete" or "TryComplete":
                HoldElement(instance, arguments.Length > 0 ? arguments[0] : Value.Nothing);
                Set(instance);
                HandOver(instance, arguments.Length > 0 ? arguments[0] : Value.Nothing);
                return Value.Nothing;
            case "System.Threading.Channels.ChannelReader" when name is "ReadAsync" or "TryRead" or "WaitToReadAsync" or "ReadAllAsync":
                Pass(instance);
                if (name == "TryRead")
                {
                    TakeInto(instance, arguments, call);
                }

                return name == "ReadAllAsync" ? Consumed(instance, Made(call, name))
                    : name == "ReadAsync" && call.Type is INamedTypeSymbol { TypeArguments: [{ IsReferenceType: true, SpecialType: SpecialType.None } item] }
                        ? Taken(instance, call, item)
                    : null;
            case "System.Threading.Tasks.Task":
                return WaitFor(call, name, instance, arguments);
            case "System.Threading.SpinWait" when name == "SpinUntil" && arguments[0].Function is { } probe:
                Value seen = Invoke(probe, [], call);
                PassFlags(seen);
                Apply(seen.Truth?.GainsWhenTrue ?? []);
                return Value.Nothing;
            case "System.Threading.Thread" when name == "Join":
                return WaitFor(call, name, instance, arguments);
            case "System.Runtime.CompilerServices.TaskAwaiter" when name == "GetResult":
                return Wait(instance, call);
            case "System.Timers.Timer" when name == "Start":
                StartTimer(instance);
                return Value.Nothing;
            case "System.Threading.Timer" when name is "Dispose" or "DisposeAsync":
                return Wait(instance, call);
        }

        if (name == "Unwrap")
        {
            Value outer = instance.Objects.IsEmpty && instance.Tasks.IsEmpty && arguments.Length > 0 ? arguments[0] : instance;
            if (outer.Unstarted is { Started: { } started, Yielded: { IsEmpty: false } yielded })
            {
                return outer with { Tasks = [started, .. yielded], Unstarted = null };
            }

            return outer.Inner is { } inner ? inner with { Tasks = [.. outer.Tasks, .. inner.Tasks] } : outer;
        }

        return name is "ConfigureAwait" or "GetAwaiter" or "AsTask" or "WaitAsync" && type.StartsWith("System.", StringComparison.Ordinal)
            ? (instance.Objects.IsEmpty && instance.Tasks.IsEmpty && arguments.Length > 0 ? arguments[0] : instance) : null;
    }

    private Value Atomic(IInvocationOperation call, string name, Value[] arguments)
    {
        if (arguments.Length == 0 || arguments[0].Reference is not { } place)
        {
            return Value.Nothing;
        }

        switch (name)
        {
            case "Read":
                return Read(place, call.Syntax, isAtomic: true);
            case "Exchange":
                Write(place, arguments[1], call.Syntax, isAtomic: true);
                return Guarded(place, Value.Of(IsInteger(call.Type) ? Computed(name) : null), call,
                    ConstantAt(call, 1) is { HasValue: true, Value: var put } ? was => !Equals(was, put) : null);
            case "CompareExchange":
                Value old = Read(place, call.Syntax, isAtomic: true);
                if (call.Parent is IExpressionStatementOperation)
                {
                    // Whether it was exchanged is not asked.
                    Write(place, arguments[1], call.Syntax, isAtomic: true);
                    return old;
                }

                Write(place, Value.Nothing, call.Syntax, isAtomic: true, checks: false);
                Verify(place, arguments[2]);
                return Guarded(place, old, call, ConstantAt(call, 2) is { HasValue: true, Value: var expected } ? was => Equals(was, expected)
                    : null);
            case "Increment" or "Decrement" or "Add" or "And" or "Or":
                Write(place, Value.Nothing, call.Syntax, isAtomic: true, checks: false);
                // Counting yields a number that nobody else gets, as long as it goes one way.
                bool isTicket = name is "Increment" or "Decrement" && IsInteger(call.Type);
                return Guarded(place, Value.Of(Computed(name, isTicket ? Nature.Ticket : Nature.Computed)), call, isTicket ? _ => true : null);
            default:
                return Value.Nothing;
        }
    }

    private static Optional<object?> ConstantAt(IInvocationOperation call, int place) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == place)?.Value.ConstantValue ?? default;

    /// <summary>What was there before tells who is let in: only one is, until the variable is written again.</summary>
    private static Value Guarded(Place place, Value old, IInvocationOperation call, Func<object?, bool>? opens)
    {
        if (opens is null || place.Locations is not [var location])
        {
            return old;
        }

        ObjectId gate = new(GateKey(location), location.Subscripts, ObjectOrigin.Given, location.Name, null);
        if (call.Type?.SpecialType == SpecialType.System_Boolean)
        {
            ImmutableArray<Gain> gain = [new Gain(gate, null)];
            return old with { Truth = new Condition([], []) { GainsWhenTrue = opens(true) ? gain : [], GainsWhenFalse = opens(false) ? gain : [] } };
        }

        string? flag = call.TargetMethod.Name is "Increment" or "Decrement" ? Flag(location) : null;
        return old with { Gate = new Gate(gate, opens, flag, call.TargetMethod.Name == "Decrement") };
    }

    private static string GateKey(Spot location) => "gate " + location.Key;

    private static string Flag(Spot location) => "flag " + location.Text;

    /// <summary>A plain read that a compare-exchange verifies is as good as an atomic one.</summary>
    private void Verify(Place place, Value comparand)
    {
        foreach (Source source in comparand.Sources.Where(source => place.Locations.Any(location => location.Key == source.Location.Key)))
        {
            for (int i = _accesses.Count - 1; i >= 0; i--)
            {
                if (_accesses[i].Syntax == source.Read && !_accesses[i].IsWrite)
                {
                    _accesses[i] = _accesses[i] with { IsAtomic = true };
                }
            }
        }
    }

    private void Apply(ImmutableArray<Gain> gains)
    {
        foreach (Gain gain in gains)
        {
            if (gain.Lock is { } taken)
            {
                _locks = _locks.Add(new LockHold(taken, true, _sections++));
            }

            if (gain.Done is not null || gain.Flag is not null)
            {
                ForgetHandovers();
            }

            if (gain.Done is { } done)
            {
                JoinFrame(done);
            }

            if (gain.Flag is { } flag)
            {
                _waited = _waited.Add(flag);
            }
        }
    }

    private Value Locking(bool enters, bool exits, Value target, bool isExclusive, IOperation operation)
    {
        if (enters && (operation as IInvocationOperation)?.TargetMethod is { ReturnType.SpecialType: SpecialType.System_Boolean, Name: var name }
            && name.StartsWith("Try", StringComparison.Ordinal)
            && target.Objects is [var tried])
        {
            return new Value { Truth = Condition.Nothing with { GainsWhenTrue = [new Gain(tried, null)] } };
        }

        if (enters)
        {
            Acquire(target, isExclusive, operation.Syntax);
        }
        else if (exits)
        {
            _locks = [.. _locks.Where(held => !target.Objects.Contains(held.Lock))];
        }

        return Value.Nothing;
    }

    private Value Scope(Value target, IOperation operation)
    {
        Acquire(target, isExclusive: true, operation.Syntax);
        return Value.Nothing;
    }

    private void Acquire(Value target, bool isExclusive, SyntaxNode syntax)
    {
        if (target.Objects is not [var id])
        {
            // Which of several objects is locked isn't known: that protects nothing but what belongs to the same one.
            int section = _sections++;
            _locks = [.. _locks, .. target.Objects.Select(one => new LockHold(one, isExclusive, section) { IsAlternative = true })];
            return;
        }

        if (_quiet == 0)
        {
            foreach (LockHold outer in _locks.Where(held => !held.Lock.Equals(id)))
            {
                _findings.Add(new Finding(FindingKind.NestedLock, syntax, _frame, id.Name) { Outer = outer.Lock, Inner = id, CallSite = _callSite,
                    Tick = _tick, Running = _running, Locks = _locks });
            }
        }

        _locks = _locks.Add(new LockHold(id, isExclusive, _sections++));
    }
}

/// <param name="Frame">The code that sets the event.</param>
internal sealed record Signal(string Event, Frame? Frame, long Tick)
{
    /// <summary>The innermost construct that the code belongs to.</summary>
    public ConstructFrame? Construct
    {
        get
        {
            for (Frame? frame = Frame; frame is not null; frame = frame.Parent)
            {
                if (frame is ConstructFrame construct)
                {
                    return construct;
                }
            }

            return null;
        }
    }
}
