using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Objects that are handed to code that runs: nothing of them is changed any more until it is done.</summary>
internal sealed class Handovers2
{
    private readonly object _gate = new();
    private volatile Parcel? _volatileParcel;
    private Parcel? _lockedParcel;

    private sealed class Parcel
    {
        public int Weight { get; set; }

        public string Label { get; set; } = "";

        public ManualResetEventSlim IsDone { get; } = new();
    }

    [Safe]
    public static int QueueOfNewParcels(int n)
    {
        var queue = new BlockingCollection<Parcel>();
        Task<int> consumer = Task.Run(() =>
        {
            int sum = 0;
            foreach (Parcel taken in queue.GetConsumingEnumerable())
            {
                sum += taken.Weight;
            }

            return sum;
        });
        for (int i = 0; i < n; i++)
        {
            var parcel = new Parcel();
            parcel.Weight = i;
            queue.Add(parcel);
        }

        queue.CompleteAdding();
        return consumer.Result;
    }

    [Racy("parcel", "Weight")]
    public static int QueueOfUnfinishedParcels(int n)
    {
        var queue = new BlockingCollection<Parcel>();
        Task<int> consumer = Task.Run(() =>
        {
            int sum = 0;
            foreach (Parcel taken in queue.GetConsumingEnumerable())
            {
                sum += taken.Weight;
            }

            return sum;
        });
        for (int i = 0; i < n; i++)
        {
            var parcel = new Parcel();
            queue.Add(parcel);
            parcel.Weight = i;
        }

        queue.CompleteAdding();
        return consumer.Result;
    }

    // One parcel for all rounds.
    [Racy("parcel", "Weight")]
    public static int QueueOfOneParcel(int n)
    {
        var queue = new BlockingCollection<Parcel>();
        Task<int> consumer = Task.Run(() =>
        {
            int sum = 0;
            foreach (Parcel taken in queue.GetConsumingEnumerable())
            {
                sum += taken.Weight;
            }

            return sum;
        });
        var parcel = new Parcel();
        for (int i = 0; i < n; i++)
        {
            parcel.Weight = i;
            queue.Add(parcel);
        }

        queue.CompleteAdding();
        return consumer.Result;
    }

    // The one parcel comes back before it is filled again.
    [Safe]
    public static int OneParcelThatComesBack(int n)
    {
        var queue = new BlockingCollection<Parcel>();
        var back = new BlockingCollection<Parcel>();
        Task<int> consumer = Task.Run(() =>
        {
            int sum = 0;
            foreach (Parcel taken in queue.GetConsumingEnumerable())
            {
                sum += taken.Weight;
                back.Add(taken);
            }

            return sum;
        });
        var parcel = new Parcel();
        back.Add(parcel);
        for (int i = 0; i < n; i++)
        {
            back.Take();
            parcel.Weight = i;
            queue.Add(parcel);
        }

        queue.CompleteAdding();
        return consumer.Result;
    }

    [Safe]
    public static int ChangedAfterJoin()
    {
        var queue = new ConcurrentQueue<Parcel>();
        int weight = 0;
        var consumer = new Thread(() =>
        {
            if (queue.TryDequeue(out Parcel? taken))
            {
                weight = taken.Weight;
            }
        });
        consumer.Start();
        var parcel = new Parcel();
        queue.Enqueue(parcel);
        consumer.Join();
        parcel.Weight = 3;
        return weight + parcel.Weight;
    }

    [Racy("parcel", "Weight")]
    public static int ChangedBeforeJoin()
    {
        var queue = new ConcurrentQueue<Parcel>();
        int weight = 0;
        var consumer = new Thread(() =>
        {
            if (queue.TryDequeue(out Parcel? taken))
            {
                weight = taken.Weight;
            }
        });
        consumer.Start();
        var parcel = new Parcel();
        queue.Enqueue(parcel);
        parcel.Weight = 3;
        consumer.Join();
        return weight + parcel.Weight;
    }

    // Put into the queue on the other way only.
    [Safe]
    public static int QueuedOrChanged(bool isLight)
    {
        var queue = new ConcurrentQueue<Parcel>();
        int weight = 0;
        Task consumer = Task.Run(() =>
        {
            if (queue.TryDequeue(out Parcel? taken))
            {
                weight = taken.Weight;
            }
        });
        var parcel = new Parcel();
        if (isLight)
        {
            queue.Enqueue(parcel);
        }
        else
        {
            parcel.Weight = 3;
        }

        consumer.Wait();
        return weight;
    }

    // Another member than the one that is read.
    [Safe]
    public static int OtherMember()
    {
        var queue = new ConcurrentQueue<Parcel>();
        int weight = 0;
        Task consumer = Task.Run(() =>
        {
            if (queue.TryDequeue(out Parcel? taken))
            {
                weight = taken.Weight;
            }
        });
        var parcel = new Parcel();
        queue.Enqueue(parcel);
        parcel.Label = "late";
        consumer.Wait();
        return weight;
    }

    // The consumer says when it is done with the parcel.
    [Safe]
    public static int ChangedWhenDone()
    {
        var queue = new BlockingCollection<Parcel>();
        Task<int> consumer = Task.Run(() =>
        {
            Parcel taken = queue.Take();
            int weight = taken.Weight;
            taken.IsDone.Set();
            return weight;
        });
        var parcel = new Parcel();
        queue.Add(parcel);
        parcel.IsDone.Wait();
        parcel.Weight = 3;
        return consumer.Result;
    }

    // Read here while the consumer writes.
    [Racy("taken", "parcel", "Weight")]
    public static int ReadWhileItIsFilled()
    {
        var queue = new BlockingCollection<Parcel>();
        Task consumer = Task.Run(() =>
        {
            Parcel taken = queue.Take();
            taken.Weight = 5;
        });
        var parcel = new Parcel();
        queue.Add(parcel);
        int weight = parcel.Weight;
        consumer.Wait();
        return weight;
    }

    [Safe]
    public static async Task<int> ChannelOfFinishedParcels()
    {
        Channel<Parcel> channel = Channel.CreateUnbounded<Parcel>();
        Task<int> consumer = Task.Run(async () =>
        {
            Parcel taken = await channel.Reader.ReadAsync();
            return taken.Weight;
        });
        var parcel = new Parcel();
        parcel.Weight = 3;
        await channel.Writer.WriteAsync(parcel);
        return await consumer;
    }

    [Racy("parcel", "Weight")]
    public static async Task<int> ChannelOfUnfinishedParcels()
    {
        Channel<Parcel> channel = Channel.CreateUnbounded<Parcel>();
        Task<int> consumer = Task.Run(async () =>
        {
            Parcel taken = await channel.Reader.ReadAsync();
            return taken.Weight;
        });
        var parcel = new Parcel();
        await channel.Writer.WriteAsync(parcel);
        parcel.Weight = 3;
        return await consumer;
    }

    [Safe]
    public int VolatileParcel()
    {
        Task<int> consumer = Task.Run(() => _volatileParcel is { } seen ? seen.Weight : 0);
        var parcel = new Parcel();
        parcel.Weight = 3;
        _volatileParcel = parcel;
        return consumer.Result;
    }

    [Racy("parcel", "Weight", "_volatileParcel")]
    public int VolatileParcelTooEarly()
    {
        Task<int> consumer = Task.Run(() => _volatileParcel is { } seen ? seen.Weight : 0);
        var parcel = new Parcel();
        _volatileParcel = parcel;
        parcel.Weight = 3;
        return consumer.Result;
    }

    [Safe]
    public int ParcelUnderLock()
    {
        Task<int> consumer = Task.Run(() =>
        {
            Parcel? seen;
            lock (_gate)
            {
                seen = _lockedParcel;
            }

            return seen?.Weight ?? 0;
        });
        var parcel = new Parcel();
        parcel.Weight = 3;
        lock (_gate)
        {
            _lockedParcel = parcel;
        }

        return consumer.Result;
    }

    [Racy("parcel", "Weight", "_lockedParcel")]
    public int ParcelUnderLockTooEarly()
    {
        Task<int> consumer = Task.Run(() =>
        {
            Parcel? seen;
            lock (_gate)
            {
                seen = _lockedParcel;
            }

            return seen?.Weight ?? 0;
        });
        var parcel = new Parcel();
        lock (_gate)
        {
            _lockedParcel = parcel;
        }

        parcel.Weight = 3;
        return consumer.Result;
    }

    // Both sides use the parcel under its own lock.
    [Safe]
    public static int LockedItself()
    {
        var queue = new BlockingCollection<Parcel>();
        Task<int> consumer = Task.Run(() =>
        {
            Parcel taken = queue.Take();
            lock (taken)
            {
                return taken.Weight;
            }
        });
        var parcel = new Parcel();
        queue.Add(parcel);
        lock (parcel)
        {
            parcel.Weight = 3;
        }

        return consumer.Result;
    }
}
