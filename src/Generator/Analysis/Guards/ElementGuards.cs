using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>A scalar that stands for an element: the element exists, and is reached in no other way.</summary>
internal static class ElementGuards
{
    public static void Add(Region region, GuardList guards)
    {
        List<ArrayAccess> elements = [.. LoopTree.Statements(region.Root.Body).OfType<Assign>().Select(assign => assign.Target.Element)
            .OfType<ArrayAccess>().GroupBy(element => element.Id).Select(group => group.First())];
        foreach (ArrayAccess element in elements)
        {
            MemoryObject item = element.Object;
            if (!item.IsSpan)
            {
                guards.Add(new NotNull(item));
            }

            var index = new Conversion(ElementType.Int64, element.Subscripts[0]);
            guards.Add(new Holds(new Comparison(ComparisonOperator.GreaterOrEqual, index, Constant.Int64(0))));
            guards.Add(new Holds(new Comparison(
                ComparisonOperator.Less, index, new Conversion(ElementType.Int64, new ObjectLength(ElementType.Int32, item, null)))));
            foreach (MemoryObject other in region.Sites.Select(site => site.Object).Concat(elements.Select(second => second.Object))
                .Where(other => AliasAnalysis.Of(item, other) is not (AliasKind.None or AliasKind.Same)))
            {
                guards.Add(item.Id < other.Id ? new Different(item, other) : new Different(other, item));
            }
        }
    }
}
