using System.Collections.Immutable;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Locks, and which calls synchronize.</summary>
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

                return Locking(name is "Enter" or "TryEnter", name == "Exit", arguments[0], true, call, arguments);
            case "System.Threading.Lock":
                return name == "EnterScope" ? Scope(instance, call) : Locking(name is "Enter" or "TryEnter", name == "Exit", instance, true, call);
            case "System.Threading.SpinLock":
                return Locking(name is "Enter" or "TryEnter", name == "Exit", SpinLock(call), true, call, arguments);
            case "System.Threading.Mutex" or "System.Threading.WaitHandle"
                when FrameworkTypes.NameOf(call.Instance?.Type) == "System.Threading.Mutex":
                return Locking(name == "WaitOne", name == "ReleaseMutex", instance, true, call);
            case "System.Threading.SemaphoreSlim" or "System.Threading.Semaphore" or "System.Threading.WaitHandle"
                when FrameworkTypes.NameOf(call.Instance?.Type).StartsWith("System.Threading.Semaphore", StringComparison.Ordinal):
                return Semaphore(call, name, instance, arguments);
            case "System.Threading.ReaderWriterLockSlim" or "System.Threading.ReaderWriterLock":
                bool isWriter = name.Contains("Write") || name.Contains("Upgradeable");
                return Locking(name.StartsWith("Enter", StringComparison.Ordinal) || name.StartsWith("TryEnter", StringComparison.Ordinal)
                    || name.StartsWith("Acquire", StringComparison.Ordinal), name.StartsWith("Exit", StringComparison.Ordinal)
                        || name.StartsWith("Release", StringComparison.Ordinal), instance, isWriter, call);
            case "System.Threading.Barrier" when name == "SignalAndWait":
                PassBarrier();
                return Value.Nothing;
            case "System.Threading.ManualResetEvent" or "System.Threading.ManualResetEventSlim" or "System.Threading.AutoResetEvent"
                or "System.Threading.EventWaitHandle" or "System.Threading.CountdownEvent" or "System.Threading.WaitHandle"
                or "System.Threading.Tasks.TaskCompletionSource":
                return name is "Set" or "Signal" or "SetResult" or "TrySetResult" ? Set(instance)
                    : name is "Wait" or "WaitOne" ? Pass(instance, call)
                    : name is "WaitAll" ? Pass(arguments[0], call) : Value.Nothing;
            case "System.Collections.Concurrent.BlockingCollection" or "System.Collections.Concurrent.ConcurrentQueue"
                or "System.Collections.Concurrent.ConcurrentStack" or "System.Collections.Concurrent.ConcurrentBag"
                or "System.Threading.Channels.ChannelWriter" or "System.Threading.Channels.ChannelReader":
                return Transfer(call, type.Substring(type.LastIndexOf('.') + 1), name, instance, arguments);
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

    private void Apply(ImmutableArray<Gain> gains)
    {
        foreach (Gain gain in gains)
        {
            if (gain.Lock is { } taken)
            {
                _locks = _locks.Add(new LockHold(taken, true, _sections++) { Opening = gain.Opening });
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

    private Value Locking(bool enters, bool exits, Value target, bool isExclusive, IInvocationOperation operation, Value[]? arguments = null)
    {
        bool tries = operation.TargetMethod.Name.StartsWith("Try", StringComparison.Ordinal);
        if (enters && target.Objects is [var tried] && (tries || MayGiveUp(operation)))
        {
            Value taken = new() { Truth = Condition.Nothing with { GainsWhenTrue = [new Gain(tried, null)] } };
            if (arguments?.Select(argument => argument.Reference).OfType<Place>().LastOrDefault() is not { } result)
            {
                return taken;
            }

            // Whether it was taken comes out in an argument.
            Write(result, taken, operation.Syntax);
            return Value.Nothing;
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

        if (_quiet == 0 && !_hasErrors)
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
