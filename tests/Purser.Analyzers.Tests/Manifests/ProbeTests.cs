using Purser.Analyzers.Facts;
using Purser.Analyzers.Tests.Testing;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Tests.Manifests;

public sealed class ProbeTests
{
    private static readonly Origin Health = new("Program.cs", "MapHealthChecks(\"/healthz\")");

    private static readonly PortFact Http = new(5000, PortProtocol.Http, LocalhostOnly: false, new("Program.cs", "UseUrls(\"http://*:5000\")"));

    [Fact]
    public void Without_an_endpoint_the_port_must_answer_and_no_two_probes_are_the_same() => YamlAssert.Contains(
        """
        # no endpoint of its own in the code: whether the port answers
        startupProbe:
          tcpSocket:
            port: http
          periodSeconds: 5
          timeoutSeconds: 3
          failureThreshold: 30
        # no endpoint of its own in the code: whether the port answers
        livenessProbe:
          tcpSocket:
            port: 5000
          periodSeconds: 10
          timeoutSeconds: 3
          failureThreshold: 3
        # no endpoint of its own in the code: whether the port answers
        readinessProbe:
          tcpSocket:
            port: http
          periodSeconds: 10
          timeoutSeconds: 3
          failureThreshold: 3
        """,
        Of(new CodeFacts { Ports = EquatableArray.Of(Http) }));

    [Fact]
    public void A_single_endpoint_is_for_readiness()
    {
        var yaml = Of(new CodeFacts { Ports = EquatableArray.Of(Http), Health = EquatableArray.Of(new HealthFact(HealthKind.Readiness, "/healthz", Health)) });
        YamlAssert.Contains("# from Program.cs: MapHealthChecks(\"/healthz\")\nreadinessProbe:\n  httpGet:\n    path: /healthz\n    port: http", yaml);
        YamlAssert.Contains("livenessProbe:\n  tcpSocket:\n    port: 5000", yaml);
        YamlAssert.Contains("startupProbe:\n  tcpSocket:\n    port: http", yaml);
    }

    [Fact]
    public void Liveness_never_asks_what_readiness_asks()
    {
        var yaml = Of(new CodeFacts
        {
            Ports = EquatableArray.Of(Http),
            Health = EquatableArray.Of(new HealthFact(HealthKind.Liveness, "/healthz", Health), new HealthFact(HealthKind.Readiness, "/healthz", Health)),
        });
        YamlAssert.Contains("livenessProbe:\n  tcpSocket:", yaml);
        YamlAssert.Contains("readinessProbe:\n  httpGet:\n    path: /healthz", yaml);
    }

    [Fact]
    public void Each_endpoint_answers_its_own_question_and_startup_waits_for_liveness()
    {
        var yaml = Of(new CodeFacts
        {
            Ports = EquatableArray.Of(Http),
            Health = EquatableArray.Of(new HealthFact(HealthKind.Liveness, "/live", new("Health.cs", "MapHealthChecks(\"/live\")")), new HealthFact(HealthKind.Readiness, "/ready", Health)),
        });
        YamlAssert.Contains("# from Health.cs: MapHealthChecks(\"/live\")\nstartupProbe:\n  httpGet:\n    path: /live\n    port: http\n  periodSeconds: 5", yaml);
        YamlAssert.Contains("livenessProbe:\n  httpGet:\n    path: /live", yaml);
        YamlAssert.Contains("readinessProbe:\n  httpGet:\n    path: /ready", yaml);
    }

    [Fact]
    public void The_grpc_health_service_is_asked_on_the_grpc_port()
    {
        var yaml = Of(new CodeFacts
        {
            Ports = EquatableArray.Of(Http, new PortFact(5001, PortProtocol.Http2, false, Http.Origin)),
            Health = EquatableArray.Of(new HealthFact(HealthKind.Readiness, null, new("Program.cs", "MapGrpcHealthChecksService()"))),
        });
        YamlAssert.Contains("# from Program.cs: MapGrpcHealthChecksService()\nreadinessProbe:\n  grpc:\n    port: 5001", yaml);
    }

    [Fact]
    public void A_grpc_workload_is_asked_by_grpc() =>
        YamlAssert.Contains("readinessProbe:\n  grpc:\n    port: 5000", Of(CodeFacts.None, "[Exposed(Port = 5000, Protocol = Protocol.Grpc)]"));

    [Fact]
    public void An_https_port_is_asked_by_https() => YamlAssert.Contains(
        "readinessProbe:\n  httpGet:\n    path: /healthz\n    port: https\n    scheme: HTTPS",
        Of(new CodeFacts { Ports = EquatableArray.Of(Http with { Protocol = PortProtocol.Https }), Health = EquatableArray.Of(new HealthFact(HealthKind.Readiness, "/healthz", Health)) }));

    [Fact]
    public void An_attribute_goes_before_what_the_code_says() => YamlAssert.Contains(
        """
        readinessProbe:
          httpGet:
            path: /mine
            port: http-9090
          initialDelaySeconds: 7
          periodSeconds: 1
          timeoutSeconds: 2
          failureThreshold: 4
        """,
        Of(
            new CodeFacts { Ports = EquatableArray.Of(Http), Health = EquatableArray.Of(new HealthFact(HealthKind.Readiness, "/healthz", Health)) },
            "[Probe(ProbeKind.Readiness, \"/mine\", Port = 9090, PeriodSeconds = 1, TimeoutSeconds = 2, FailureThreshold = 4, InitialDelaySeconds = 7)]"));

    [Fact]
    public void A_port_that_is_only_probed_is_a_port_of_the_container_and_not_of_the_service()
    {
        var files = Rendered.With(CodeFacts.None, "[Stateless] [Exposed(Port = 5000)] [Probe(ProbeKind.Liveness, \"/live\", Port = 9090)] public class Api;");
        YamlAssert.Contains("- name: http-9090\n  containerPort: 9090", files["api.deployment.yaml"]);
        Assert.DoesNotContain("9090", files["api.service.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_without_a_port_and_a_batch_job_have_no_probes()
    {
        Assert.DoesNotContain("Probe", Rendered.With(CodeFacts.None, "[Stateless] public class Worker;")["worker.deployment.yaml"], StringComparison.Ordinal);
        Assert.DoesNotContain("Probe", Rendered.With(new CodeFacts { Ports = EquatableArray.Of(Http) }, "[BatchJob] public class Import;")["import.job.yaml"], StringComparison.Ordinal);
    }

    private static string Of(CodeFacts facts, string attributes = "") => Rendered.With(facts, $"[Stateless] {attributes} public class Api;")["api.deployment.yaml"];
}
