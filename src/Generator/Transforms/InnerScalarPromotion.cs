using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>for j: c[i] += a[j];</c> inside a loop over i → <c>e = c[i]; for j: e += a[j]; if (j ran) c[i] = e;</c>: a reduction
/// that lanes can take. Within the inner loop nothing else may be the element: subscripts prove it, or a guard on the
/// objects, which <see cref="Variable.Element"/> asks for.
/// </summary>
internal sealed class InnerScalarPromotion : IrRewriter
{
    private readonly LoopNest _nest;
    private readonly FreshVariables _fresh;
    private readonly List<Variable> _added = [];
    private Loop? _parent;

    private InnerScalarPromotion(LoopNest nest)
    {
        _nest = nest;
        _fresh = new FreshVariables(nest);
    }

    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is null || LoopTree.Statements(nest.Root.Body).Any(statement => statement is Opaque))
        {
            return nest;
        }

        InnerScalarPromotion promotion = new(nest);
        Loop root = promotion.Visit(nest.Root);
        return promotion._added.Count == 0 ? nest : nest with { Root = root, Variables = nest.Variables.Concat(promotion._added).ToEquatableArray() };
    }

    public override Loop Visit(Loop loop)
    {
        Loop? outer = _parent;
        _parent = loop;
        Loop visited = loop with { Body = Visit(loop.Body) };
        _parent = outer;
        return visited;
    }

    public override Block Visit(Block block) => new(block.Statements.SelectMany(Promoted).ToEquatableArray());

    private IEnumerable<Statement> Promoted(Statement statement)
    {
        if (statement is not LoopStatement { Loop: var loop } || LoopTree.Statements(loop.Body).Any(inner => inner is not (Assign or Store or If)))
        {
            return [Visit(statement)];
        }

        List<Statement> before = [], after = [];
        foreach (Store store in loop.Body.Statements.OfType<Store>())
        {
            if (TripsAreCounted(loop) is { } ran && IsAccumulated(store.Target, loop, out ArrayAccess read))
            {
                Variable element = Temporary(store.Target);
                before.Add(new Assign(element, new Load(read), store.Location));
                after.Add(new If(ran, new(EquatableArray.Of<Statement>(new Store(store.Target, new VariableRead(element), store.Location))), Block.Empty, store.Location));
                loop = new ElementReplacement(element, store.Target).Visit(loop);
            }
        }

        return [.. before, new LoopStatement(loop, statement.Location), .. after];
    }

    private Variable Temporary(ArrayAccess location)
    {
        string name = _fresh.Name(location.Object.Name.TrimStart('@') + "Element");
        Variable variable = new(
            _fresh.Id(), name, location.Object.Element, location.Object.ElementTypeText, VariableKind.Temporary, name, _parent!.Id, ReadAfter: false, Element: location);
        _added.Add(variable);
        return variable;
    }

    /// <summary>Each iteration of the loop updates the element by one operator, and nothing else in it touches it.</summary>
    private bool IsAccumulated(ArrayAccess location, Loop loop, out ArrayAccess read)
    {
        Load[] reads = [.. ExpressionTree.Of(loop.Body).SelectMany(Walk.Parts).OfType<Load>().Where(load => ElementReplacement.IsSame(load.Access, location))];
        read = reads.Length > 0 ? reads[0].Access : location;
        HashSet<int> assigned = [.. Walk.Assigned(loop.Body), loop.Index.Id];
        if (reads.Length == 0
            || location.Object.Kind is not (MemoryKind.Array or MemoryKind.MultiArray or MemoryKind.Span)
            || !location.Subscripts.SelectMany(Walk.Parts).All(part => part is not (Load or ObjectLength) && !(part is VariableRead variable && assigned.Contains(variable.Variable.Id)))
            || !Isolation.IsAlone(location, _nest, loop) || MayMeet(location, loop))
        {
            return false;
        }

        Variable element = new(-1, "", location.Object.Element, location.Object.ElementTypeText, VariableKind.Temporary, "", _parent!.Id, ReadAfter: true);
        Loop replaced = new ElementReplacement(element, location).Visit(loop);
        var uses = new ScalarUses(replaced, element);
        return Reductions.Match(uses) is { IsConditional: false } reduction && ReductionOperators.StartsAtIdentity(reduction.Operator) && !Isolation.IsChecked(uses);
    }

    /// <summary>May another access of the loop to the same object be the element, in one iteration of the loops around?</summary>
    private bool MayMeet(ArrayAccess location, Loop loop)
    {
        Region region = Region.Of(_nest.Root!);
        AccessSite[] sites = [.. region.Sites.Where(site => site.Object.Id == location.Object.Id && site.Loops.Any(domain => domain.Loop.Id == loop.Id))];
        AccessSite self = sites.First(site => site.Access.Id == location.Id);
        int level = self.Loops.Length - 1;
        return sites.Where(site => !ElementReplacement.IsSame(site.Access, location))
            .Any(site => new PairProblem(self, site).Vectors().Any(vector => vector.Take(level).All(direction => direction == Directions.Equal)));
    }

    /// <summary>
    /// The condition under which the loop has had an iteration; null when it can't be had. After a loop that starts where its index
    /// stands, nobody knows where that was.
    /// </summary>
    private static Expression? TripsAreCounted(Loop loop)
    {
        ComparisonOperator relation = loop.Relation switch
        {
            LoopRelation.Less => ComparisonOperator.Less,
            LoopRelation.LessOrEqual => ComparisonOperator.LessOrEqual,
            LoopRelation.Greater => ComparisonOperator.Greater,
            LoopRelation.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
            _ => ComparisonOperator.NotEqual,
        };
        bool isSmall = new[] { loop.Start.Type, loop.Bound.Type }.All(type => type.IsInteger() && (type.IsSigned() || type.Size() < 8));
        return loop.Form == LoopForm.Do || LoopTree.StartsAtItself(loop) || !isSmall ? null
            : new Comparison(relation, new Conversion(ElementType.Int64, loop.Start), new Conversion(ElementType.Int64, loop.Bound));
    }
}
