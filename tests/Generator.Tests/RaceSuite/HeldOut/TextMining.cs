using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut;

/// <summary>Word counts, indexes, searches in files.</summary>
internal static class TextMining
{
    [Racy("counts")]
    public static Dictionary<string, int> WordCount(string[] documents)
    {
        var counts = new Dictionary<string, int>();
        Parallel.ForEach(documents, document =>
        {
            foreach (string word in document.Split(' '))
            {
                counts.TryGetValue(word, out int n);
                counts[word] = n + 1;
            }
        });
        return counts;
    }

    [Safe]
    public static ConcurrentDictionary<string, int> WordCountConcurrent(string[] documents)
    {
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(documents, document =>
        {
            foreach (string word in document.Split(' '))
            {
                counts.AddOrUpdate(word, 1, (_, n) => n + 1);
            }
        });
        return counts;
    }

    // Read and written by two calls.
    [Racy("counts")]
    public static ConcurrentDictionary<string, int> WordCountInTwoCalls(string[] documents)
    {
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(documents, document =>
        {
            foreach (string word in document.Split(' '))
            {
                counts.TryGetValue(word, out int n);
                counts[word] = n + 1;
            }
        });
        return counts;
    }

    // Counted by each worker, merged under a lock.
    [Safe]
    public static Dictionary<string, int> WordCountByWorkers(string[] documents)
    {
        var counts = new Dictionary<string, int>();
        Parallel.ForEach(
            documents,
            () => new Dictionary<string, int>(),
            (document, _, mine) =>
            {
                foreach (string word in document.Split(' '))
                {
                    mine[word] = mine.GetValueOrDefault(word) + 1;
                }

                return mine;
            },
            mine =>
            {
                lock (counts)
                {
                    foreach ((string word, int n) in mine)
                    {
                        counts[word] = counts.GetValueOrDefault(word) + n;
                    }
                }
            });
        return counts;
    }

    // PLINQ groups for us.
    [Safe]
    public static Dictionary<string, int> WordCountByQuery(string[] documents) => documents.AsParallel()
        .SelectMany(document => document.Split(' '))
        .GroupBy(word => word)
        .ToDictionary(group => group.Key, group => group.Count());

    [Racy("longest")]
    public static string LongestWord(string[] words)
    {
        string longest = "";
        Parallel.ForEach(words, word =>
        {
            if (word.Length > longest.Length)
            {
                longest = word;
            }
        });
        return longest;
    }

    [Safe]
    public static string LongestWordLocked(string[] words)
    {
        string longest = "";
        object gate = new();
        Parallel.ForEach(words, word =>
        {
            lock (gate)
            {
                if (word.Length > longest.Length)
                {
                    longest = word;
                }
            }
        });
        return longest;
    }

    // Locked for the write, compared without.
    [Racy("longest")]
    public static string LongestWordHalfLocked(string[] words)
    {
        string longest = "";
        object gate = new();
        Parallel.ForEach(words, word =>
        {
            if (word.Length > longest.Length)
            {
                lock (gate)
                {
                    longest = word;
                }
            }
        });
        return longest;
    }

    [Racy("letters")]
    public static int[] LetterFrequencies(string text)
    {
        int[] letters = new int[26];
        Parallel.For(0, text.Length, i =>
        {
            if (char.IsAsciiLetterLower(text[i]))
            {
                letters[text[i] - 'a']++;
            }
        });
        return letters;
    }

    // One letter an iteration.
    [Safe]
    public static int[] LetterFrequenciesByLetter(string text)
    {
        int[] letters = new int[26];
        Parallel.For(0, 26, l =>
        {
            foreach (char c in text)
            {
                if (c - 'a' == l)
                {
                    letters[l]++;
                }
            }
        });
        return letters;
    }

    [Racy("report")]
    public static string Report(string[] lines)
    {
        var report = new StringBuilder();
        Parallel.For(0, lines.Length, i =>
        {
            if (lines[i].Contains("error", StringComparison.Ordinal))
            {
                report.AppendLine(lines[i]);
            }
        });
        return report.ToString();
    }

    [Safe]
    public static string ReportByLine(string[] lines)
    {
        var parts = new string[lines.Length];
        Parallel.For(0, lines.Length, i =>
        {
            var part = new StringBuilder();
            part.Append(i).Append(": ").Append(lines[i].Trim());
            parts[i] = part.ToString();
        });
        return string.Join('\n', parts);
    }

    // Found or not: written by all who find it.
    [Racy("isFound")]
    public static bool Search(string[] files, string word)
    {
        bool isFound = false;
        Parallel.ForEach(files, (file, state) =>
        {
            if (File.ReadAllText(file).Contains(word, StringComparison.Ordinal))
            {
                isFound = true;
                state.Stop();
            }
        });
        return isFound;
    }

    // The loop's own result says it.
    [Safe]
    public static bool SearchByLoopResult(string[] files, string word)
    {
        ParallelLoopResult result = Parallel.ForEach(files, (file, state) =>
        {
            if (File.ReadAllText(file).Contains(word, StringComparison.Ordinal))
            {
                state.Stop();
            }
        });
        return !result.IsCompleted;
    }

    [Racy("index")]
    public static SortedList<string, int> Index(string[] words)
    {
        var index = new SortedList<string, int>();
        Task.WaitAll(words.Select((word, at) => Task.Run(() => index[word] = at)).ToArray());
        return index;
    }

    // Upper case, letter by letter, into the same array.
    [Safe]
    public static string Shout(string text)
    {
        char[] letters = text.ToCharArray();
        Parallel.For(0, letters.Length, i => letters[i] = char.ToUpperInvariant(letters[i]));
        return new string(letters);
    }

    // A blank is capitalized with what follows it.
    [Racy("letters")]
    public static string Capitalize(string text)
    {
        char[] letters = text.ToCharArray();
        Parallel.For(0, letters.Length - 1, i =>
        {
            if (letters[i] == '_')
            {
                letters[i] = ' ';
                letters[i + 1] = char.ToUpperInvariant(letters[i + 1]);
            }
        });
        return new string(letters);
    }
}
