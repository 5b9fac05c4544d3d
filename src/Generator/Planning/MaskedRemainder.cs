using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Whether the iterations that don't fill a vector run as one whose other lanes are masked off: they take as long as a whole
/// vector, not as so many iterations one by one. That suits loops whose elements lie side by side, and that leave nothing but
/// elements behind.
/// </summary>
internal static class MaskedRemainder
{
    // Masked loads and stores of narrower elements need AVX-512; without it they are made one by one.
    private const int LeastElementSize = 4;

    public static bool Suits(Loop loop, IEnumerable<ScalarRole> roles, LaneVariables variables)
    {
        HashSet<int> inside = [.. LoopTree.SelfAndDescendants(loop).Select(inner => inner.Id)];
        return !loop.IsResumed && loop.Ordered is null && !loop.IndexReadAfter && !LoopTree.StartsAtItself(loop)
            && LoopTree.Statements(loop.Body).All(statement => statement is Assign or Store or If)
            && roles.All(role => role is Private { IsLiveOut: false } && role.Variable.DeclaringLoop is { } home && inside.Contains(home))
            && ExpressionTree.Of(loop.Body).SelectMany(ExpressionTree.SelfAndDescendants).All(part => !Divides(part))
            && Accesses(loop).All(access => IsContiguous(access, variables));
    }

    private static IEnumerable<ArrayAccess> Accesses(Loop loop) => ExpressionTree.Of(loop.Body)
        .SelectMany(ExpressionTree.SelfAndDescendants).OfType<Load>().Select(load => load.Access)
        .Concat(LoopTree.Statements(loop.Body).OfType<Store>().Select(store => store.Target));

    private static bool IsContiguous(ArrayAccess access, LaneVariables variables)
    {
        int last = access.Subscripts.Count - 1;
        return access.Subscripts.Take(last).All(variables.IsUniform)
            && Strides.ConstantOf(variables.Stride(access.Subscripts[last])) is { } stride
            && (stride == 0 || (stride == 1 && access.Object.Element.Size() >= LeastElementSize));
    }

    private static bool Divides(Expression part) =>
        part is Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } && part.Type.IsInteger();
}
