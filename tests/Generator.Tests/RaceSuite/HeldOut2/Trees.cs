using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Trees walked by two branches at once.</summary>
internal static class Trees
{
    private sealed class Node
    {
        public int Value;
        public int Subtree;
        public Node? Left;
        public Node? Right;
    }

    [Safe]
    public static int LabelSubtrees(int depth)
    {
        Node root = Build(depth);
        return Label(root);
    }

    private static Node Build(int depth) => depth == 0
        ? new Node { Value = 1 }
        : new Node { Value = depth, Left = Build(depth - 1), Right = Build(depth - 1) };

    private static int Label(Node? node)
    {
        if (node is null)
        {
            return 0;
        }

        int l = 0, r = 0;
        Parallel.Invoke(() => l = Label(node.Left), () => r = Label(node.Right));
        node.Subtree = l + r + node.Value;
        return node.Subtree;
    }

    [Racy("values")]
    public static List<int> FlattenIntoList(int depth)
    {
        var values = new List<int>();
        void Walk(Node? node)
        {
            if (node is null)
            {
                return;
            }

            values.Add(node.Value);
            Parallel.Invoke(() => Walk(node.Left), () => Walk(node.Right));
        }

        Walk(Build(depth));
        return values;
    }

    [Safe]
    public static ICollection<int> FlattenIntoBag(int depth)
    {
        var values = new ConcurrentBag<int>();
        void Walk(Node? node)
        {
            if (node is null)
            {
                return;
            }

            values.Add(node.Value);
            Parallel.Invoke(() => Walk(node.Left), () => Walk(node.Right));
        }

        Walk(Build(depth));
        return values.ToArray();
    }

    [Racy("best")]
    public static int DeepestValue(int depth)
    {
        int best = int.MinValue;
        async Task Walk(Node? node)
        {
            if (node is null)
            {
                return;
            }

            best = Math.Max(best, node.Value);
            await Task.WhenAll(Task.Run(() => Walk(node.Left)), Task.Run(() => Walk(node.Right)));
        }

        Walk(Build(depth)).Wait();
        return best;
    }
}
