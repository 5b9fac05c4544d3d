using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>for (j = 0; j &lt; 4; j++) e[j] = …;</c> → four statements: inner loops of few iterations whose index says which
/// element of one object they access.
/// </summary>
internal sealed class CompleteUnrolling : IrRewriter
{
    private const int MostIterations = 8;
    private const int MostStatements = 64;

    private readonly MemoryObject _object;
    private readonly Loop _root;
    private readonly List<(Loop Loop, int ParentId)> _unrolled = [];
    private int _lastId;
    private Loop _parent;

    private CompleteUnrolling(LoopNest nest, MemoryObject item)
    {
        _object = item;
        _root = _parent = nest.Root!;
        _lastId = Accesses(_root).Select(access => access.Id)
            .Concat(nest.Variables.Select(variable => variable.Id))
            .Concat(nest.Objects.Select(other => other.Id))
            .Concat(LoopTree.SelfAndDescendants(_root).Select(loop => loop.Id))
            .Max();
    }

    public static LoopNest Apply(LoopNest nest, MemoryObject item)
    {
        CompleteUnrolling unrolling = new(nest, item);
        Loop root = unrolling.Visit(nest.Root!);
        IEnumerable<Variable> variables = nest.Variables.Where(variable => !unrolling._unrolled.Any(pair => pair.Loop.Index.Id == variable.Id));
        foreach ((Loop loop, int parentId) in unrolling._unrolled)
        {
            variables = [.. variables.Select(variable => IterationCopy.Moved(variable, loop, parentId))];
        }

        return unrolling._unrolled.Count == 0 ? nest : nest with { Root = root, Variables = variables.ToEquatableArray() };
    }

    /// <summary>Every access of a loop's body and of the headers in it.</summary>
    public static IEnumerable<ArrayAccess> Accesses(Loop loop) =>
        ExpressionTree.Of(loop.Body).SelectMany(Walk.Parts).OfType<Load>().Select(load => load.Access)
            .Concat(LoopTree.Statements(loop.Body).OfType<Store>().Select(store => store.Target));

    public override Loop Visit(Loop loop)
    {
        Loop outer = _parent;
        _parent = loop;
        Loop visited = loop with { Body = Visit(loop.Body) };
        _parent = outer;
        return visited;
    }

    public override Block Visit(Block block) => new(block.Statements.SelectMany(Unrolled).ToEquatableArray());

    private IEnumerable<Statement> Unrolled(Statement statement)
    {
        Statement visited = Visit(statement);
        if (visited is not LoopStatement { Loop: var loop } || !IsWorthIt(loop) || Trips(loop) is not { } trips)
        {
            return [visited];
        }

        int start = (int)((Constant)loop.Start).Value;
        List<Statement> copies = [];
        for (int trip = 0; trip < trips; trip++)
        {
            IterationCopy copy = new(loop, (int)(start + (trip * loop.ConstantStep!.Value)), _parent.Id, () => ++_lastId);
            copies.AddRange(copy.Visit(loop.Body).Statements);
            if (copy.IsRejected)
            {
                return [visited];
            }
        }

        _unrolled.Add((loop, _parent.Id));
        return copies;
    }

    private bool IsWorthIt(Loop loop) =>
        Accesses(loop).Any(access => access.Object.Id == _object.Id && access.Subscripts.Any(subscript => Walk.Reads(subscript, loop.Index)));

    /// <summary>How often the loop runs, if it may be unrolled.</summary>
    private static int? Trips(Loop loop)
    {
        bool isPlain = loop is { IndexReadAfter: false, Index.Type: ElementType.Int32, Start: Constant { Value: int } } && loop.Form != LoopForm.Do
            && (loop.Relation != LoopRelation.NotEqual || loop.ConstantStep is 1 or -1)
            && LoopTree.Statements(loop.Body).All(statement => statement is Assign or Store or If)
            && !Walk.Assigned(loop.Body).Contains(loop.Index.Id);
        return isPlain && TripCounts.Constant(loop) is { } trips && trips <= MostIterations
            && trips * LoopTree.Statements(loop.Body).Count() <= MostStatements ? (int)trips : null;
    }
}
