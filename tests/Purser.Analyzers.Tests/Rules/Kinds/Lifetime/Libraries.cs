using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Rules.Kinds.Lifetime;

/// <summary>The packages that the programs use, as far as they use them: signatures in an assembly of its own, as a package's are.</summary>
internal static class Libraries
{
    public static readonly MetadataReference Reference = Compile();

    private static MetadataReference Compile()
    {
        var compilation = CSharpCompilation.Create(
            "Libraries", [CSharpSyntaxTree.ParseText(Source)], References.Web, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Data;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        namespace Confluent.Kafka
        {
            public class ConsumerConfig { public string BootstrapServers { get; set; } public string GroupId { get; set; } }
            public class ConsumeResult<K, V> { public V Message { get; set; } }
            public interface IConsumer<K, V> : IDisposable { void Subscribe(string topic); ConsumeResult<K, V> Consume(CancellationToken token = default); ConsumeResult<K, V> Consume(TimeSpan timeout); void Close(); void Commit(); }
            public class ConsumerBuilder<K, V> { public ConsumerBuilder(ConsumerConfig config) { } public IConsumer<K, V> Build() => null; }
        }

        namespace RabbitMQ.Client
        {
            public class ConnectionFactory { public string HostName { get; set; } public Task<IConnection> CreateConnectionAsync() => null; }
            public interface IConnection : IDisposable { Task<IChannel> CreateChannelAsync(); }
            public interface IChannel : IDisposable { Task<string> BasicConsumeAsync(string queue, bool autoAck, Events.AsyncEventingBasicConsumer consumer); Task<BasicGetResult> BasicGetAsync(string queue, bool autoAck); }
            public class BasicGetResult { public byte[] Body { get; } }
        }

        namespace RabbitMQ.Client.Events
        {
            public class AsyncEventingBasicConsumer { public AsyncEventingBasicConsumer(IChannel channel) { } public event Func<object, EventArgs, Task> ReceivedAsync; }
        }

        namespace MassTransit
        {
            public interface IBus { Task Publish<T>(T message, CancellationToken token = default); }
            public interface IBusControl : IBus { Task StartAsync(CancellationToken token = default); Task StopAsync(CancellationToken token = default); }
            public interface IPublishEndpoint { Task Publish<T>(T message, CancellationToken token = default); }
            public interface IRegistration { void AddConsumer<T>(); void UsingRabbitMq(Action<object, object> configure); }
            public static class Bus { public static class Factory { public static IBusControl CreateUsingRabbitMq(Action<object> configure) => null; } }
            public static class DependencyInjectionExtensions { public static IServiceCollection AddMassTransit(this IServiceCollection services, Action<IRegistration> configure) => services; }
        }

        namespace Quartz
        {
            public interface IJob { Task Execute(IJobExecutionContext context); }
            public interface IJobExecutionContext { CancellationToken CancellationToken { get; } }
            public interface IScheduler { Task Start(CancellationToken token = default); Task ScheduleJob(IJobDetail job, ITrigger trigger); Task Shutdown(); }
            public interface IJobDetail { }
            public interface ITrigger { }
            public class JobKey { public JobKey(string name) { } }
            public interface IPersistentStore { void UseClustering(); void UsePostgres(string connection); }
            public interface IJobConfigurator { IJobConfigurator WithIdentity(string name); IJobConfigurator WithIdentity(JobKey key); }
            public interface ITriggerConfigurator { ITriggerConfigurator ForJob(string name); ITriggerConfigurator ForJob(JobKey key); ITriggerConfigurator WithCronSchedule(string cron); }
            public interface IServiceCollectionQuartzConfigurator { void UsePersistentStore(Action<IPersistentStore> configure); void UseInMemoryStore(); }
            public static class QuartzExtensions
            {
                public static IServiceCollection AddQuartz(this IServiceCollection services, Action<IServiceCollectionQuartzConfigurator> configure) => services;
                public static IServiceCollection AddQuartzHostedService(this IServiceCollection services, Action<object> configure = null) => services;
                public static void AddJob<T>(this IServiceCollectionQuartzConfigurator q, Action<IJobConfigurator> configure) where T : IJob { }
                public static void AddTrigger(this IServiceCollectionQuartzConfigurator q, Action<ITriggerConfigurator> configure) { }
                public static void ScheduleJob<T>(this IServiceCollectionQuartzConfigurator q, Action<ITriggerConfigurator> trigger) where T : IJob { }
            }
            public class JobBuilder { public static JobBuilder Create<T>() where T : IJob => null; public IJobDetail Build() => null; }
            public class TriggerBuilder { public static TriggerBuilder Create() => null; public TriggerBuilder WithCronSchedule(string cron) => this; public ITrigger Build() => null; }
        }

        namespace Quartz.Impl
        {
            public class StdSchedulerFactory { public Task<IScheduler> GetScheduler(CancellationToken token = default) => null; }
        }

        namespace Hangfire
        {
            public interface IGlobalConfiguration { }
            public static class MemoryStorageExtensions { public static IGlobalConfiguration UseMemoryStorage(this IGlobalConfiguration c) => c; public static IGlobalConfiguration UseInMemoryStorage(this IGlobalConfiguration c) => c; }
            public static class SqlServerStorageExtensions { public static IGlobalConfiguration UseSqlServerStorage(this IGlobalConfiguration c, string connection) => c; }
            public static class HangfireServices { public static IServiceCollection AddHangfire(this IServiceCollection s, Action<IGlobalConfiguration> configure) => s; public static IServiceCollection AddHangfireServer(this IServiceCollection s) => s; }
            public static class RecurringJob { public static void AddOrUpdate<T>(string id, System.Linq.Expressions.Expression<Func<T, Task>> call, string cron) { } public static void AddOrUpdate(string id, System.Linq.Expressions.Expression<Action> call, string cron) { } }
            public static class BackgroundJob { public static string Enqueue<T>(System.Linq.Expressions.Expression<Func<T, Task>> call) => null; }
            public static class Cron { public static string Daily() => null; public static string Daily(int hour) => null; public static string Hourly() => null; }
        }

        namespace Coravel
        {
            public static class CoravelExtensions { public static IServiceCollection AddScheduler(this IServiceCollection s) => s; public static void UseScheduler(this IServiceProvider p, Action<Scheduling.IScheduler> schedule) { } }
        }

        namespace Coravel.Scheduling
        {
            public interface IScheduler { IScheduleInterval Schedule<T>(); }
            public interface IScheduleInterval { void DailyAtHour(int hour); void EveryMinute(); void Hourly(); }
        }

        namespace Cronos
        {
            public class CronExpression { public static CronExpression Parse(string text) => null; public DateTimeOffset? GetNextOccurrence(DateTimeOffset from, TimeZoneInfo zone) => null; }
        }

        namespace NCrontab
        {
            public class CrontabSchedule { public static CrontabSchedule Parse(string text) => null; public DateTime GetNextOccurrence(DateTime from) => default; }
        }

        namespace Medallion.Threading
        {
            public interface IDistributedLock { IDistributedSynchronizationHandle TryAcquire(TimeSpan timeout = default, CancellationToken token = default); Task<IDistributedSynchronizationHandle> TryAcquireAsync(TimeSpan timeout = default, CancellationToken token = default); }
            public interface IDistributedLockProvider { IDistributedLock CreateLock(string name); }
            public interface IDistributedSynchronizationHandle : IDisposable, IAsyncDisposable { }
        }

        namespace Npgsql
        {
            public sealed class NpgsqlConnection : IDisposable, IAsyncDisposable { public NpgsqlConnection(string c) { } public Task OpenAsync(CancellationToken token = default) => null; public NpgsqlCommand CreateCommand() => null; public void Dispose() { } public ValueTask DisposeAsync() => default; }
            public sealed class NpgsqlCommand : IDisposable, IAsyncDisposable { public NpgsqlCommand(string sql, NpgsqlConnection c) { } public string CommandText { get; set; } public Task<int> ExecuteNonQueryAsync(CancellationToken token = default) => null; public Task<object> ExecuteScalarAsync(CancellationToken token = default) => null; public void Dispose() { } public ValueTask DisposeAsync() => default; }
        }

        namespace Dapper
        {
            public static class SqlMapper { public static Task<int> ExecuteAsync(this Npgsql.NpgsqlConnection c, string sql, object param = null) => null; public static Task<IEnumerable<T>> QueryAsync<T>(this Npgsql.NpgsqlConnection c, string sql, object param = null) => null; }
        }

        namespace Microsoft.EntityFrameworkCore
        {
            public class DbSet<T> : List<T> { }
            public class DbContext : IDisposable { public Task<int> SaveChangesAsync(CancellationToken token = default) => null; public void Dispose() { } }
            public static class Query { public static Task<List<T>> ToListAsync<T>(this IEnumerable<T> q, CancellationToken token = default) => null; public static Task<int> ExecuteDeleteAsync<T>(this IEnumerable<T> q, CancellationToken token = default) => null; }
        }

        namespace Amazon.SQS
        {
            public interface IAmazonSQS { Task<Model.ReceiveMessageResponse> ReceiveMessageAsync(string queue, CancellationToken token = default); Task DeleteMessageAsync(string queue, string handle, CancellationToken token = default); }
        }

        namespace Amazon.SQS.Model
        {
            public class Message { public string Body { get; set; } public string ReceiptHandle { get; set; } }
            public class ReceiveMessageResponse { public List<Message> Messages { get; } }
        }

        namespace Topshelf
        {
            public interface IHostConfigurator { void Service<T>(); void RunAsLocalSystem(); }
            public static class HostFactory { public static int Run(Action<IHostConfigurator> configure) => 0; }
        }

        namespace Akka.Actor
        {
            public class ActorSystem { public static ActorSystem Create(string name) => null; public Task WhenTerminated { get; } public Task Terminate() => null; }
        }

        namespace Fabrikam.Rpc
        {
            public class RpcServer { public RpcServer(int port) { } public Task ServeAsync() => null; public void Start() { } public Task ShutdownAsync() => null; }
        }

        namespace Serilog
        {
            public static class Log { public static void Information(string text) { } public static void Fatal(Exception e, string text) { } public static void Error(Exception e, string text) { } public static void CloseAndFlush() { } }
        }

        namespace Prometheus
        {
            public class MetricServer : IDisposable { public MetricServer(int port) { } public MetricServer(string hostname, int port) { } public void Start() { } public void Dispose() { } }
            public class KestrelMetricServer : IDisposable { public KestrelMetricServer(int port) { } public void Start() { } public void Dispose() { } }
        }

        namespace k8s.Models
        {
            public class V1ObjectMeta { public string Name { get; set; } public string GenerateName { get; set; } public IList<V1OwnerReference> OwnerReferences { get; set; } }
            public class V1OwnerReference { public string Uid { get; set; } }
            public class V1PodSpec { public string RestartPolicy { get; set; } }
            public class V1Pod { public V1ObjectMeta Metadata { get; set; } public V1PodSpec Spec { get; set; } }
            public class V1Job { public V1ObjectMeta Metadata { get; set; } }
            public class V1Deployment { public V1ObjectMeta Metadata { get; set; } }
            public class V1PodTemplate { }
            public class V1Eviction { }
        }

        namespace k8s
        {
            using k8s.Models;
            public class KubernetesClientConfiguration { public static KubernetesClientConfiguration InClusterConfig() => null; }
            public interface ICoreV1Operations { }
            public interface IBatchV1Operations { }
            public interface IKubernetes { ICoreV1Operations CoreV1 { get; } IBatchV1Operations BatchV1 { get; } }
            public class Kubernetes : IKubernetes, IDisposable { public Kubernetes(KubernetesClientConfiguration c) { } public ICoreV1Operations CoreV1 { get; } public IBatchV1Operations BatchV1 { get; } public void Dispose() { } }
            public class GenericClient : IDisposable { public GenericClient(IKubernetes k, string version, string plural) { } public Task<T> CreateAsync<T>(T item, CancellationToken token = default) => null; public Task<T> CreateNamespacedAsync<T>(T item, string ns, CancellationToken token = default) => null; public void Dispose() { } }
            public static class CoreV1OperationsExtensions
            {
                public static Task<V1Pod> CreateNamespacedPodAsync(this ICoreV1Operations o, V1Pod body, string ns, string dryRun = null, CancellationToken token = default) => null;
                public static V1Pod CreateNamespacedPod(this ICoreV1Operations o, V1Pod body, string ns) => null;
                public static Task<V1Pod> ReadNamespacedPodAsync(this ICoreV1Operations o, string name, string ns) => null;
                public static Task<V1PodTemplate> CreateNamespacedPodTemplateAsync(this ICoreV1Operations o, V1PodTemplate body, string ns) => null;
                public static Task<V1Eviction> CreateNamespacedPodEvictionAsync(this ICoreV1Operations o, V1Eviction body, string name, string ns) => null;
            }
            public static class BatchV1OperationsExtensions { public static Task<V1Job> CreateNamespacedJobAsync(this IBatchV1Operations o, V1Job body, string ns, CancellationToken token = default) => null; }
        }

        namespace k8s.LeaderElection
        {
            public class LeaderElectionConfig { public LeaderElectionConfig(object l) { } }
            public class LeaderElector { public LeaderElector(LeaderElectionConfig c) { } public event Action OnStartedLeading; public bool IsLeader() => false; public Task RunAsync(CancellationToken token = default) => null; }
        }

        namespace MediatR
        {
            public interface IRequest { }
            public interface IMediator { Task Send(IRequest request, CancellationToken token = default); }
        }
        """;
}
