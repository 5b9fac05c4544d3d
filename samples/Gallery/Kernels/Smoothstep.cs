using AutoPar;

namespace Gallery.Kernels;

/// <summary>A universal function: a method of numbers, called over whole arrays.</summary>
internal static partial class Smoothstep
{
    [Parallelize, Vectorize]
    public static float Smooth(float x)
    {
        float t = x < 0 ? 0 : x > 1 ? 1 : x;
        return t * t * (3 - 2 * t);
    }
}
