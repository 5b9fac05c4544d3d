#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>The shapes of DataRaceBench, with their mended partners.</summary>
internal static class DataRaceShapes5
{
    [Safe]
    public static void Threads51()
    {
        int numThreads = 0;
        var ts = new Thread[4];
        for (int t = 0; t < 4; t++)
        {
            int id = t;
            ts[t] = new Thread(() =>
            {
                if (id == 0)
                    numThreads = 4;
            });
            ts[t].Start();
        }

        foreach (var t in ts)
            t.Join();
        Console.WriteLine(numThreads);
    }

    [Racy("numThreads")]
    public static void Threads75()
    {
        int numThreads = 0;
        var ts = new Thread[4];
        for (int t = 0; t < 4; t++)
        {
            int id = t;
            ts[t] = new Thread(() =>
            {
                if (id == 0)
                    numThreads = 4;
                else
                    Console.WriteLine(numThreads);
            });
            ts[t].Start();
        }

        foreach (var t in ts)
            t.Join();
    }
}
