using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// A small array that each iteration fills anew → scalars of the iteration, since every iteration writes an element before
/// it reads it. If nothing outside the nest uses the array, nobody can see that it stays as it was; otherwise the last
/// values go out to its elements.
/// </summary>
internal static class ArrayPrivatization
{
    // More would not stay in registers.
    private const int MostElements = 16;

    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is null || !LoopTree.Statements(nest.Root.Body).All(statement => statement is Assign or Store or If or LoopStatement))
        {
            return nest;
        }

        foreach (MemoryObject item in nest.Objects.Where(item => item is { Kind: MemoryKind.Array, Origin: MemoryOrigin.FreshLocal, FreshLength: <= MostElements }))
        {
            LoopNest sized = nest with { Root = new LengthReplacement(item).Visit(nest.Root!) };
            nest = Privatize(CompleteUnrolling.Apply(sized, item), item) ?? nest;
        }

        return nest;
    }

    private static LoopNest? Privatize(LoopNest nest, MemoryObject item)
    {
        Loop root = nest.Root!;
        ArrayAccess[] accesses = [.. CompleteUnrolling.Accesses(root).Where(access => access.Object.Id == item.Id)];
        if (accesses.Length == 0
            || ExpressionTree.Header(root).SelectMany(Walk.Parts).Any(part => part is Load load && load.Access.Object.Id == item.Id)
            || !accesses.All(access => access.Subscripts is [Constant { Value: int subscript }] && subscript >= 0 && subscript < item.FreshLength))
        {
            return null;
        }

        FreshVariables fresh = new(nest);
        List<Variable> elements = [];
        foreach (ArrayAccess access in accesses.GroupBy(access => (int)((Constant)access.Subscripts[0]).Value).OrderBy(group => group.Key).Select(group => group.First()))
        {
            Loop? home = Home(root, access);
            if (home is null)
            {
                return null;
            }

            object? subscript = ((Constant)access.Subscripts[0]).Value;
            string name = fresh.Name(item.Name.TrimStart('@') + subscript);
            Variable element = item.IsUsedOutside
                ? new(fresh.Id(), name, item.Element, item.ElementTypeText, VariableKind.Temporary, $"{item.AccessText}[{subscript}]", DeclaringLoop: null, ReadAfter: true)
                : new(fresh.Id(), name, item.Element, item.ElementTypeText, VariableKind.Temporary, name, home.Id, ReadAfter: false);
            elements.Add(element);
            root = new ElementReplacement(element, access).Visit(root);
        }

        return nest with
        {
            Root = root,
            Variables = nest.Variables.Concat(elements).ToEquatableArray(),
            Objects = nest.Objects.Where(other => other.Id != item.Id).ToEquatableArray(),
        };
    }

    /// <summary>The innermost loop that has all accesses to the element and writes it before it reads it; null when none does.</summary>
    private static Loop? Home(Loop root, ArrayAccess location)
    {
        Variable probe = new(-1, "", location.Object.Element, location.Object.ElementTypeText, VariableKind.Temporary, "", null, ReadAfter: false);
        int all = Count(root);
        return LoopTree.SelfAndDescendants(root).LastOrDefault(loop => Count(loop) == all
            && !DefiniteAssignment.Analyze(new ElementReplacement(probe, location).Visit(loop).Body).Exposed.Contains(probe.Id));

        int Count(Loop loop) => CompleteUnrolling.Accesses(loop).Count(access => ElementReplacement.IsSame(access, location));
    }

    private sealed class LengthReplacement(MemoryObject item) : IrRewriter
    {
        public override Expression Visit(Expression expression) => expression is ObjectLength length && length.Object.Id == item.Id
            ? length.Type == ElementType.Int64 ? Constant.Int64(item.FreshLength!.Value) : Constant.Int32(item.FreshLength!.Value)
            : base.Visit(expression);
    }
}
