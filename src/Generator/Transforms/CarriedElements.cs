using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>for (i = 1; …) a[i] += a[i - 1];</c> → <c>e = a[0]; for (i = 1; …) { e = a[i] + e; a[i] = e; }</c>: what an iteration has
/// stored is handed to the next one in a scalar, where that makes a scan. The next one would load just that: the places differ
/// by one step, each iteration stores, and nothing else stores to the object. The element before the first is loaded behind
/// the guard, which knows that there is an iteration and that the element exists.
/// </summary>
internal static class CarriedElements
{
    /// <returns>The nest itself when nothing is gained.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root || !IsPlain(root))
        {
            return nest;
        }

        foreach ((Store store, ArrayAccess load) in Handed(nest, root))
        {
            if (Carried(nest, root, store, load) is { } handed && CarriedReads.Apply(handed.Nest) is var carried
                && LoopAnalysis.Roles(carried, carried.Root!).Any(role => role is Scan && role.Variable.Id == handed.Element.Id))
            {
                return carried;
            }
        }

        return nest;
    }

    /// <summary>Every element that the next iteration reads is handed to it, whatever that makes of the scalars.</summary>
    public static LoopNest All(LoopNest nest)
    {
        while (nest.Root is { } root && IsPlain(root)
            && Handed(nest, root).Select(pair => Carried(nest, root, pair.Store, pair.Load)).OfType<(LoopNest Nest, Variable)>()
                .Select(handed => handed.Nest).FirstOrDefault() is { } next)
        {
            nest = next;
        }

        return nest;
    }

    private static bool IsPlain(Loop root) => root is { ConstantStep: not null, Form: not LoopForm.Do } && !LoopTree.StartsAtItself(root)
        && LoopTree.Statements(root.Body).All(statement => statement is Assign or Store or If);

    private static IEnumerable<(Store Store, ArrayAccess Load)> Handed(LoopNest nest, Loop root) =>
        ConflictFinder.Of(Region.Of(root)).Select(conflict => Handed(conflict, nest, root)).OfType<(Store, ArrayAccess)>();

    /// <summary>The store of an iteration, and the load of the next one that it is for.</summary>
    private static (Store Store, ArrayAccess Load)? Handed(Conflict conflict, LoopNest nest, Loop root)
    {
        if (conflict.Objects != AliasKind.Same || !conflict.First.IsAffine || !conflict.Second.IsAffine
            || conflict.First.Object is not { Kind: MemoryKind.Array or MemoryKind.Span, Rank: 1 } item || item.Element is ElementType.Boolean or ElementType.Other
            || conflict.Dependences().FirstOrDefault(other => other.Kind == DependenceKind.Flow && other.Carrier == root.Id && other.Distance is [1])
                is not { } dependence)
        {
            return null;
        }

        Symbol index = conflict.Problem.Common[0].Index;
        Store[] stores = [.. LoopTree.Statements(root.Body).OfType<Store>().Where(store => store.Target.Object.Id == item.Id)];
        return stores is [var only] && only.Target.Id == dependence.Source.Id && root.Body.Statements.Any(statement => ReferenceEquals(statement, only))
            && conflict.First.Subscripts[0]!.CoefficientOf(index) is { } one && conflict.Second.Subscripts[0]!.CoefficientOf(index) is { } other
            && one.Equals(other)
            && Isolation.IsAlone(only.Target, nest, root)
            && IsPlain(dependence.Sink, root)
                ? (only, dependence.Sink)
                : null;
    }

    /// <summary>The subscript can be computed before the loop, for the first index.</summary>
    private static bool IsPlain(ArrayAccess access, Loop root)
    {
        HashSet<int> assigned = Walk.Assigned(root.Body);
        return access.Subscripts.SelectMany(Walk.Parts).Concat(Walk.Parts(root.Start)).All(part => part switch
        {
            Constant => true,
            VariableRead read => !assigned.Contains(read.Variable.Id) && !read.Variable.IsMemory,
            Binary binary => !binary.IsChecked && binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply,
            Conversion conversion => !conversion.IsChecked,
            _ => false,
        });
    }

    private static (LoopNest Nest, Variable Element)? Carried(LoopNest nest, Loop root, Store store, ArrayAccess load)
    {
        FreshVariables fresh = new(nest);
        MemoryObject item = load.Object;
        Expression start = root.Start.Type == root.Index.Type ? root.Start : new Conversion(root.Index.Type, root.Start);
        ArrayAccess first = load with { Subscripts = load.Subscripts.Select(new FirstPlace(root.Index.Id, start).Visit).ToEquatableArray() };
        if (first.Subscripts.SelectMany(Walk.Parts).Any(ConstantFolding.IsRejected))
        {
            return null;
        }

        var element = new Variable(
            fresh.Id(), fresh.Name(item.Name.TrimStart('@') + "Carried"), item.Element, item.ElementTypeText, VariableKind.Carried, store.Target.Text,
            DeclaringLoop: null, ReadAfter: false, Element: first);
        string name = fresh.Name(item.Name.TrimStart('@') + "Before");
        var before = new Variable(fresh.Id(), name, item.Element, item.ElementTypeText, VariableKind.Temporary, name, root.Id, ReadAfter: false);

        int place = root.Body.Statements.ToList().FindIndex(statement => ReferenceEquals(statement, store));
        var early = new LoadReplacement(load, element);
        var late = new LoadReplacement(load, before);
        Statement[] after = [.. root.Body.Statements.Skip(place + 1).Select(late.Visit)];
        List<Statement> body = [.. root.Body.Statements.Take(place).Select(early.Visit)];
        if (late.HasReplaced)
        {
            body.Add(new Assign(before, new VariableRead(element), store.Location));
        }

        body.Add(new Assign(element, early.Visit(store.Value), store.Location));
        body.Add(store with { Value = new VariableRead(element) });
        return (nest with
        {
            Root = root with { Body = new Block(body.Concat(after).ToEquatableArray()) },
            Variables = nest.Variables.Concat(late.HasReplaced ? [element, before] : new[] { element }).ToEquatableArray(),
            Transformations = nest.Transformations.Append($"{store.Target.Text} handed on in a register").ToEquatableArray(),
            Apart = nest.Apart.Concat(Others(root, item).Select(other => new ObjectPair(item, other))).Distinct().ToEquatableArray(),
        }, element);
    }

    /// <summary>What else the loop stores to and may be the same object: it would overwrite what was handed on.</summary>
    private static IEnumerable<MemoryObject> Others(Loop root, MemoryObject item) => LoopTree.Statements(root.Body).OfType<Store>()
        .Select(store => store.Target.Object)
        .Where(other => other.Id != item.Id && AliasAnalysis.Of(other, item) != AliasKind.None)
        .GroupBy(other => other.Id).Select(group => group.First());

    private sealed class FirstPlace(int index, Expression start) : IrRewriter
    {
        public override Expression Visit(Expression expression) =>
            expression is VariableRead read && read.Variable.Id == index ? start : ConstantFolding.Fold(base.Visit(expression));
    }

    private sealed class LoadReplacement(ArrayAccess access, Variable variable) : IrRewriter
    {
        public bool HasReplaced { get; private set; }

        public override Expression Visit(Expression expression)
        {
            if (expression is Load load && ElementReplacement.IsSame(load.Access, access))
            {
                HasReplaced = true;
                return new VariableRead(variable);
            }

            return base.Visit(expression);
        }
    }
}
