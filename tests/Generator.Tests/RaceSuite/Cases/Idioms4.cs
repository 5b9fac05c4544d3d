#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>How shared state is guarded, handed over and collected in practice.</summary>
internal class Idioms4
{
    [Racy("g")]
    public void Cols2(int[, ] g)
    {
        Parallel.For(0, g.GetLength(0), y =>
        {
            for (int x = 0; x < g.GetLength(1); x++)
                g[0, x] += g[y, x];
        });
    }

    [Safe]
    public void Three(float[,, ] v, int n) => Parallel.For(0, n, z =>
    {
        for (int y = 0; y < n; y++)
            for (int x = 1; x < n; x++)
                v[z, y, x] = v[z, y, x - 1];
    });

    [Racy("v")]
    public void Three2(float[,, ] v, int n) => Parallel.For(1, n, z =>
    {
        for (int y = 0; y < n; y++)
            for (int x = 1; x < n; x++)
                v[z, y, x] = v[z - 1, y, x];
    });

    [Safe]
    public void Flat3(float[] v, int nx, int ny, int nz) => Parallel.For(0, nz, z =>
    {
        for (int y = 0; y < ny; y++)
            for (int x = 0; x < nx; x++)
                v[(z * ny + y) * nx + x] *= 2;
    });

    [Racy("v")]
    public void Flat3b(float[] v, int nx, int ny, int nz) => Parallel.For(0, nz - 1, z =>
    {
        for (int y = 0; y < ny; y++)
            for (int x = 0; x < nx; x++)
                v[(z * ny + y) * nx + x] = v[((z + 1) * ny + y) * nx + x];
    });
}
