using System.Numerics;
using AutoPar;

namespace Snapshots;

public static partial class Kernels
{
    [Vectorize]
    public static void Axpy<T>(T[] x, T[] y, T k)
        where T : IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < x.Length; i++)
            y[i] += x[i] * k;
    }
}
