using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>
/// The loops of a region end, their indices don't wrap, and the arithmetic in their headers has its true value.
/// </summary>
internal static class TripGuards
{
    public static void Add(Region region, GuardList guards)
    {
        foreach (LoopDomain domain in region.Loops)
        {
            bool isRoot = domain.Loop.Id == region.Root.Id;
            ImmutableArray<LoopDomain> outer = Around(region, domain.Loop);
            if (isRoot || !EndsByItself(domain, outer))
            {
                AddTripCount(domain, region, guards);
            }

            AddHeader(domain, domain.Loop.Start, domain.Starts, outer, region, guards);
            AddHeader(domain, domain.Loop.Bound, domain.Bounds, outer, region, guards);
        }
    }

    public static ImmutableArray<LoopDomain> Around(Region region, Loop loop) =>
        [.. Walk.Path(region.Root, loop).Where(outer => outer.Id != loop.Id).Select(region.Domain)];

    private static void AddTripCount(LoopDomain domain, Region region, GuardList guards)
    {
        Visible visible = new(region.Root);
        if (domain.Loop.Id == region.Root.Id || Walk.Header(domain.Loop).All(visible.IsInvariant))
        {
            guards.Add(new FiniteTripCount(domain.Loop));
        }
        else
        {
            guards.Refuse(new Refusal(RuleIds.NotCounted, domain.Loop.Location, EquatableArray.Of(
                $"the loop over {domain.Loop.Index.Name} may not end: its index could pass the bound of its type, and the bound changes with an outer loop")));
        }
    }

    /// <summary>The step is ±1 towards a bound that the index's type holds, so the index meets it.</summary>
    private static bool EndsByItself(LoopDomain domain, IReadOnlyList<LoopDomain> outer)
    {
        Loop loop = domain.Loop;
        if (loop.ConstantStep is not { } step || TypeRange.Of(loop.Index.Type) is not { } range)
        {
            return loop is { ConstantStep: 1, Relation: LoopRelation.Less, Index.Type: ElementType.Int64 }
                or { ConstantStep: -1, Relation: LoopRelation.Greater, Index.Type: ElementType.Int64 };
        }

        return loop.Relation switch
        {
            LoopRelation.Less when step > 0 => StaysBelow(range.Most - step + 1),
            LoopRelation.LessOrEqual when step > 0 => StaysBelow(range.Most - step),
            LoopRelation.Greater when step < 0 => StaysAbove(range.Least - step - 1),
            LoopRelation.GreaterOrEqual when step < 0 => StaysAbove(range.Least - step),
            _ => false,
        };

        bool StaysBelow(long most) => (TypeRange.Of(Narrow(loop.Bound).Type) is { } type && type.Most <= most)
            || domain.Bounds.Any(bound => Facts.IsAtMost(bound, most, outer));

        bool StaysAbove(long least) => (TypeRange.Of(Narrow(loop.Bound).Type) is { } type && type.Least >= least)
            || domain.Bounds.Any(bound => Facts.IsAtLeast(bound, least, outer));
    }

    /// <summary>Arithmetic in a header that might wrap is compared with its true value.</summary>
    private static void AddHeader(
        LoopDomain domain, Expression expression, ImmutableArray<AffineForm> forms, IReadOnlyList<LoopDomain> outer, Region region, GuardList guards)
    {
        // What isn't affine is used in no proof.
        Visible visible = new(region.Root);
        foreach (Expression part in forms.IsEmpty ? [] : Terms(expression))
        {
            bool isSubstituted = Walk.Parts(part).OfType<VariableRead>().Any(read =>
                !visible.IsInvariant(read) && outer.All(loop => loop.Loop.Index.Id != read.Variable.Id));
            AffineForm? form = isSubstituted ? forms[0] : AffineReader.Read(part, variable => ValueOf(variable, outer));
            if (form is null || TypeRange.Of(part.Type) is not { } range || (!isSubstituted && part is not (Binary or Unary or Conversion))
                || (Facts.IsAtMost(form, range.Most, outer) && Facts.IsAtLeast(form, range.Least, outer)))
            {
                continue;
            }

            if (!isSubstituted && visible.IsInvariant(part))
            {
                guards.Add(new Holds(new Comparison(ComparisonOperator.Equal, new Conversion(ElementType.Int64, part), form.ToExpression())));
            }
            else
            {
                guards.Refuse(new Refusal(RuleIds.NotCounted, domain.Loop.Location, EquatableArray.Of(
                    $"a bound of the loop over {domain.Loop.Index.Name} may overflow, and it changes with an outer loop")));
            }
        }
    }

    private static AffineForm? ValueOf(Variable variable, IReadOnlyList<LoopDomain> outer) =>
        AffineForm.Of(outer.FirstOrDefault(domain => domain.Loop.Index.Id == variable.Id)?.Index ?? Symbol.Variable(variable));

    // The arguments of a minimum are computed each by itself.
    private static IEnumerable<Expression> Terms(Expression expression) => expression switch
    {
        IntrinsicCall { Function: IntrinsicFunction.Min or IntrinsicFunction.Max } call => call.Arguments.SelectMany(Terms),
        Conversion { Operand: IntrinsicCall inner } => Terms(inner),
        Conversion { Type: ElementType.Int64, Operand: var operand } => Terms(operand),
        Binary { Type: ElementType.Int64 } binary => [.. Terms(binary.Left), .. Terms(binary.Right)],
        _ => [expression],
    };

    private static Expression Narrow(Expression bound) => bound is Conversion { Operand: var operand } conversion
        && conversion.Type.Size() > operand.Type.Size() && operand.Type.IsInteger() ? operand : bound;
}
