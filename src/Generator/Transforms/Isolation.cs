using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>What must hold of an element before a scalar may stand for it in a loop.</summary>
internal static class Isolation
{
    /// <summary>The loop's headers don't read its object, and nothing lies inside it unless it is the object itself.</summary>
    public static bool IsAlone(ArrayAccess location, LoopNest nest, Loop loop) =>
        !LoopTree.SelfAndDescendants(loop).SelectMany(ExpressionTree.Header).SelectMany(Walk.Parts)
            .Any(part => part is Load load && AliasAnalysis.Of(load.Access.Object, location.Object) != AliasKind.None)
        && !nest.Variables.Any(variable => AliasAnalysis.MayLieInside(variable, location.Object))
        && !nest.Objects.Any(item => item.Kind is MemoryKind.Jagged or MemoryKind.Pointer && AliasAnalysis.Of(item, location.Object) != AliasKind.None);

    /// <summary>Checked updates: a guard that runs them through would have to know the element's value.</summary>
    public static bool IsChecked(ScalarUses uses) => uses.Assigns.SelectMany(assign => ExpressionTree.SelfAndDescendants(assign.Value))
        .Any(part => part is Unary { IsChecked: true } or Binary { IsChecked: true } or Conversion { IsChecked: true });
}
