using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <param name="Item">An array of the elements' type.</param>
/// <param name="Trips">Elements for each iteration, an Int64 expression; null for one.</param>
internal sealed record SeamArray(MemoryObject Item, Expression? Trips);

/// <summary>
/// The two loops of a seam copy (<c>a[i] = a[i + 1] + b[i]</c>): one that copies the elements, <c>aAhead[i - first] = a[i + 1]</c>, and one
/// that loads the copies, <c>a[i] = aAhead[i - first] + b[i]</c>.
/// </summary>
internal sealed class SeamLoops
{
    private readonly Loop _root;
    private readonly List<(SeamCopy Copy, SeamArray Array, ArrayAccess Place)> _copies = [];

    public SeamLoops(LoopNest nest, Loop root, IEnumerable<SeamCopy> copies)
    {
        _root = root;
        var fresh = new FreshVariables(nest);
        string first = fresh.Name("first");
        First = new Variable(fresh.Id(), first, ElementType.Int64, "long", VariableKind.Temporary, first, null, ReadAfter: false);
        foreach (SeamCopy copy in copies.GroupBy(copy => copy.Load.Id).Select(group => group.First()))
        {
            MemoryObject source = copy.Load.Object;
            string name = fresh.Name(source.Name.TrimStart('@') + "Ahead");
            var item = new MemoryObject(
                fresh.Id(), name, MemoryKind.Array, source.Element, source.ElementTypeText + "[]", source.ElementTypeText, name, MemoryOrigin.FreshLocal, 1);
            var place = new ArrayAccess(fresh.Id(), item, EquatableArray.Of(Position(copy)), copy.Load.Location, copy.Load.Text);
            _copies.Add((copy, new SeamArray(item, copy.Trips), place));
        }
    }

    public Variable First { get; }

    public EquatableArray<SeamArray> Copies => _copies.Select(copy => copy.Array).ToEquatableArray();

    public Loop Saving() => _root with { Body = new Block(_copies.Select(copy => Save(copy.Copy, copy.Place)).ToEquatableArray()) };

    public Loop Ending() => new Loads(_copies.ToDictionary(copy => copy.Copy.Load.Id, copy => copy.Place)).Visit(_root);

    private static Statement Save(SeamCopy copy, ArrayAccess place)
    {
        MemoryObject item = copy.Load.Object;
        ArrayAccess source = copy.Load with
        {
            Subscripts = copy.Place
                .Select(subscript => item.IsSpan || item.Kind == MemoryKind.List ? new Conversion(ElementType.Int32, subscript) : subscript)
                .ToEquatableArray(),
        };
        Statement statement = new Store(place, new Load(source), copy.Load.Location);
        if (copy.MayBeOutside)
        {
            statement = new If(IsInside(item, copy.Place), new Block(EquatableArray.Of(statement)), Block.Empty, copy.Load.Location);
        }

        return copy.Inner is { } inner
            ? new LoopStatement(
                inner with { Start = new Conversion(inner.Index.Type, inner.Start), Body = new Block(EquatableArray.Of(statement)) }, copy.Load.Location)
            : statement;
    }

    private static Expression IsInside(MemoryObject item, EquatableArray<Expression> place) => place
        .Select((subscript, dimension) => (Expression)new ShortCircuit(
            true,
            new Comparison(ComparisonOperator.GreaterOrEqual, subscript, Constant.Int64(0)),
            new Comparison(ComparisonOperator.Less, subscript, new Conversion(
                ElementType.Int64, new ObjectLength(ElementType.Int32, item, item.Kind == MemoryKind.MultiArray ? dimension : null)))))
        .Aggregate((left, right) => new ShortCircuit(true, left, right));

    /// <summary>Where a copy lies: iteration by iteration and, inside, trip by trip.</summary>
    private Expression Position(SeamCopy copy)
    {
        Expression position = TripNumber.Int64(BinaryOperator.Subtract, TripNumber.Of(_root), new VariableRead(First));
        return copy.Inner is not { } inner ? position
            : TripNumber.Int64(BinaryOperator.Add, TripNumber.Int64(BinaryOperator.Multiply, position, copy.Trips!), TripNumber.Of(inner));
    }

    private sealed class Loads(Dictionary<int, ArrayAccess> copies) : IrRewriter
    {
        public override Expression Visit(Expression expression) =>
            expression is Load { Access.Id: var id } && copies.TryGetValue(id, out ArrayAccess? place) ? new Load(place) : base.Visit(expression);
    }
}
