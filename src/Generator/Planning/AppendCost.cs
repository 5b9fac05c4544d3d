using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>What it takes on threads that chunks append to lists of their own.</summary>
internal static class AppendCost
{
    // To copy an item, and what is cleared and allocated for it, beside appending it.
    private const double CopiedToAppended = 0.5;

    /// <summary>What is copied takes this part of the time that the loop takes as written.</summary>
    public static double CopiedShare(Loop root)
    {
        double all = CostModel.Sequential(root);
        return (all - CostModel.Sequential(new WithoutAppends().Visit(root))) * CopiedToAppended / all;
    }

    private sealed class WithoutAppends : IrRewriter
    {
        public override Statement Visit(Statement statement) => statement is Opaque { Effects: var effects } opaque
            ? opaque with { Effects = effects with { Nanoseconds = effects.Nanoseconds - (Effects.AppendNanoseconds * effects.Appends.Count) } }
            : base.Visit(statement);
    }
}
