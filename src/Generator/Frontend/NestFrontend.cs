using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>From an outermost loop to <see cref="LoopNest"/>.</summary>
internal static class NestFrontend
{
    /// <param name="number">1 for the method's first loop.</param>
    public static LoopNest Lower(MethodContext method, ILoopOperation loop, int number)
    {
        NestContext context = new(method, loop);
        LoopNest lowered = Whole(context);
        bool isInlined = lowered.Root is { } root && LoopTree.SelfAndDescendants(root).Any(inner => inner.InlinedFrom is not null);
        return !isInlined && !context.GivesRows ? lowered
            : context.GivesRows && !IsWhole(lowered) ? WithCalls()
            : lowered with { WithCalls = WithCalls() };

        LoopNest WithCalls() => Whole(new NestContext(method, loop) { InlinesLoops = false });

        LoopNest Whole(NestContext nest)
        {
            LoopNest whole = Lower(nest, loop, number);
            return nest.HasFields && !IsWhole(whole) ? Lower(nest.WithoutFields(), loop, number) : whole;
        }
    }

    // A statement that isn't lowered may use structs whose fields are elements elsewhere.
    private static bool IsWhole(LoopNest nest) =>
        nest.Root is { } root && !LoopTree.Statements(root.Body).Any(statement => statement is Opaque);

    private static LoopNest Lower(NestContext nest, ILoopOperation loop, int number)
    {
        MethodContext method = nest.Method;
        SourceLocation location = Locations.Of(loop);
        List<Refusal> refusals = [];
        Loop? root = null;
        if (loop.DescendantsAndSelf().FirstOrDefault(operation => operation is IInvalidOperation or IConversionOperation { Conversion.Exists: false }) is { } invalid)
        {
            refusals.Add(new Refusal(RuleIds.NotLowered, Locations.Of(invalid), EquatableArray.Of("code with errors")));
        }
        else
        {
            Lowering lowering = new(nest);
            root = lowering.LowerRoot(loop);
            if (root is not null && nest.ForeignReadOf(Assigned.In(root.Body)) is { } field)
            {
                refusals.Add(new Refusal(RuleIds.UnknownEffects, location, EquatableArray.Of(field, "the loop writes it, and reads it where that can't be followed: through another object, in a method or in a statement that isn't understood")));
                root = null;
            }
            else if (root is not null && nest.HeldFieldReachedOtherwise() is { } held)
            {
                refusals.Add(new Refusal(RuleIds.UnknownEffects, location, EquatableArray.Of(held, "the loop writes it in the objects of an array, and reaches it through another object, too, which may be one of them")));
                root = null;
            }
            else if (root is null)
            {
                refusals.Add(lowering.Failure ?? new Refusal(RuleIds.NotCounted, location, EquatableArray.Of("its trip count is unknown")));
            }
        }

        return new LoopNest(
            number, root, nest.Variables, nest.Objects, refusals.ToEquatableArray(), method.RangeOf(loop.Syntax), location)
        {
            Token = nest.Token is { } token ? SignatureReader.Identifier(token.Name) : null,
            IsSliced = nest.Token is not null || method.IsAsync,
            Gate = nest.Gate,
        };
    }
}
