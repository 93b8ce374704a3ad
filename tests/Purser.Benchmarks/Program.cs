using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Purser.Benchmarks;

if (args is ["analyze", .. var rest])
    return CredentialRun.Run(rest);
if (args is ["kinds", .. var kinds])
    return KindRun.Run(kinds);
if (args is ["generate", .. var generate])
    return GeneratorRun.Run(generate);

// In this process: the default would build and restore a project of its own for each benchmark.
// Monitoring: each iteration is one run of milliseconds to seconds, nothing to be repeated in a loop.
var job = Job.Default
    .WithToolchain(InProcessEmitToolchain.DontLogOutput)
    .WithStrategy(BenchmarkDotNet.Engines.RunStrategy.Monitoring)
    .WithLaunchCount(1)
    .WithWarmupCount(5)
    .WithIterationCount(25);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumn(StatisticColumn.Median)
    .WithOptions(ConfigOptions.DisableOptimizationsValidator));
return 0;
