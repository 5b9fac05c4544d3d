using BenchmarkDotNet.Attributes;

namespace AutoPar.Bench;

/// <summary>Each kernel in its forms.</summary>
[MemoryDiagnoser]
public class FormBenchmarks
{
    private BenchCase _case = null!;

    [Params("axpy", "add", "sum", "dot")]
    public string Kernel { get; set; } = "";

    [Params("double", "float")]
    public string Type { get; set; } = "";

    [Params(1_000, 100_000, 10_000_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup() => _case = BenchCase.All(Length).First(@case => @case.Kernel == Kernel && @case.Type == Type);

    [Benchmark(Baseline = true)]
    public void AsWritten() => _case.Plain(1);

    [Benchmark]
    public void HandWritten() => _case.HandWritten(1);

    [Benchmark]
    public void Vectorized() => _case.Vectorized(1);

    [Benchmark]
    public void Parallel() => _case.Parallel(1);
}
