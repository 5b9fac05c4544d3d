using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// Follows one element through an iteration, and has a scalar stand for it from where it is first loaded or stored to where
/// something else may be stored in its place, or its subscripts change. Stores stay, but that both branches of an if become one after it.
/// </summary>
/// <param name="fewestLoads">As many loads of one value are a gain; null if only those are that would wait for a store.</param>
internal sealed class ElementFlow(ArrayAccess location, Variable element, int? fewestLoads)
{
    private readonly HashSet<int> _subscripts =
        [.. location.Subscripts.SelectMany(Walk.Parts).OfType<VariableRead>().Select(read => read.Variable.Id)];
    private bool _isStoredUnderIf;
    private int _depth;
    private int _loads;

    /// <summary>A load after a store of some lanes, a store of some lanes, or one of several loads is gone.</summary>
    public bool Gains { get; private set; }

    public Block Rewritten(Block block) => Rewritten(block, isKnown: false).Block;

    /// <param name="isKnown">The scalar holds the element's value.</param>
    private (Block Block, bool IsKnown) Rewritten(Block block, bool isKnown)
    {
        List<Statement> statements = [];
        for (int place = 0; place < block.Statements.Count; place++)
        {
            Statement statement = block.Statements[place];
            bool isLoaded = ExpressionTree.Own(statement).Any(IsLoadedIn);
            int loads = ExpressionTree.Own(statement).SelectMany(Walk.Parts).Count(part => part is Load load && IsSame(load.Access));
            bool wasKnown = isKnown;
            if (!isKnown && (isLoaded || (statement is If && IsStoredIn(statement) && IsWanted(block.Statements.Skip(place)))))
            {
                statements.Add(new Assign(element, new Load(FirstAccess(block.Statements.Skip(place))), statement.Location));
                isKnown = true;
            }

            // What has been loaded just now gains nothing.
            _loads = !isKnown ? 0 : wasKnown ? _loads + loads : loads;
            Gains |= _loads >= fewestLoads || (wasKnown && _isStoredUnderIf && loads > 0);
            switch (statement)
            {
                case Store store when IsSame(store.Target):
                    statements.Add(new Assign(element, Replaced(store.Value, isKnown), store.Location));
                    statements.Add(store with { Value = new VariableRead(element) });
                    isKnown = true;
                    _isStoredUnderIf |= _depth > 0;
                    break;
                case If conditional:
                    (If branches, Statement? merged, isKnown) = Branches(conditional, isKnown);
                    statements.Add(branches);
                    if (merged is not null)
                    {
                        statements.Add(merged);
                    }

                    break;
                case Store store:
                    statements.Add(store with { Value = Replaced(store.Value, isKnown) });
                    isKnown &= !MayBe(store.Target.Object);
                    break;
                case Assign assign:
                    statements.Add(assign with { Value = Replaced(assign.Value, isKnown) });
                    isKnown &= !LiesInside(assign.Target) && !Moves(assign);
                    break;
                default:
                    throw new InvalidOperationException($"{statement.GetType().Name} isn't followed");
            }
        }

        return (new Block(statements.ToEquatableArray()), isKnown);
    }

    private (If Branches, Statement? Merged, bool IsKnown) Branches(If conditional, bool isKnown)
    {
        Expression condition = Replaced(conditional.Condition, isKnown);
        _depth++;
        (Block then, bool isKnownThen) = Rewritten(conditional.Then, isKnown);
        (Block other, bool isKnownElse) = Rewritten(conditional.Else, isKnown);
        _depth--;
        if (LastStore(then) is { } first && LastStore(other) is { } second)
        {
            Gains = true;
            return (new If(condition, Without(then, first), Without(other, second), conditional.Location), then.Statements[first], true);
        }

        return (new If(condition, then, other, conditional.Location), null, isKnownThen && isKnownElse);
    }

    /// <summary>The place of the store after which the block touches nothing that may be the element.</summary>
    private int? LastStore(Block block)
    {
        for (int place = block.Statements.Count - 1; place >= 0; place--)
        {
            Statement statement = block.Statements[place];
            if (statement is Store store && IsSame(store.Target))
            {
                return place;
            }

            if (Touches(statement))
            {
                return null;
            }
        }

        return null;
    }

    private static Block Without(Block block, int place) =>
        new(block.Statements.Where((_, index) => index != place).ToEquatableArray());

    private bool Touches(Statement statement) => LoopTree.Statements(new Block(EquatableArray.Of(statement))).Any(inner =>
        (inner is Store store && MayBe(store.Target.Object))
        || (inner is Assign assign && (LiesInside(assign.Target) || Moves(assign)))
        || ExpressionTree.Own(inner).SelectMany(Walk.Parts).Any(part => part switch
        {
            Load load => MayBe(load.Access.Object),
            VariableRead read => LiesInside(read.Variable),
            _ => false,
        }));

    private bool MayBe(MemoryObject item) => AliasAnalysis.Of(item, location.Object) != AliasKind.None;

    private bool LiesInside(Variable variable) => AliasAnalysis.MayLieInside(variable, location.Object)
        || (variable.Element is { } place && variable.Id != element.Id && MayBe(place.Object));

    /// <summary>The subscripts say another place from here on.</summary>
    private bool Moves(Assign assign) => _subscripts.Contains(assign.Target.Id);

    /// <summary>The statements before the first one that may change the subscripts.</summary>
    private IEnumerable<Statement> OfThisPlace(IEnumerable<Statement> statements) => statements.TakeWhile(statement =>
        !LoopTree.Statements(new Block(EquatableArray.Of(statement))).OfType<Assign>().Any(Moves));

    private bool IsSame(ArrayAccess access) => ElementReplacement.IsSame(access, location);

    private bool IsStoredIn(Statement statement) =>
        LoopTree.Statements(new Block(EquatableArray.Of(statement))).Any(inner => inner is Store store && IsSame(store.Target));

    /// <summary>Some statement loads or stores the element, whichever branches are taken: it exists.</summary>
    private bool IsCertain(IEnumerable<Statement> statements) => OfThisPlace(statements).Any(statement =>
        ExpressionTree.Own(statement).Any(IsLoadedIn)
        || statement switch
        {
            Store store => IsSame(store.Target),
            If conditional => IsCertain(conditional.Then.Statements) && IsCertain(conditional.Else.Statements),
            _ => false,
        });

    /// <summary>Does the expression load the element whenever it is evaluated?</summary>
    private bool IsLoadedIn(Expression expression) => expression switch
    {
        Load load => IsSame(load.Access),
        Conditional conditional => IsLoadedIn(conditional.Condition),
        ShortCircuit circuit => IsLoadedIn(circuit.Left),
        _ => ExpressionTree.Operands(expression).Any(IsLoadedIn),
    };

    /// <summary>It exists, and something loads it.</summary>
    private bool IsWanted(IEnumerable<Statement> statements) => IsCertain(statements)
        && ExpressionTree.Of(new Block(OfThisPlace(statements).ToEquatableArray())).SelectMany(Walk.Parts)
            .Any(part => part is Load load && IsSame(load.Access));

    private ArrayAccess FirstAccess(IEnumerable<Statement> statements) =>
        LoopTree.Statements(new Block(statements.ToEquatableArray()))
            .SelectMany(statement => ExpressionTree.Own(statement).SelectMany(Walk.Parts).OfType<Load>().Select(load => load.Access)
                .Concat(statement is Store store ? [store.Target] : []))
            .First(IsSame);

    private Expression Replaced(Expression expression, bool isKnown) =>
        isKnown ? new ElementReplacement(element, location).Visit(expression) : expression;
}
