using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Manifests;

public sealed class ConfigurationTests
{
    [Fact]
    public void Settings_are_a_ConfigMap_that_the_app_sees_as_its_configuration()
    {
        var files = Rendered.Of("using Purser; [Stateless] [Setting(\"Orders:Page:Size\", \"50\")] [Setting(\"Motto\", \"one\\ntwo\")] public class Api;");
        YamlAssert.Contains("name: api-config", files["api.configmap.yaml"]);
        YamlAssert.Contains("data:\n  Motto: |-\n    one\n    two\n  Orders__Page__Size: \"50\"", files["api.configmap.yaml"]);
        YamlAssert.Contains("envFrom:\n  - configMapRef:\n      name: api-config", files["api.deployment.yaml"]);
    }

    [Fact]
    public void A_change_of_a_setting_rolls_the_pods()
    {
        var one = Checksum(Rendered.Of("using Purser; [Stateless] [Setting(\"a\", \"1\")] public class Api;")["api.deployment.yaml"]);
        Assert.Matches("^[0-9a-f]{64}$", one);
        Assert.Equal(one, Checksum(Rendered.Of("using Purser; [Stateless(Replicas = 5)] [Setting(\"a\", \"1\")] public class Api;")["api.deployment.yaml"]));
        Assert.NotEqual(one, Checksum(Rendered.Of("using Purser; [Stateless] [Setting(\"a\", \"2\")] public class Api;")["api.deployment.yaml"]));
        Assert.NotEqual(one, Checksum(Rendered.Of("using Purser; [Stateless] [Setting(\"b\", \"1\")] public class Api;")["api.deployment.yaml"]));
    }

    [Fact]
    public void A_change_of_a_mounted_file_rolls_the_pods()
    {
        var project = Project.Of("using Purser; [Stateful] [MountedConfig(\"/etc/a\", \"a.txt\")] public class Api;");
        Assert.NotEqual(Checksum(Rendered.Of(project.WithFile("/app/a.txt", "1"))["api.statefulset.yaml"]), Checksum(Rendered.Of(project.WithFile("/app/a.txt", "2"))["api.statefulset.yaml"]));
    }

    [Fact]
    public void A_secret_is_a_reference_and_a_template_of_its_keys()
    {
        var files = Rendered.Of("using Purser; [Stateless] [Secret(\"ConnectionStrings:Orders\")] [Secret(\"Stripe:Key\", Name = \"stripe\", Key = \"api-key\", Optional = true)] public class Api;");
        YamlAssert.Contains(
            """
            env:
              - name: ConnectionStrings__Orders
                valueFrom:
                  secretKeyRef:
                    name: api-secrets
                    key: ConnectionStrings__Orders
              - name: Stripe__Key
                valueFrom:
                  secretKeyRef:
                    name: stripe
                    key: api-key
                    optional: true
            """,
            files["api.deployment.yaml"]);
        YamlAssert.Contains("stringData:\n  ConnectionStrings__Orders: \"\"", files["api.secret.template.yaml"]);
        YamlAssert.Contains("stringData:\n  api-key: \"\"", files["stripe.secret.template.yaml"]);
        Assert.DoesNotContain("template", files["kustomization.yaml"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClusterSecretStore/vault", "ClusterSecretStore", "vault")]
    [InlineData("vault", "SecretStore", "vault")]
    [InlineData("", "SecretStore", "secret-store")]
    public void External_secrets_say_where_each_value_is(string store, string kind, string name)
    {
        var files = Rendered.Of(Project.Of("using Purser; [Stateless] [Secret(\"Db:Password\")] [Secret(\"Db:User\")] public class Api;").With("KubernetesSecrets", "ExternalSecrets").With("KubernetesSecretStore", store));
        YamlAssert.Contains("apiVersion: external-secrets.io/v1\nkind: ExternalSecret", files["api.externalsecret.yaml"]);
        YamlAssert.Contains(
            $$"""
            spec:
              refreshInterval: "1h"
              secretStoreRef:
                kind: {{kind}}
                name: {{name}}
              target:
                name: api-secrets
                creationPolicy: Owner
              data:
                - secretKey: Db__Password
                  remoteRef:
                    key: api-secrets
                    property: Db__Password
                - secretKey: Db__User
                  remoteRef:
                    key: api-secrets
                    property: Db__User
            """,
            files["api.externalsecret.yaml"]);
        Assert.DoesNotContain("api.secret.template.yaml", files.Keys);
    }

    [Fact]
    public void Labels_are_everywhere_but_in_a_selector()
    {
        var files = Rendered.Of(Project.Of("using Purser; [Stateless] [Exposed(Port = 80)] [Label(\"team\", \"on\")] [Label(\"app.kubernetes.io/version\", \"mine\")] [Annotation(\"a/b\", \"c: d\")] public class Api;")
            .With("Version", "1.0.0+build.5").With("KubernetesPartOf", "The-Shop").With("KubernetesSystem", "other"));
        foreach (var (path, yaml) in files)
        {
            if (path == "kustomization.yaml")
                continue;
            YamlAssert.Contains("labels:\n  app.kubernetes.io/name: api\n  app.kubernetes.io/part-of: The-Shop\n  app.kubernetes.io/version: mine\n  app.kubernetes.io/managed-by: purser\n  team: \"on\"\nannotations:\n  a/b: \"c: d\"", yaml);
        }

        YamlAssert.Contains("selector:\n  matchLabels:\n    app.kubernetes.io/name: api\nstrategy:\n  type: RollingUpdate", files["api.deployment.yaml"]);
        YamlAssert.Contains("selector:\n  app.kubernetes.io/name: api\nports:", files["api.service.yaml"]);
    }

    [Fact]
    public void A_version_with_metadata_is_a_label_that_Kubernetes_accepts() => YamlAssert.Contains(
        "app.kubernetes.io/version: \"1.0.0-rc.1-build.5\"",
        Rendered.Of(Project.Of("using Purser; [Stateless] public class Api;").With("Version", "1.0.0-rc.1+build.5"))["api.deployment.yaml"]);

    private const string Digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    [Theory]
    [InlineData("", null, "image: api:2.0.0")]
    [InlineData("", "registry.example.com:5000/shop/api:2.0.0@sha256:" + Digest, "image: registry.example.com:5000/shop/api:2.0.0@sha256:" + Digest)]
    [InlineData("Image = \"own:1\"", "registry.example.com/api:2.0.0", "image: own:1")]
    public void The_image_is_the_attributes_else_the_projects(string argument, string? property, string expected)
    {
        var project = Project.Of($"using Purser; [Stateless({argument})] public class Api;").With("Version", "2.0.0");
        YamlAssert.Contains(expected, Rendered.Of(property is null ? project : project.With("KubernetesImage", property))["api.deployment.yaml"]);
    }

    [Theory]
    [InlineData("20000", 20000)]
    [InlineData("", 10001)]
    public void The_user_is_the_projects(string property, int expected) => YamlAssert.Contains(
        $"runAsNonRoot: true\nrunAsUser: {expected}\nrunAsGroup: {expected}",
        Rendered.Of(Project.Of("using Purser; [Stateless] public class Api;").With("KubernetesRunAsUser", property))["api.deployment.yaml"]);

    [Theory]
    [InlineData("zero")]
    [InlineData("0")]
    public void The_user_is_never_root(string property) =>
        Assert.Empty(Rendered.Of(Project.Of("using Purser; [Stateless] public class Api;").With("KubernetesRunAsUser", property)));

    [Fact]
    public void The_namespace_is_on_every_object_and_in_the_kustomization() => Assert.All(
        Rendered.Of(Project.Of("using Purser; [Stateless] public class Api;").With("KubernetesNamespace", "shop")).Values,
        yaml => Assert.Contains("namespace: shop\n", yaml, StringComparison.Ordinal));

    private static string Checksum(string yaml) => yaml.Split('\n').Single(line => line.Contains("checksum/config: ", StringComparison.Ordinal)).Split(": ")[1].Trim('"');
}
