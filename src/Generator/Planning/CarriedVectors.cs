using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>A vector that is loaded where the vector before was stored: it stays in a register.</summary>
internal sealed record CarriedVector(ArrayAccess Load, ArrayAccess Store);

/// <summary>
/// Finds loads at exactly a vector's distance from a store (predictive commoning), which would wait for that store. Each
/// iteration stores the element, nothing else may, and the load comes before it.
/// </summary>
internal static class CarriedVectors
{
    public static EquatableArray<CarriedVector> Of(Loop loop, int lanes, int unroll)
    {
        if (unroll > 1 || loop.IsResumed || OrderedStatements.Store(loop) || LoopTree.Statements(loop.Body).Any(statement => statement is not (Assign or Store or If)))
        {
            return EquatableArray<CarriedVector>.Empty;
        }

        return ConflictFinder.Of(Region.Of(loop))
            .Where(conflict => conflict.Objects == AliasKind.Same && conflict.First.IsAffine && conflict.Second.IsAffine)
            .SelectMany(conflict => conflict.Dependences())
            .Where(dependence => dependence.Kind == DependenceKind.Flow && dependence.Carrier == loop.Id
                && dependence.Distance[0] is { } distance && distance == lanes)
            .Select(dependence => new CarriedVector(dependence.Sink, dependence.Source))
            .Where(carried => IsOnlyStore(carried.Store, loop) && IsContiguous(carried, loop) && IsPlain(carried.Load, loop) && ComesBefore(carried, loop))
            // The same place under another name is loaded.
            .GroupBy(carried => carried.Store.Id)
            .Select(group => group.First())
            .ToEquatableArray();
    }

    private static bool IsOnlyStore(ArrayAccess target, Loop loop) =>
        loop.Body.Statements.OfType<Store>().Any(store => store.Target.Id == target.Id)
        && LoopTree.Statements(loop.Body).All(statement => statement switch
        {
            Store store => store.Target.Id == target.Id || AliasAnalysis.Of(store.Target.Object, target.Object) == AliasKind.None,
            Assign assign => !AliasAnalysis.MayLieInside(assign.Target, target.Object),
            _ => true,
        });

    private static bool IsContiguous(CarriedVector carried, Loop loop) =>
        carried.Load.Object.Element is not (ElementType.Boolean or ElementType.Other)
        && AccessShape.Of(carried.Load, loop).Kind == AccessKind.Contiguous && AccessShape.Of(carried.Store, loop).Kind == AccessKind.Contiguous;

    /// <summary>The place can be written down before the loop, for the first vector.</summary>
    private static bool IsPlain(ArrayAccess access, Loop loop)
    {
        HashSet<int> assigned = Walk.Assigned(loop.Body);
        return access.Subscripts.SelectMany(Walk.Parts).All(part => part switch
        {
            Constant => true,
            VariableRead read => !assigned.Contains(read.Variable.Id),
            Binary binary => binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply,
            _ => false,
        });
    }

    /// <summary>Every load of the place stands before the store, or in its value.</summary>
    private static bool ComesBefore(CarriedVector carried, Loop loop)
    {
        bool isStored = false;
        foreach (Statement statement in LoopTree.Statements(loop.Body))
        {
            if (isStored && ExpressionTree.Own(statement).SelectMany(Walk.Parts).Any(part => part is Load load && load.Access.IsSamePlace(carried.Load)))
            {
                return false;
            }

            isStored |= statement is Store store && store.Target.Id == carried.Store.Id;
        }

        return true;
    }
}
