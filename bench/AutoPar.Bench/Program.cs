using AutoPar.Bench;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

// --quick: our forms against hand-written loops, a minute. --crossover: small calls, intercepted against as written.
// --math: the vector math functions, their speed and error, beside the framework's.
// Anything else goes to BenchmarkDotNet, for example --filter '*Dot*'.
switch (args)
{
    case ["--quick", ..]:
        return QuickComparison.Run();
    case ["--crossover", ..]:
        return Crossover.Run();
    case ["--math", ..]:
        return MathComparison.Run();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FormBenchmarks).Assembly).Run(
            args,
            DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance)));
        return 0;
}
