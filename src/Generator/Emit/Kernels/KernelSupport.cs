using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>What the kernel emitter can put into lanes; Planning asks before it plans.</summary>
internal static class KernelSupport
{
    /// <summary>The first thing in <paramref name="loop"/> that has no vector form; null when all of it has.</summary>
    public static Refusal? Unsupported(LoopNest nest, Loop root, Loop loop, EquatableArray<ScalarRole> roles) => null;
}
