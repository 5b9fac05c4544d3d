using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>b[i] = a[l]; l = i;</c> → <c>b[i] = a[i == 0 ? lStart : i - 1]; l = i;</c>: what reads a scalar before the iteration assigns it reads
/// the value from before the loop in the first iteration, and in the others what the iteration before assigned, computed anew. No
/// iteration then needs the one before. A scalar that holds another one's value is one in turn (wrap-around of second order).
/// </summary>
internal sealed class WrapAround
{
    private readonly List<ObjectPair> _apart = [];
    private readonly FreshVariables _fresh;
    private readonly List<Variable> _added = [];
    private readonly bool _reloads;
    private Loop _root;
    private int _lastAccess;

    private WrapAround(LoopNest nest, Loop root, bool reloads)
    {
        _root = root;
        _reloads = reloads;
        _fresh = new FreshVariables(nest);
        _lastAccess = CompleteUnrolling.Accesses(root).Select(access => access.Id).DefaultIfEmpty().Max();
    }

    /// <param name="reloads">An element, too, may be loaded once more; lanes alone keep it in a register.</param>
    /// <returns>The nest itself when it has no such scalar.</returns>
    public static LoopNest Apply(LoopNest nest, bool reloads)
    {
        if (nest.Root is not { } root || !IsCounted(root) || LoopTree.Statements(root.Body).Any(statement => statement is Opaque or Exit or WhileStatement))
        {
            return nest;
        }

        var pass = new WrapAround(nest, root, reloads);
        while (pass.TrySubstitute())
        {
        }

        return pass._added.Count == 0 ? nest : nest with
        {
            Root = pass._root,
            Variables = nest.Variables.Concat(pass._added).ToEquatableArray(),
            Apart = nest.Apart.Concat(pass._apart).Distinct().ToEquatableArray(),
            Transformations = nest.Transformations.Append("peeling of the first iteration").ToEquatableArray(),
        };
    }

    private static bool IsCounted(Loop root) =>
        root.ConstantStep is not (null or 0) && root.Index.Type is ElementType.Int32 or ElementType.Int64 && root.Index.TypeText == root.Index.Type.Keyword()
        && root.Start.Type == root.Index.Type && !LoopTree.StartsAtItself(root) && Inductions.IsInvariant(root.Start, root)
        && root.ConstantStep is > int.MinValue and <= int.MaxValue;

    private bool TrySubstitute()
    {
        List<Statement> statements = [.. _root.Body.Statements];
        for (int place = 0; place < statements.Count; place++)
        {
            List<ObjectPair> apart = [];
            if (statements[place] is not Assign assign || Forwarded(assign.Value, statements.Take(place)) is not { } value
                || !IsWrapAround(assign, value, statements.Take(place)) || !TryKeepApart(value, apart))
            {
                continue;
            }

            _apart.AddRange(apart);
            Variable variable = assign.Target;
            // In the text as written it is still the same variable.
            Variable before = variable with { Id = _fresh.Id(), Name = _fresh.Name(variable.Name.TrimStart('@') + "Start"), ReadAfter = false };
            _added.Add(before);
            var reads = new Reads(this, variable, new VariableRead(before), value);
            _root = _root with { Body = new Block(statements.Select((statement, index) => index < place ? reads.Visit(statement) : statement).ToEquatableArray()) };
            return true;
        }

        return false;
    }

    /// <summary>What earlier statements have assigned in the same iteration stands in the place of the scalars.</summary>
    private Expression Forwarded(Expression value, IEnumerable<Statement> earlier)
    {
        foreach (Assign assign in earlier.OfType<Assign>().Reverse().Where(assign => new ScalarUses(_root, assign.Target).Assigns.Count == 1))
        {
            value = new Substitution(assign.Target.Id, assign.Value).Visit(value);
        }

        return value;
    }

    private bool IsWrapAround(Assign assign, Expression value, IEnumerable<Statement> earlier)
    {
        Variable variable = assign.Target;
        var uses = new ScalarUses(_root, variable);
        return variable is { Kind: VariableKind.Local or VariableKind.Parameter, DeclaringLoop: null, IsVolatile: false }
            && variable.TypeText == variable.Type.Keyword()
            && uses.Assigns.Count == 1 && !uses.IsInnerIndex
            && ExpressionTree.Of(new Block(earlier.ToEquatableArray())).Any(expression => uses.CountReads(expression) > 0)
            && Walk.Parts(value).All(IsRepeatable)
            && ExpressionTree.DependsOn(value, _root);
    }

    /// <summary>The same when it is computed once more, for an index that is one of the loop's own.</summary>
    private bool IsRepeatable(Expression part) => part switch
    {
        VariableRead { Variable: var variable } => variable.Id == _root.Index.Id || (!variable.IsVolatile && !Walk.Assigned(_root.Body).Contains(variable.Id)),
        Load { Access: var access } => _reloads && access.Object.Rank == 1 && access.Object.Structs is null && access.Subscripts.All(subscript => Walk.Parts(subscript).All(inner => inner is not Load)),
        Constant or ObjectLength { Row: null } or Unary { IsChecked: false } or Conversion { IsChecked: false } or Comparison or Conditional => true,
        Binary { IsChecked: false } binary => !binary.Type.IsInteger() || binary.Operator is not (BinaryOperator.Divide or BinaryOperator.Remainder),
        _ => false,
    };

    /// <summary>What it loads mustn't have been stored to since.</summary>
    private bool TryKeepApart(Expression value, List<ObjectPair> apart)
    {
        foreach (Load load in Walk.Parts(value).OfType<Load>())
        {
            foreach (Store store in LoopTree.Statements(_root.Body).OfType<Store>())
            {
                switch (AliasAnalysis.Of(load.Access.Object, store.Target.Object))
                {
                    case AliasKind.None:
                        break;
                    case AliasKind.Same:
                        return false;
                    default:
                        apart.Add(new ObjectPair(load.Access.Object, store.Target.Object));
                        break;
                }
            }
        }

        return true;
    }

    /// <summary>The value that the iteration before has assigned; its accesses are new ones.</summary>
    private Expression Earlier(Expression value) => new Step(this).Visit(value);

    private Expression Before()
    {
        long step = _root.ConstantStep!.Value;
        return new Binary(
            step > 0 ? BinaryOperator.Subtract : BinaryOperator.Add, _root.Index.Type, new VariableRead(_root.Index), Constants.Number(_root.Index.Type, Math.Abs(step)));
    }

    private sealed class Step(WrapAround pass) : IrRewriter
    {
        public override Expression Visit(Expression expression) => expression switch
        {
            VariableRead read when read.Variable.Id == pass._root.Index.Id => pass.Before(),
            Load load => base.Visit(load) is Load moved ? new Load(moved.Access with { Id = ++pass._lastAccess }) : load,
            _ => base.Visit(expression),
        };
    }

    private sealed class Reads(WrapAround pass, Variable variable, Expression start, Expression value) : IrRewriter
    {
        public override Expression Visit(Expression expression) => expression is VariableRead read && read.Variable.Id == variable.Id
            ? new Conditional(new Comparison(ComparisonOperator.Equal, new VariableRead(pass._root.Index), pass._root.Start), start, pass.Earlier(value))
            : base.Visit(expression);
    }
}
