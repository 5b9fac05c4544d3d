using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>What applications have: accounts, caches, registries, events, lazily made things.</summary>
internal sealed class Services
{
    private readonly object _sync = new();
    private readonly ReaderWriterLockSlim _cacheLock = new();
    private readonly Dictionary<string, string> _cache = new();
    private readonly ConcurrentDictionary<string, int> _scores = new();
    private readonly ConcurrentDictionary<string, List<string>> _groups = new();
    private readonly List<string> _log = [];
    private int _hits;
    private int _misses;
    private decimal _balance;
    private Config? _config;
    private volatile Config? _volatileConfig;
    private ImmutableList<string> _messages = ImmutableList<string>.Empty;
    private event Action<string>? Changed;

    private sealed record Config(string Name, int Size)
    {
        public int Uses { get; set; }
    }

    private int Requests { get; set; }

    [Racy("_hits")]
    public void LookUpAll(string[] keys)
    {
        Parallel.ForEach(keys, key =>
        {
            if (_scores.ContainsKey(key))
            {
                _hits++;
            }
        });
    }

    [Safe]
    public void LookUpAllAtomically(string[] keys)
    {
        Parallel.ForEach(keys, key =>
        {
            if (_scores.ContainsKey(key))
            {
                Interlocked.Increment(ref _hits);
            }
            else
            {
                Interlocked.Increment(ref _misses);
            }
        });
    }

    [Racy("Requests")]
    public void CountRequests(int n) => Parallel.For(0, n, _ => Requests++);

    [Safe]
    public int ReadRequests(int n)
    {
        int[] copies = new int[n];
        Parallel.For(0, n, i => copies[i] = Requests + i);
        return copies.Sum();
    }

    [Racy("_cache")]
    public string[] RenderAll(string[] pages) => pages.AsParallel().Select(Render).ToArray();

    private string Render(string page)
    {
        if (!_cache.TryGetValue(page, out string? html))
        {
            html = "<p>" + page + "</p>";
            _cache[page] = html;
        }

        return html;
    }

    [Safe]
    public string[] RenderAllLocked(string[] pages) => pages.AsParallel().Select(RenderLocked).ToArray();

    private string RenderLocked(string page)
    {
        _cacheLock.EnterUpgradeableReadLock();
        try
        {
            if (_cache.TryGetValue(page, out string? html))
            {
                return html;
            }

            _cacheLock.EnterWriteLock();
            try
            {
                return _cache[page] = "<p>" + page + "</p>";
            }
            finally
            {
                _cacheLock.ExitWriteLock();
            }
        }
        finally
        {
            _cacheLock.ExitUpgradeableReadLock();
        }
    }

    [Racy("_cache")]
    public string[] RenderAllReadUnlocked(string[] pages)
    {
        var html = new string[pages.Length];
        Parallel.For(0, pages.Length, i =>
        {
            if (!_cache.ContainsKey(pages[i]))
            {
                lock (_sync)
                {
                    _cache[pages[i]] = pages[i].ToUpperInvariant();
                }
            }

            html[i] = pages[i];
        });
        return html;
    }

    [Racy("list", "_groups")]
    public void GroupWords(string[] words)
    {
        Parallel.ForEach(words, word =>
        {
            List<string> list = _groups.GetOrAdd(word[..1], _ => new List<string>());
            list.Add(word);
        });
    }

    [Safe]
    public void GroupWordsLocked(string[] words)
    {
        Parallel.ForEach(words, word =>
        {
            List<string> list = _groups.GetOrAdd(word[..1], _ => new List<string>());
            lock (list)
            {
                list.Add(word);
            }
        });
    }

    [Safe]
    public void ScoreWords(string[] words)
    {
        Parallel.ForEach(words, word => _scores.AddOrUpdate(word, 1, (_, old) => old + 1));
    }

    [Racy("_balance")]
    public decimal DepositAll(decimal[] amounts)
    {
        Parallel.ForEach(amounts, amount => Deposit(amount));
        return _balance;
    }

    private void Deposit(decimal amount) => _balance += amount;

    [Safe]
    public decimal DepositAllLocked(decimal[] amounts)
    {
        Parallel.ForEach(amounts, DepositLocked);
        return _balance;
    }

    private void DepositLocked(decimal amount)
    {
        lock (_sync)
        {
            Deposit(amount);
        }
    }

    [Racy("_balance")]
    public void WithdrawUncheckedRead(decimal[] amounts)
    {
        Parallel.ForEach(amounts, amount =>
        {
            if (CanPay(amount))
            {
                DepositLocked(-amount);
            }
        });
    }

    private bool CanPay(decimal amount) => _balance >= amount;

    [Racy("_config")]
    public int ConfigPlainDoubleCheck(int n)
    {
        int total = 0;
        Parallel.For(0, n, _ =>
        {
            if (_config == null)
            {
                lock (_sync)
                {
                    _config ??= new Config("default", 3);
                }
            }

            Interlocked.Add(ref total, 3);
        });
        return total;
    }

    [Safe]
    public int ConfigVolatileDoubleCheck(int n)
    {
        int total = 0;
        Parallel.For(0, n, _ =>
        {
            if (_volatileConfig == null)
            {
                lock (_sync)
                {
                    _volatileConfig ??= new Config("default", 3);
                }
            }

            Interlocked.Add(ref total, _volatileConfig!.Size);
        });
        return total;
    }

    [Racy("Uses", "config")]
    public int ConfigUsesCounted(int n)
    {
        var config = new Lazy<Config>(() => new Config("lazy", 5));
        Parallel.For(0, n, _ => config.Value.Uses++);
        return config.Value.Uses;
    }

    [Safe]
    public int ConfigSizesRead(int n)
    {
        var config = new Lazy<Config>(() => new Config("lazy", 5));
        int total = 0;
        Parallel.For(0, n, _ => Interlocked.Add(ref total, config.Value.Size));
        return total;
    }

    [Racy("_messages")]
    public void AppendImmutable(string[] lines) => Parallel.ForEach(lines, line => _messages = _messages.Add(line));

    [Safe]
    public void AppendImmutableInterlocked(string[] lines) =>
        Parallel.ForEach(lines, line => ImmutableInterlocked.Update(ref _messages, list => list.Add(line)));

    [Racy("text")]
    public string JoinWithBuilder(string[] lines)
    {
        var text = new StringBuilder();
        Parallel.ForEach(lines, line => text.AppendLine(line.Trim()));
        return text.ToString();
    }

    [Safe]
    public string JoinWithBuilderEach(string[] lines)
    {
        string[] trimmed = new string[lines.Length];
        Parallel.For(0, lines.Length, i =>
        {
            var text = new StringBuilder();
            text.Append(i).Append(": ").Append(lines[i].Trim());
            trimmed[i] = text.ToString();
        });
        return string.Join('\n', trimmed);
    }

    [Racy("_log")]
    public void LogFromEvent(string[] names)
    {
        Changed += name => _log.Add(name);
        Parallel.ForEach(names, name => Changed?.Invoke(name));
    }

    [Racy("_log")]
    public async Task LogFromAsync(string[] names)
    {
        await Task.WhenAll(names.Select(async name =>
        {
            await Task.Delay(name.Length).ConfigureAwait(false);
            _log.Add(name);
        }));
    }

    [Safe]
    public async Task LogAfterAsync(string[] names)
    {
        string[] all = await Task.WhenAll(names.Select(async name =>
        {
            await Task.Delay(name.Length).ConfigureAwait(false);
            return name.ToLowerInvariant();
        }));
        _log.AddRange(all);
    }
}
