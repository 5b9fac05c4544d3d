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
            ImmutableArray<LoopDomain> outer = Around(region, domain.Loop);
            if (domain.Loop.Id == region.Root.Id || !EndsByItself(domain, outer)
                || MayWrap(domain.Loop.Start, domain.Starts, outer) || MayWrap(domain.Loop.Bound, domain.Bounds, outer))
            {
                guards.Add(new FiniteTripCount(domain.Loop));
            }

            AddParts(domain, domain.Loop.Start, domain.Starts, outer, region, guards);
            AddParts(domain, domain.Loop.Bound, domain.Bounds, outer, region, guards);
        }
    }

    public static ImmutableArray<LoopDomain> Around(Region region, Loop loop) =>
        [.. LoopTree.Path(region.Root, loop).Where(outer => outer.Id != loop.Id).Select(region.Domain)];

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

    /// <summary>May arithmetic in a header wrap? What isn't affine is used in no proof.</summary>
    private static bool MayWrap(Expression expression, ImmutableArray<AffineForm> forms, IReadOnlyList<LoopDomain> outer) =>
        forms.Length > 0 && expression is not (Constant or VariableRead or ObjectLength)
        && (forms.Length > 1 || TypeRange.Of(Narrow(expression).Type) is not { } range
            || !Facts.IsAtMost(forms[0], range.Most, outer) || !Facts.IsAtLeast(forms[0], range.Least, outer));

    /// <summary>Of a header with divisions, the trip count test sees the value alone: what is divided is compared by itself.</summary>
    private static void AddParts(
        LoopDomain domain, Expression expression, ImmutableArray<AffineForm> forms, IReadOnlyList<LoopDomain> outer, Region region, GuardList guards)
    {
        if (!forms.Any(form => form.Mentions(symbol => symbol.Kind == SymbolKind.Quotient)))
        {
            return;
        }

        Visible visible = new(region.Root);
        foreach (Expression part in Walk.Parts(expression).Where(part => part.Type.Size() == 4
            && part is Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.ShiftLeft } or Unary))
        {
            AffineForm? form = AffineReader.Read(part, variable => ValueOf(variable, outer), cannotWrap: true);
            if (form is not null && TypeRange.Of(part.Type) is { } range
                && Facts.IsAtMost(form, range.Most, outer) && Facts.IsAtLeast(form, range.Least, outer))
            {
                continue;
            }

            if (form is not null && visible.IsInvariant(part))
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

    private static Expression Narrow(Expression bound) => bound is Conversion { Operand: var operand } conversion
        && conversion.Type.Size() > operand.Type.Size() && operand.Type.IsInteger() ? operand : bound;
}
