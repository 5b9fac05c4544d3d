using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>What calls of the framework yield.</summary>
internal sealed partial class Interpreter
{
    /// <summary>Random.Next and what it is told of the range.</summary>
    private Value Drawn(Value[] arguments)
    {
        Symbol symbol = unknowns.New("random", _frame, Nature.Computed);
        unknowns.MakeRandom(symbol);
        AffineForm value = AffineForm.Of(symbol);
        AffineForm? least = arguments.Length > 1 ? arguments[0].Number : AffineForm.Zero;
        AffineForm? most = arguments.Length > 0 ? arguments[arguments.Length - 1].Number : null;
        unknowns.AddFacts(symbol,
        [
            .. least is null ? [] : new[] { Constraint.AtLeast(value, least) }, .. most is null ? [] : new[] { Constraint.AtLeast(most, value, 1) },
        ]);
        return Value.Of(value);
    }

    /// <summary>A result of the framework: a new object, or a number that nothing is known of.</summary>
    private Value Made(IOperation call, string name) => call.Type is not { } type || type.SpecialType == SpecialType.System_Void ? Value.Nothing
        : IsInteger(type) ? Value.Of(Small(name, type))
        : IsPlainValue(type) || type.SpecialType == SpecialType.System_Boolean ? Value.Nothing
        : Value.Of(Fresh(call.Syntax.ToString(), type));

    private AffineForm Small(string name, ITypeSymbol type)
    {
        Symbol number = unknowns.New(name, _frame, Nature.Computed);
        Limit(number, type);
        if (!name.Contains("Index") && !name.Contains("Search"))
        {
            unknowns.MakeDatum(number);
        }

        return AffineForm.Of(number);
    }

    private Value Copied(Value source, IInvocationOperation call)
    {
        Value copy = Value.Of(Fresh(call.Syntax.ToString(), call.Type));
        if (source.Items is { } items)
        {
            AffineForm probe = AffineForm.Of(unknowns.New("k", OwnFrame.Instance, Nature.Index));
            Value item = items.At(probe);
            _contents.Store(copy.Objects[0].Key + "[]", probe, item.Number, OwnFrame.Instance);
            HoldElement(copy, item);
        }

        if (source.Objects is [var whole])
        {
            _contents.Copy(whole.Key + "[]", copy.Objects[0].Key + "[]");
        }

        if (source.Objects is [var old] && _held.TryGetValue(old.Key + "[]", out Value? held))
        {
            HoldElement(copy, held);
        }

        HoldElement(copy, new Value { Tasks = TasksOf(source), Unstarted = source.Unstarted });
        return copy with { Length = LengthOfItems(source), Tasks = source.Tasks, Parts = source.Parts };
    }

    private static AffineForm? LengthOfItems(Value source) => source.Items is { Upper: { } upper } ? upper : source.Length;
}
