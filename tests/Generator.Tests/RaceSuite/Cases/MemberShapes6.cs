#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Objects, structs, properties, indexers and data that leads to elements.</summary>
internal class MemberShapes6
{
    [Racy("composite")]
    public bool[] RaceOnComposite(int n)
    {
        var composite = new bool[n + 1];
        Parallel.For(2, (int)Math.Sqrt(n) + 1, p =>
        {
            if (!composite[p])
                for (int k = p * p; k <= n; k += p)
                    composite[k] = true;
        });
        return composite;
    }
}
