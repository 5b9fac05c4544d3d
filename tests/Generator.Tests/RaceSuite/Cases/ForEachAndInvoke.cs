using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Parallel.ForEach, ForEachAsync, ForAsync and Invoke over objects.</summary>
internal static class ForEachAndInvoke
{
    internal sealed class Order
    {
        public double Net, Gross;
        public Customer Customer = new();
        public bool IsChecked { get; set; }
    }

    internal sealed class Customer
    {
        public double Debt;
    }

    // Each order is an object of its own.
    [Safe]
    public static List<Order> OwnFields(double[] prices)
    {
        List<Order> orders = prices.Select(price => new Order { Net = price }).ToList();
        Parallel.ForEach(orders, order => order.Gross = order.Net * 1.19);
        return orders;
    }

    // One order for all.
    [Racy("total", "Gross")]
    public static double FieldOfASharedObject(double[] prices)
    {
        var total = new Order();
        Parallel.ForEach(prices, price => total.Gross += price * 1.19);
        return total.Gross;
    }

    // Whether the list holds an order twice is the caller's.
    [CannotKnow]
    public static void OwnFieldsOfAParameter(List<Order> orders) => Parallel.ForEach(orders, order => order.Gross += order.Net);

    // The same object n times.
    [Racy("Gross", "order", "orders")]
    public static void OneObjectRepeated()
    {
        Order[] orders = Enumerable.Repeat(new Order(), 100).ToArray();
        Parallel.ForEach(orders, order => order.Gross += 1);
    }

    // A new object each time.
    [Safe]
    public static void NewObjectsRepeated()
    {
        Order[] orders = Enumerable.Range(0, 100).Select(_ => new Order()).ToArray();
        Parallel.ForEach(orders, order => order.Gross += 1);
    }

    // All orders are the one customer's.
    [Racy("Debt", "Customer", "customer", "order")]
    public static void SharedObjectBehindTheItem(double[] prices)
    {
        var customer = new Customer();
        Order[] orders = prices.Select(price => new Order { Net = price, Customer = customer }).ToArray();
        Parallel.ForEach(orders, order => order.Customer.Debt += order.Net);
    }

    // Each order made its own customer.
    [Safe]
    public static void OwnObjectBehindTheItem(double[] prices)
    {
        Order[] orders = prices.Select(price => new Order { Net = price }).ToArray();
        Parallel.ForEach(orders, order => order.Customer.Debt += order.Net);
    }

    [Safe]
    public static void OwnProperty(int n)
    {
        var orders = new Order[n];
        for (int i = 0; i < n; i++)
        {
            orders[i] = new Order();
        }

        Parallel.ForEach(orders, order => order.IsChecked = true);
    }

    // The lambda's parameter is not used.
    [Racy("first", "IsChecked")]
    public static void PropertyOfTheFirst(int n)
    {
        var orders = new Order[n];
        for (int i = 0; i < n; i++)
        {
            orders[i] = new Order();
        }

        Order first = orders[0];
        Parallel.ForEach(orders, order => first.IsChecked = !first.IsChecked);
    }

    // The index of the third parameter is each item's own.
    [Safe]
    public static int[] IndexOfTheItem(string[] words)
    {
        int[] r = new int[words.Length];
        Parallel.ForEach(words, (word, _, at) => r[at] = word.Length);
        return r;
    }

    // A running index is all items'.
    [Racy("at")]
    public static int[] RunningIndex(string[] words)
    {
        int[] r = new int[words.Length];
        int at = 0;
        Parallel.ForEach(words, word => r[at++] = word.Length);
        return r;
    }

    // One worker, one at a time.
    [Safe]
    public static int OneWorker(int[] a)
    {
        int sum = 0;
        Parallel.ForEach(a, new ParallelOptions { MaxDegreeOfParallelism = 1 }, v => sum += v);
        return sum;
    }

    [Racy("sum")]
    public static int TwoWorkers(int[] a)
    {
        int sum = 0;
        Parallel.ForEach(a, new ParallelOptions { MaxDegreeOfParallelism = 2 }, v => sum += v);
        return sum;
    }

    [Racy("bytes")]
    public static async Task<long> AsyncSum(string[] paths)
    {
        long bytes = 0;
        await Parallel.ForEachAsync(paths, async (path, cancellation) =>
        {
            byte[] content = await System.IO.File.ReadAllBytesAsync(path, cancellation);
            bytes += content.Length;
        });
        return bytes;
    }

    [Safe]
    public static async Task<long> AsyncSumInterlocked(string[] paths)
    {
        long bytes = 0;
        await Parallel.ForEachAsync(paths, async (path, cancellation) =>
        {
            byte[] content = await System.IO.File.ReadAllBytesAsync(path, cancellation);
            Interlocked.Add(ref bytes, content.Length);
        });
        return bytes;
    }

    [Racy("lines")]
    public static async Task<List<string>> AsyncListAdd(string[] paths)
    {
        var lines = new List<string>();
        await Parallel.ForAsync(0, paths.Length, async (i, cancellation) =>
        {
            lines.AddRange(await System.IO.File.ReadAllLinesAsync(paths[i], cancellation));
        });
        return lines;
    }

    [Safe]
    public static async Task<string[][]> AsyncOwnElement(string[] paths)
    {
        var lines = new string[paths.Length][];
        await Parallel.ForAsync(0, paths.Length, async (i, cancellation) =>
        {
            lines[i] = await System.IO.File.ReadAllLinesAsync(paths[i], cancellation);
        });
        return lines;
    }

    // The lambda is async void: the loop ends before the sums are added, and nothing orders them.
    [Racy("sum")]
    public static int AsyncVoidBody(int[] a)
    {
        int sum = 0;
        Parallel.ForEach(a, async v =>
        {
            await Task.Delay(1);
            sum += v;
        });
        return sum;
    }

    // Each section its own array.
    [Safe]
    public static void InvokeTwoArrays(int n)
    {
        int[] squares = new int[n], cubes = new int[n];
        Parallel.Invoke(
            () => Fill(squares, v => v * v),
            () => Fill(cubes, v => v * v * v));
    }

    [Racy("squares")]
    public static void InvokeOneArray(int n)
    {
        int[] squares = new int[n];
        Parallel.Invoke(
            () => Fill(squares, v => v * v),
            () => Fill(squares, v => v * v * v));
    }

    // One section writes the odd elements, the other one the even ones.
    [Safe]
    public static void InvokeOddAndEven(int[] a)
    {
        Parallel.Invoke(
            () =>
            {
                for (int i = 0; i < a.Length; i += 2)
                {
                    a[i] = 0;
                }
            },
            () =>
            {
                for (int i = 1; i < a.Length; i += 2)
                {
                    a[i] = 1;
                }
            });
    }

    // All elements against the even ones.
    [Racy("a")]
    public static void InvokeAllAndEven(int[] a)
    {
        Parallel.Invoke(
            () =>
            {
                for (int i = 0; i < a.Length; i += 2)
                {
                    a[i] = 0;
                }
            },
            () =>
            {
                for (int i = 1; i < a.Length; i++)
                {
                    a[i] = 1;
                }
            });
    }

    // The loop after Invoke runs when both have ended.
    [Safe]
    public static int InvokeThenRead(int[] a)
    {
        int low = 0, high = 0;
        Parallel.Invoke(() => low = a.Min(), () => high = a.Max());
        return high - low;
    }

    // An array of actions, all of which change one counter.
    [Racy("count")]
    public static int InvokeArray()
    {
        int count = 0;
        Action increase = () => count++;
        Parallel.Invoke(increase, increase, increase);
        return count;
    }

    // A single action is run alone.
    [Safe]
    public static int InvokeOne()
    {
        int count = 0;
        Action increase = () => count++;
        Parallel.Invoke(increase);
        return count;
    }

    // Dictionary entries come once each; their values are lists of their own.
    [Safe]
    public static void EntriesOfADictionary(string[] words)
    {
        var groups = new Dictionary<char, List<string>>();
        foreach (string word in words)
        {
            if (!groups.TryGetValue(word[0], out List<string>? group))
            {
                groups[word[0]] = group = [];
            }

            group.Add(word);
        }

        Parallel.ForEach(groups, entry => entry.Value.Sort());
    }

    // The dictionary itself changes.
    [Racy("groups")]
    public static void EntriesOfADictionaryRemoved(Dictionary<char, List<string>> groups)
    {
        Parallel.ForEach(groups.Keys.ToArray(), key =>
        {
            if (groups[key].Count == 0)
            {
                groups.Remove(key);
            }
        });
    }

    private static void Fill(int[] a, Func<int, int> f)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = f(i);
        }
    }
}
