using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// Perfect nests get the order of loops in which the innermost one runs along rows of memory (loop permutation into memory order:
/// McKinley, Carr and Tseng, "Improving data locality with loop transformations", 1996), as far as dependences and bounds allow.
/// </summary>
internal static class LoopInterchange
{
    // The loop that becomes the innermost one is worth it.
    private const int FewestTrips = 16;

    private const int Near = 1, Far = 16;

    /// <returns>The nest itself when nothing changes.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        // What has been written when a loop is cancelled is told in terms of its outermost iterations.
        if (nest is not { Root: { } root, Token: null, IsSliced: false })
        {
            return nest;
        }

        List<string> exchanged = [];
        List<ObjectPair> apart = [];
        Loop sorted = Sorted(root);
        return exchanged.Count == 0 ? nest : nest with
        {
            Root = sorted,
            Variant = nest.Variant + "Interchanged",
            Apart = nest.Apart.Concat(apart).Distinct().ToEquatableArray(),
            Transformations = nest.Transformations.Append($"interchange of {string.Join(", ", exchanged)}").ToEquatableArray(),
        };

        // From the inside out; what a loop meets there it moves past, so that the slowest one ends outermost.
        Loop Sorted(Loop loop)
        {
            if (!LoopTree.Children(loop).Any())
            {
                return loop;
            }

            loop = loop with { Body = new Block(loop.Body.Statements.Select(Within).ToEquatableArray()) };
            return IsWanted(loop) && InterchangeOrder.Of(loop) is { } pairs && InterchangedHeaders.Of(loop, Inner(loop)) is { } headers
                ? Exchanged(loop, headers, pairs) : loop;
        }

        Statement Within(Statement statement) => statement is LoopStatement { Loop: var inner } around ? around with { Loop = Sorted(inner) } : statement;

        Loop Exchanged(Loop outer, InterchangedHeaders headers, IEnumerable<ObjectPair> pairs)
        {
            Loop inner = Inner(outer);
            exchanged.Add($"{outer.Index.Name} and {inner.Index.Name}");
            apart.AddRange(pairs);
            Loop moved = outer with
            {
                Id = inner.Id, Start = headers.InnerStart, Bound = headers.InnerBound, Relation = headers.InnerRelation,
                Range = inner.Range, BodyRange = inner.BodyRange, Body = inner.Body, Resume = null, IsMoved = true, InlinedFrom = inner.InlinedFrom,
            };
            Loop changed = inner with
            {
                Id = outer.Id, Start = headers.OuterStart, Bound = headers.OuterBound, Relation = headers.OuterRelation,
                Range = outer.Range, BodyRange = outer.BodyRange, Location = outer.Location, Resume = null, InlinedFrom = outer.InlinedFrom,

                // Where it stands in a loop that another one has moved out of, it does so whatever it was itself.
                IsMoved = outer.IsMoved,
                Body = new Block(EquatableArray.Of<Statement>(new LoopStatement(Sorted(moved), moved.Location))),
            };
            return new Indices(outer, inner).Visit(changed);
        }
    }

    private static Loop Inner(Loop outer) => ((LoopStatement)outer.Body.Statements[0]).Loop;

    private static bool IsWanted(Loop outer)
    {
        if (outer.Body.Statements is not [LoopStatement { Loop: var inner }] || !IsPlain(outer) || !IsPlain(inner)
            || LoopTree.Statements(inner.Body).Any(statement => statement is WhileStatement or Exit or Opaque or Touch))
        {
            return false;
        }

        if (TripCounts.Constant(outer) < FewestTrips)
        {
            return false;
        }

        // What an inner loop updates in one element it keeps in a register; how often it does the same is for the loops as written.
        int after = Strides(outer, outer, unknown: Far);
        return HoldsOwnScalars(inner) && after > 0 && after < Strides(outer, inner, unknown: Near)
            && !LoopTree.Statements(inner.Body).OfType<Store>().Any(store => AccessShape.Of(store.Target, inner).Kind == AccessKind.Invariant);
    }

    private static bool IsPlain(Loop loop) => loop is { Form: LoopForm.For, IndexReadAfter: false, IsResumed: false, Ordered: null, ContentTests: 0, CopiesWritten: 1 }
        && loop.Relation != LoopRelation.NotEqual && loop.ConstantStep is not (null or 0) && !LoopTree.StartsAtItself(loop)
        && !ExpressionTree.Header(loop).SelectMany(Walk.Parts).Any(MayDiffer);

    /// <summary>It may throw, or have another value for another iteration of the loop around.</summary>
    private static bool MayDiffer(Expression part) => part is Load or Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder }
        or Binary { IsChecked: true } or Unary { IsChecked: true } or Conversion { IsChecked: true };

    /// <summary>Each scalar is of one iteration.</summary>
    private static bool HoldsOwnScalars(Loop inner)
    {
        HashSet<int> inside = [.. LoopTree.SelfAndDescendants(inner).Select(loop => loop.Id)];
        return LoopTree.SelfAndDescendants(inner).Skip(1).All(loop => !loop.IndexReadAfter)
            && LoopTree.Statements(inner.Body).OfType<Assign>().All(assign => assign.Target is
                { Kind: VariableKind.Local or VariableKind.Temporary, Element: null, ReadAfter: false, DeclaringLoop: { } home } && inside.Contains(home));
    }

    /// <summary>How far the accesses go from one iteration of the loop to the next: nowhere, to a neighbour, or far.</summary>
    /// <param name="unknown">What is taken for accesses at subscripts that aren't affine.</param>
    private static int Strides(Loop outer, Loop loop, int unknown) => Region.Of(outer).Sites.Sum(site => AccessShape.Of(site.Access, loop) switch
    {
        { Kind: AccessKind.Invariant } => 0,
        { Kind: AccessKind.Contiguous or AccessKind.Reversed } => Near,
        { Kind: AccessKind.Strided, Stride: >= -4 and <= 4 } => 2 * Near,
        _ => site.IsAffine ? Far : unknown,
    });

    /// <summary>Each of the two indices is declared where the other one was.</summary>
    private sealed class Indices(Loop outer, Loop inner) : IrRewriter
    {
        public override Variable Visit(Variable variable) => inner.Index.DeclaringLoop != outer.Id ? variable
            : variable.Id == outer.Index.Id ? variable with { DeclaringLoop = outer.Id }
            : variable.Id == inner.Index.Id ? variable with { DeclaringLoop = outer.Index.DeclaringLoop }
            : variable;
    }
}
