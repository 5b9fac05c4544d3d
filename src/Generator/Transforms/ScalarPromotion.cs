using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>for (…) b[m] += a[i];</c> → a reduction of a scalar that stands for b[m], which the form updates once, behind the
/// loop. The analysis asks for the guards that the accesses would have had: b isn't null, m is in range, and no other
/// object that the loop accesses is b.
/// </summary>
internal static class ScalarPromotion
{
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is null || LoopTree.Statements(nest.Root.Body).Any(statement => statement is Opaque))
        {
            return nest;
        }

        foreach (Store store in LoopTree.Statements(nest.Root.Body).OfType<Store>().GroupBy(store => store.Target.Object.Id).Select(group => group.First()))
        {
            nest = Promote(nest, nest.Root!, store.Target) ?? nest;
        }

        return nest;
    }

    private static LoopNest? Promote(LoopNest nest, Loop root, ArrayAccess location)
    {
        if (!IsInvariant(location, root) || !IsAlone(location, nest, root))
        {
            return null;
        }

        var variable = new Variable(
            location.Id, new FreshVariables(nest).Name(location.Object.Name.TrimStart('@') + "Element"), location.Object.Element, location.Object.ElementTypeText,
            VariableKind.Element, $"{location.Object.AccessText}[{IrPrinter.Print(location.Subscripts[0])}]", null, ReadAfter: true, Element: location);
        Loop promoted = new ElementReplacement(variable, location).Visit(root);
        var uses = new ScalarUses(promoted, variable);
        return Reductions.Match(uses) is { } reduction && ReductionOperators.StartsAtIdentity(reduction.Operator)
            && !Isolation.IsChecked(uses)
                ? nest with { Root = promoted, Variables = nest.Variables.Append(variable).ToEquatableArray() }
                : null;
    }

    /// <summary>An element of an array or span, both named by locals that the nest doesn't assign.</summary>
    private static bool IsInvariant(ArrayAccess location, Loop root) =>
        location.Object is { Structs: null, Kind: MemoryKind.Array or MemoryKind.Span, Origin: MemoryOrigin.Parameter or MemoryOrigin.Local or MemoryOrigin.FreshLocal }
        && location.Subscripts.Count == 1
        && location.Subscripts[0] switch
        {
            Constant { Value: int and >= 0 } => true,
            VariableRead { Variable: { Kind: VariableKind.Local or VariableKind.Parameter, Type: ElementType.Int32, DeclaringLoop: null, IsVolatile: false } index } =>
                index.Id != root.Index.Id && !Walk.Assigned(root.Body).Contains(index.Id) && index.AccessText == index.Name,
            _ => false,
        };

    /// <summary>Every access to the object is one to the location.</summary>
    private static bool IsAlone(ArrayAccess location, LoopNest nest, Loop root)
    {
        IEnumerable<ArrayAccess> accesses = ExpressionTree.Of(root.Body).SelectMany(Walk.Parts).OfType<Load>().Select(load => load.Access)
            .Concat(LoopTree.Statements(root.Body).OfType<Store>().Select(store => store.Target));
        return Isolation.IsAlone(location, nest, root)
            && accesses.Where(access => access.Object.Id == location.Object.Id).All(access => ElementReplacement.IsSame(access, location));
    }
}
