using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>A scalar that stands for an element: the element exists, and is reached in no other way.</summary>
internal static class ElementGuards
{
    public static void Add(Region region, GuardList guards)
    {
        List<Variable> elements = [.. LoopTree.Statements(region.Root.Body).OfType<Assign>().Select(assign => assign.Target)
            .Where(variable => variable.Element is not null).GroupBy(variable => variable.Id).Select(group => group.First())];
        foreach (Variable variable in elements)
        {
            MemoryObject item = variable.Element!.Object;
            if (variable.Kind is VariableKind.Element or VariableKind.Carried)
            {
                AddExistence(variable.Element, guards);
            }

            foreach (MemoryObject other in region.Sites.Select(site => site.Object).Concat(elements.Select(second => second.Element!.Object))
                .Where(other => AliasAnalysis.Of(item, other) is not (AliasKind.None or AliasKind.Same)))
            {
                guards.Add(item.Id < other.Id ? new Different(item, other) : new Different(other, item));
            }
        }
    }

    /// <summary>The region itself has no access to it that would be guarded.</summary>
    private static void AddExistence(ArrayAccess element, GuardList guards)
    {
        if (!element.Object.IsSpan)
        {
            guards.Add(new NotNull(element.Object));
        }

        var length = new ObjectLength(ElementType.Int32, element.Object, null);
        if (element.Subscripts[0] is Constant { Value: int and >= 0 } place)
        {
            guards.Add(new Holds(new Comparison(ComparisonOperator.Less, place, length)));
            return;
        }

        var index = new Conversion(ElementType.Int64, element.Subscripts[0]);
        guards.Add(new Holds(new Comparison(ComparisonOperator.GreaterOrEqual, index, Constant.Int64(0))));
        guards.Add(new Holds(new Comparison(ComparisonOperator.Less, index, new Conversion(ElementType.Int64, length))));
    }
}
