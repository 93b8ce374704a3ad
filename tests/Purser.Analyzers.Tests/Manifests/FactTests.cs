using Purser.Analyzers.Facts;
using Purser.Analyzers.Tests.Testing;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Tests.Manifests;

/// <summary>What the code says becomes manifests, with a comment of where it was read; an attribute goes before it.</summary>
public sealed class FactTests
{
    private static readonly Origin Here = new("Program.cs", "UseUrls(\"http://*:5000\")");

    [Fact]
    public void A_port_is_the_containers_and_an_exposed_one_the_services()
    {
        var facts = new CodeFacts { Ports = EquatableArray.Of(new PortFact(5000, PortProtocol.Http, false, Here), new PortFact(5001, PortProtocol.Http2, false, Here)) };
        var files = Rendered.With(facts, "[Stateless] [Exposed] [Exposed(Protocol = Protocol.Grpc)] public class Api;");
        YamlAssert.Contains("- name: http\n  containerPort: 5000 # from Program.cs: UseUrls(\"http://*:5000\")\n  protocol: TCP\n- name: grpc\n  containerPort: 5001 # from Program.cs: UseUrls(\"http://*:5000\")", files["api.deployment.yaml"]);
        YamlAssert.Contains("- name: http\n  port: 80\n  targetPort: http\n  protocol: TCP\n- name: grpc\n  port: 5001\n  targetPort: grpc\n  protocol: TCP\n  appProtocol: kubernetes.io/h2c", files["api.service.yaml"]);
    }

    [Fact]
    public void A_port_in_the_code_replaces_8080() =>
        Assert.DoesNotContain("8080", Rendered.With(new CodeFacts { Ports = EquatableArray.Of(new PortFact(5000, PortProtocol.Http, false, Here)) }, "[Stateless] [Exposed] public class Api;", o => o with { IsWeb = true })["api.deployment.yaml"], StringComparison.Ordinal);

    [Fact]
    public void A_port_of_localhost_counts_only_where_there_is_no_other()
    {
        var local = new PortFact(5000, PortProtocol.Http, LocalhostOnly: true, Here);
        Assert.DoesNotContain("5000", Rendered.With(new CodeFacts { Ports = EquatableArray.Of(local, new PortFact(8080, PortProtocol.Http, false, Here)) }, "[Stateless] public class Api;")["api.deployment.yaml"].Replace(Here.Call, "", StringComparison.Ordinal), StringComparison.Ordinal);
        YamlAssert.Contains("- name: http\n  containerPort: 5000 # from Program.cs: UseUrls(\"http://*:5000\")", Rendered.With(new CodeFacts { Ports = EquatableArray.Of(local) }, "[Stateless] public class Api;")["api.deployment.yaml"]);
    }

    [Fact]
    public void Keys_with_a_default_are_settings_and_secrets_are_references()
    {
        var facts = new CodeFacts
        {
            Configuration = EquatableArray.Of(
                new ConfigurationFact("Orders:PageSize", "50", false, false, new("appsettings.json", "Orders:PageSize")),
                new ConfigurationFact("Orders:Region", null, false, true, new("Program.cs", "GetRequiredSection(\"Orders\")")),
                new ConfigurationFact("Orders:Given", "code", false, false, Here),
                new ConfigurationFact("ConnectionStrings:Orders", null, true, true, new("Program.cs", "GetConnectionString(\"Orders\")")),
                new ConfigurationFact("ConnectionStrings:Cache", "localhost", true, false, new("Program.cs", "GetConnectionString(\"Cache\")"))),
        };
        var files = Rendered.With(facts, "[Stateless] [Setting(\"Orders:Given\", \"attribute\")] public class Api;");
        YamlAssert.Contains(
            """
            # read without a default, give them by [Setting] or an overlay: Orders__Region
            data:
              Orders__Given: attribute
              Orders__PageSize: "50" # from appsettings.json: Orders:PageSize
            """,
            files["api.configmap.yaml"]);
        YamlAssert.Contains(
            """
            env:
              - name: ConnectionStrings__Cache # from Program.cs: GetConnectionString("Cache")
                valueFrom:
                  secretKeyRef:
                    name: api-secrets
                    key: ConnectionStrings__Cache
                    optional: true
              - name: ConnectionStrings__Orders # from Program.cs: GetConnectionString("Orders")
                valueFrom:
                  secretKeyRef:
                    name: api-secrets
                    key: ConnectionStrings__Orders
            """,
            files["api.deployment.yaml"]);
        Assert.DoesNotContain(files.Values, yaml => yaml.Contains("localhost", StringComparison.Ordinal));
        YamlAssert.Contains("stringData:\n  ConnectionStrings__Cache: \"\" # from Program.cs: GetConnectionString(\"Cache\")", files["api.secret.template.yaml"]);
    }

    [Fact]
    public void A_required_key_without_a_default_has_a_ConfigMap_to_put_it_in()
    {
        var files = Rendered.With(new CodeFacts { Configuration = EquatableArray.Of(new ConfigurationFact("Orders:Region", null, false, true, Here)) }, "[Stateless] public class Api;");
        YamlAssert.Contains("# read without a default, give them by [Setting] or an overlay: Orders__Region\ndata: {}", files["api.configmap.yaml"]);
        YamlAssert.Contains("envFrom:\n  - configMapRef:\n      name: api-config", files["api.deployment.yaml"]);
    }

    [Fact]
    public void Attributes_go_before_the_code_whatever_their_case()
    {
        var facts = new CodeFacts { Configuration = EquatableArray.Of(new ConfigurationFact("orders:pageSize", "50", false, false, Here), new ConfigurationFact("DB:password", null, true, true, Here)) };
        var files = Rendered.With(facts, "[Stateless] [Setting(\"Orders:PageSize\", \"100\")] [Secret(\"Db:Password\", Name = \"db\", Key = \"password\")] public class Api;");
        YamlAssert.Contains("data:\n  Orders__PageSize: \"100\"\n", files["api.configmap.yaml"]);
        Assert.DoesNotContain("orders__pageSize", files["api.configmap.yaml"], StringComparison.Ordinal);
        YamlAssert.Contains("env:\n  - name: Db__Password\n    valueFrom:\n      secretKeyRef:\n        name: db\n        key: password\nresources:", files["api.deployment.yaml"]);
    }

    [Fact]
    public void Explicit_configuration_takes_nothing_from_the_code()
    {
        var facts = new CodeFacts { Configuration = EquatableArray.Of(new ConfigurationFact("A:B", "1", false, false, Here), new ConfigurationFact("C:Password", null, true, true, Here)) };
        var files = Rendered.With(facts, "[Stateless] [Setting(\"X\", \"y\")] public class Api;", options => options with { Configuration = "explicit" });
        YamlAssert.Contains("data:\n  X: \"y\"\n", files["api.configmap.yaml"]);
        Assert.DoesNotContain("A__B", files["api.configmap.yaml"], StringComparison.Ordinal);
        Assert.DoesNotContain("api.secret.template.yaml", files.Keys);
    }

    [Fact]
    public void The_grace_period_leaves_room_for_the_hosts_timeout()
    {
        var facts = new CodeFacts { Shutdown = new(60, new("Program.cs", "ShutdownTimeout = TimeSpan.FromSeconds(60)")) };
        YamlAssert.Contains("terminationGracePeriodSeconds: 70 # from Program.cs: ShutdownTimeout = TimeSpan.FromSeconds(60)", Rendered.With(facts, "[Stateless] [Exposed] public class Api;")["api.deployment.yaml"]);
        YamlAssert.Contains("terminationGracePeriodSeconds: 65 # from Program.cs: ShutdownTimeout = TimeSpan.FromSeconds(60)", Rendered.With(facts, "[Stateless] public class Api;")["api.deployment.yaml"]);
        YamlAssert.Contains("terminationGracePeriodSeconds: 20\n", Rendered.With(facts, "[Stateless(TerminationGracePeriodSeconds = 20)] [Exposed] public class Api;")["api.deployment.yaml"]);
    }

    [Fact]
    public void Calls_of_the_API_give_a_token_and_exactly_their_verbs()
    {
        var facts = new CodeFacts
        {
            ApiAccess = EquatableArray.Of(
                new ApiAccessFact("", "pods", "watch", false, new("Program.cs", "WatchPods()")),
                new ApiAccessFact("", "pods", "list", false, new("Program.cs", "ListNamespacedPodAsync()")),
                new ApiAccessFact("apps", "deployments", "patch", false, new("Scaler.cs", "PatchNamespacedDeploymentAsync()")),
                new ApiAccessFact("", "nodes", "list", true, new("Program.cs", "ListNodeAsync()"))),
        };
        var files = Rendered.With(facts, "[Stateless] public class Scaler;", options => options with { Namespace = "shop" });
        YamlAssert.Contains("automountServiceAccountToken: true", files["scaler.deployment.yaml"]);
        YamlAssert.Contains("automountServiceAccountToken: false", files["scaler.serviceaccount.yaml"]);
        YamlAssert.Contains(
            """
            rules:
              # from Program.cs: ListNamespacedPodAsync(); from Program.cs: WatchPods()
              - apiGroups:
                  - ""
                resources:
                  - pods
                verbs:
                  - list
                  - watch
              # from Scaler.cs: PatchNamespacedDeploymentAsync()
              - apiGroups:
                  - apps
                resources:
                  - deployments
                verbs:
                  - patch
            """,
            files["scaler.role.yaml"]);
        YamlAssert.Contains("roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: Role\n  name: scaler\nsubjects:\n  - kind: ServiceAccount\n    name: scaler\n    namespace: shop", files["scaler.rolebinding.yaml"]);
        YamlAssert.Contains("rules:\n  # from Program.cs: ListNodeAsync()\n  - apiGroups:\n      - \"\"\n    resources:\n      - nodes\n    verbs:\n      - list", files["scaler.clusterrole.yaml"]);
        YamlAssert.Contains("name: shop-scaler", files["scaler.clusterrole.yaml"]);
        YamlAssert.DoesNotContain("namespace: shop", files["scaler.clusterrole.yaml"]);
        YamlAssert.Contains("  name: shop-scaler\nsubjects:\n  - kind: ServiceAccount\n    name: scaler\n    namespace: shop", files["scaler.clusterrolebinding.yaml"]);
    }

    [Fact]
    public void An_account_that_exists_is_bound_and_not_written()
    {
        var facts = new CodeFacts { ApiAccess = EquatableArray.Of(new ApiAccessFact("", "pods", "list", false, Here)) };
        var files = Rendered.With(facts, "[Stateless(ServiceAccount = \"given\")] public class Scaler;");
        Assert.DoesNotContain("scaler.serviceaccount.yaml", files.Keys);
        YamlAssert.Contains("serviceAccountName: given", files["scaler.deployment.yaml"]);
        YamlAssert.Contains("subjects:\n  - kind: ServiceAccount\n    name: given", files["scaler.rolebinding.yaml"]);
    }

    [Fact]
    public void Nothing_in_the_code_breaks_out_of_a_comment()
    {
        var files = Rendered.With(new CodeFacts { Ports = EquatableArray.Of(new PortFact(5000, PortProtocol.Http, false, new("Pro\ngram.cs", "Use(\"\"\"\nkind: Secret\n\u2028\"\"\")"))) }, "[Stateless] public class Api;");
        YamlAssert.DoesNotContain("kind: Secret", files["api.deployment.yaml"]);
        YamlAssert.Contains("containerPort: 5000 # from Pro gram.cs: Use(\"\"\" kind: Secret  \"\"\")", files["api.deployment.yaml"]);
    }
}
