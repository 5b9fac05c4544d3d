using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Data handed from one thread to another, once or in turn.</summary>
internal sealed class Handshakes
{
    private sealed class Message
    {
        public int Number;
        public string Text = "";
    }

    private sealed class Latch(int count)
    {
        private readonly object _gate = new();
        private int _left = count;

        public void Done()
        {
            lock (_gate)
            {
                _left--;
                Monitor.PulseAll(_gate);
            }
        }

        public void Await()
        {
            lock (_gate)
            {
                while (_left > 0)
                {
                    Monitor.Wait(_gate);
                }
            }
        }
    }

    private volatile Message? _mailbox;
    private Message? _plainMailbox;
    private int _turn;
    private int _sum;

    [Safe]
    public int LatchOfMonitor(int n)
    {
        int[] parts = new int[n];
        var latch = new Latch(n);
        for (int i = 0; i < n; i++)
        {
            int k = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                parts[k] = k;
                latch.Done();
            });
        }

        latch.Await();
        return parts.Sum();
    }

    [Racy("parts")]
    public int LatchNeverAwaited(int n)
    {
        int[] parts = new int[n];
        var latch = new Latch(n);
        for (int i = 0; i < n; i++)
        {
            int k = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                parts[k] = k;
                latch.Done();
            });
        }

        int sum = parts.Sum();
        latch.Await();
        return sum;
    }

    [Safe]
    public void VolatileMailbox()
    {
        _mailbox = null;
        var receiver = new Thread(() =>
        {
            Message? message;
            while ((message = _mailbox) == null)
            {
                Thread.Yield();
            }

            Console.WriteLine(message.Text + message.Number);
        });
        receiver.Start();
        var mail = new Message { Number = 4 };
        mail.Text = "hello";
        _mailbox = mail;
        receiver.Join();
    }

    [Racy("mail", "Text", "_mailbox")]
    public void VolatileMailboxChangedAfterwards()
    {
        _mailbox = null;
        var receiver = new Thread(() =>
        {
            Message? message;
            while ((message = _mailbox) == null)
            {
                Thread.Yield();
            }

            Console.WriteLine(message.Text + message.Number);
        });
        receiver.Start();
        var mail = new Message { Number = 4 };
        _mailbox = mail;
        mail.Text = "hello";
        receiver.Join();
    }

    [Racy("_plainMailbox")]
    public void PlainMailbox()
    {
        _plainMailbox = null;
        var receiver = new Thread(() =>
        {
            Message? message;
            while ((message = _plainMailbox) == null)
            {
                Thread.Yield();
            }

            Console.WriteLine(message.Text + message.Number);
        });
        receiver.Start();
        _plainMailbox = new Message { Number = 4, Text = "hello" };
        receiver.Join();
    }

    [Safe]
    public int TakesTurns(int rounds)
    {
        _sum = 0;
        Volatile.Write(ref _turn, 0);
        Parallel.Invoke(
            () =>
            {
                for (int i = 0; i < rounds; i++)
                {
                    SpinWait.SpinUntil(() => Volatile.Read(ref _turn) == 0);
                    _sum += i;
                    Volatile.Write(ref _turn, 1);
                }
            },
            () =>
            {
                for (int i = 0; i < rounds; i++)
                {
                    SpinWait.SpinUntil(() => Volatile.Read(ref _turn) == 1);
                    _sum -= 2 * i;
                    Volatile.Write(ref _turn, 0);
                }
            });
        return _sum;
    }

    [Safe]
    public static int QueueOwnsItsMessages(int n)
    {
        var queue = new BlockingCollection<Message>();
        int total = 0;
        Task consumer = Task.Run(() =>
        {
            foreach (Message message in queue.GetConsumingEnumerable())
            {
                message.Number *= 2;
                total += message.Number;
            }
        });
        for (int i = 0; i < n; i++)
        {
            var message = new Message { Number = i };
            message.Text = i.ToString();
            queue.Add(message);
        }

        queue.CompleteAdding();
        consumer.Wait();
        return total;
    }

    [Racy("message", "Text", "Number")]
    public static int QueueSharesItsMessages(int n)
    {
        var queue = new BlockingCollection<Message>();
        int total = 0;
        Task consumer = Task.Run(() =>
        {
            foreach (Message received in queue.GetConsumingEnumerable())
            {
                total += received.Text.Length;
            }
        });
        for (int i = 0; i < n; i++)
        {
            var message = new Message { Number = i };
            queue.Add(message);
            message.Text = i.ToString();
        }

        queue.CompleteAdding();
        consumer.Wait();
        return total;
    }

    [Racy("total")]
    public static int QueueTotalReadTooEarly(int n)
    {
        var queue = new BlockingCollection<int>();
        int total = 0;
        Task consumer = Task.Run(() =>
        {
            foreach (int number in queue.GetConsumingEnumerable())
            {
                total += number;
            }
        });
        for (int i = 0; i < n; i++)
        {
            queue.Add(i);
        }

        queue.CompleteAdding();
        int seen = total;
        consumer.Wait();
        return seen;
    }

    [Safe]
    public static async Task<int[]> SourceSetsResult(int n)
    {
        int[] data = new int[n];
        var ready = new TaskCompletionSource();
        Task reader = Task.Run(async () =>
        {
            await ready.Task;
            Console.WriteLine(data.Sum());
        });
        for (int i = 0; i < n; i++)
        {
            data[i] = i;
        }

        ready.SetResult();
        await reader;
        return data;
    }

    [Racy("data")]
    public static async Task<int[]> SourceSetsResultTooEarly(int n)
    {
        int[] data = new int[n];
        var ready = new TaskCompletionSource();
        Task reader = Task.Run(async () =>
        {
            await ready.Task;
            Console.WriteLine(data.Sum());
        });
        ready.SetResult();
        for (int i = 0; i < n; i++)
        {
            data[i] = i;
        }

        await reader;
        return data;
    }
}
