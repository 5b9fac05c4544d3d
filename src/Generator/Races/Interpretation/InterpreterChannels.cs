using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Queues and channels: who takes something has waited for the one who put it there.</summary>
internal sealed partial class Interpreter
{
    /// <summary>What the call yields; null if it is like any other call besides.</summary>
    private Value? Transfer(IInvocationOperation call, string type, string name, Value instance, Value[] arguments)
    {
        switch (type, name)
        {
            case ("BlockingCollection", "Add" or "TryAdd" or "CompleteAdding"):
            case ("ChannelWriter", "WriteAsync" or "TryWrite" or "Complete" or "TryComplete"):
                Value handed = arguments.Length > 0 ? arguments[0] : Value.Nothing;
                HoldElement(instance, handed);
                Set(instance);
                HandOver(instance, handed);
                return Value.Nothing;
            case ("BlockingCollection", "Take"):
                Pass(instance);
                return instance.Objects is [var queue] && _held.TryGetValue(queue.Key + "[]", out Value? held) ? held
                    : IsInteger(call.Type) || call.Type is not { IsReferenceType: true } ? Made(call, name)
                    : Taken(instance, call, call.Type);
            case ("BlockingCollection", "GetConsumingEnumerable") or ("ChannelReader", "ReadAllAsync"):
                Pass(instance);
                return Consumed(instance, Made(call, name));
            case ("ConcurrentQueue" or "ConcurrentStack" or "ConcurrentBag", "Enqueue" or "Push" or "Add"):
                HandOver(instance, arguments[0]);
                return null;
            case (not ("ChannelWriter" or "ChannelReader"), "TryDequeue" or "TryPop" or "TryTake"):
                TakeInto(instance, arguments, call);
                return null;
            case ("ChannelReader", "TryRead"):
                Pass(instance);
                TakeInto(instance, arguments, call);
                return null;
            case ("ChannelReader", "ReadAsync" or "WaitToReadAsync"):
                Pass(instance);
                return name == "ReadAsync"
                    && call.Type is INamedTypeSymbol { TypeArguments: [{ IsReferenceType: true, SpecialType: SpecialType.None } item] }
                        ? Taken(instance, call, item) : null;
            default:
                return null;
        }
    }
}
