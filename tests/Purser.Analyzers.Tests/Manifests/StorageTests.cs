using Purser.Analyzers.Tests.Testing;

namespace Purser.Analyzers.Tests.Manifests;

public sealed class StorageTests
{
    [Fact]
    public void A_volume_is_a_claim_named_after_its_path()
    {
        var files = Rendered.Of("using Purser; [Stateless(Replicas = 1)] [Volume(\"/var/Cache\", Size = \"20Gi\", StorageClass = \"nfs\", AccessMode = AccessMode.ReadWriteMany, VolumeName = \"pv1\")] public class Api;");
        YamlAssert.Contains("volumeMounts:\n  - name: var-cache\n    mountPath: /var/Cache\n  - name: tmp\n    mountPath: /tmp", files["api.deployment.yaml"]);
        YamlAssert.Contains("- name: var-cache\n  persistentVolumeClaim:\n    claimName: api-var-cache", files["api.deployment.yaml"]);
        YamlAssert.Contains("name: api-var-cache", files["api.persistentvolumeclaim.yaml"]);
        YamlAssert.Contains("spec:\n  accessModes:\n    - ReadWriteMany\n  storageClassName: nfs\n  volumeName: pv1\n  resources:\n    requests:\n      storage: 20Gi", files["api.persistentvolumeclaim.yaml"]);
    }

    [Fact]
    public void A_claim_that_exists_is_mounted_and_not_written()
    {
        var files = Rendered.Of("using Purser; [Stateless(Replicas = 1)] [Volume(\"/given\", ExistingClaim = \"shared\", ReadOnly = true)] public class Api;");
        YamlAssert.Contains("- name: given\n  persistentVolumeClaim:\n    claimName: shared\n    readOnly: true", files["api.deployment.yaml"]);
        YamlAssert.Contains("- name: given\n  mountPath: /given\n  readOnly: true", files["api.deployment.yaml"]);
        Assert.DoesNotContain(files.Keys, path => path.Contains("claim", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_claim_has_a_file_of_its_own_name() => Assert.Superset(
        new HashSet<string> { "api.persistentvolumeclaim.yaml", "api-cache2.persistentvolumeclaim.yaml" },
        Rendered.Of("using Purser; [Stateless] [Volume(\"/cache2\")] [Volume(\"/cache\")] public class Api;").Keys.ToHashSet());

    [Fact]
    public void Another_order_of_attributes_renames_nothing() => Assert.Equal(
        Rendered.Of("using Purser; [Stateless] [Volume(\"/a/b\")] [Volume(\"/a-b\")] [Scratch(\"/a_b\")] [Scratch(\"/x\")] public class Api;"),
        Rendered.Of("using Purser; [Stateless] [Scratch(\"/x\")] [Volume(\"/a-b\")] [Scratch(\"/a_b\")] [Volume(\"/a/b\")] public class Api;"));

    [Theory]
    [InlineData("ReadWriteOnce")]
    [InlineData("ReadWriteOncePod")]
    public void Replicas_that_share_the_disk_of_one_node_are_recreated_together(string mode)
    {
        var files = Rendered.Of($"using Purser; [Stateless] [Volume(\"/cache\", AccessMode = AccessMode.{mode})] public class Api;");
        YamlAssert.Contains("# a new pod on another node would wait for ever for the ReadWriteOnce volume of the old one\nstrategy:\n  type: Recreate", files["api.deployment.yaml"]);
        Assert.DoesNotContain("podAntiAffinity", files["api.deployment.yaml"], StringComparison.Ordinal);
        Assert.DoesNotContain("topologySpreadConstraints", files["api.deployment.yaml"], StringComparison.Ordinal);
        YamlAssert.Contains("maxUnavailable: \"100%\" # the replicas share a ReadWriteOnce volume and can only move to another node together", files["api.poddisruptionbudget.yaml"]);
    }

    [Theory]
    [InlineData("ReadWriteMany")]
    [InlineData("ReadOnlyMany")]
    public void A_volume_of_many_nodes_is_rolled(string mode) =>
        YamlAssert.Contains("type: RollingUpdate", Rendered.Of($"using Purser; [Stateless] [Volume(\"/cache\", AccessMode = AccessMode.{mode})] public class Api;")["api.deployment.yaml"]);

    [Fact]
    public void Each_replica_of_a_store_has_its_own_disk()
    {
        var files = Rendered.Of("using Purser; [Stateful(Replicas = 3, Storage = \"20Gi\", StorageClass = \"fast\", MountPath = \"/var/lib/db\", AccessMode = AccessMode.ReadWriteOncePod, KeepStorage = false)] public class Store;");
        YamlAssert.Contains("volumeClaimTemplates:\n  - apiVersion: v1\n    kind: PersistentVolumeClaim\n    metadata:\n      name: data\n    spec:\n      accessModes:\n        - ReadWriteOncePod\n      storageClassName: fast\n      resources:\n        requests:\n          storage: 20Gi", files["store.statefulset.yaml"]);
        YamlAssert.Contains("- name: data\n  mountPath: /var/lib/db", files["store.statefulset.yaml"]);
        YamlAssert.Contains("persistentVolumeClaimRetentionPolicy:\n  whenDeleted: Delete\n  whenScaled: Delete", files["store.statefulset.yaml"]);
        YamlAssert.Contains("persistentVolumeClaimRetentionPolicy:\n  whenDeleted: Retain\n  whenScaled: Retain", Rendered.Of("using Purser; [Stateful] public class Store;")["store.statefulset.yaml"]);
    }

    [Fact]
    public void Nothing_that_may_change_is_in_what_a_StatefulSet_can_never_change()
    {
        var one = Rendered.Of(Project.Of("using Purser; [Stateful] [Label(\"team\", \"a\")] public class Store;").With("Version", "1.0.0"))["store.statefulset.yaml"];
        var two = Rendered.Of(Project.Of("using Purser; [Stateful] [Exposed(Port = 80)] [Label(\"team\", \"b\")] public class Store;").With("Version", "2.0.0").With("KubernetesPartOf", "shop"))["store.statefulset.yaml"];
        Assert.Equal(Immutable(one), Immutable(two));

        static string Immutable(string yaml) =>
            yaml[yaml.IndexOf("  volumeClaimTemplates:", StringComparison.Ordinal)..]
            + string.Join('\n', yaml.Split('\n').SkipWhile(line => line != "  selector:").Take(3))
            + yaml.Split('\n').Single(line => line.StartsWith("  serviceName:", StringComparison.Ordinal));
    }

    [Fact]
    public void Scratch_counts_on_top_of_what_the_pod_may_write_anyway()
    {
        YamlAssert.Contains("limits:\n  memory: 256Mi\n  ephemeral-storage: 6Gi", Scratch("[Scratch(\"/a\", SizeLimit = \"5Gi\")]"));
        YamlAssert.Contains("ephemeral-storage: 1501Mi", Scratch("[Scratch(\"/a\", SizeLimit = \"500M\")]"));
        YamlAssert.Contains("limits:\n  memory: 256Mi\n  ephemeral-storage: 1Gi", Scratch("[Scratch(\"/shm\", InMemory = true, SizeLimit = \"64Mi\")]"));
        YamlAssert.Contains("- name: shm\n  emptyDir:\n    medium: Memory\n    sizeLimit: 64Mi", Scratch("[Scratch(\"/shm\", InMemory = true, SizeLimit = \"64Mi\")]"));

        static string Scratch(string attribute) => Rendered.Of($"using Purser; [BatchJob] {attribute} public class Work;")["work.job.yaml"];
    }

    [Theory]
    [InlineData("[Scratch(\"/tmp\", SizeLimit = \"9Gi\")]")]
    [InlineData("[Volume(\"/tmp/\")]")]
    public void Tmp_may_be_something_of_the_users(string attribute) =>
        Assert.DoesNotContain("name: tmp\n          emptyDir:\n            sizeLimit: 512Mi", Rendered.Of($"using Purser; [BatchJob] {attribute} public class Work;")["work.job.yaml"], StringComparison.Ordinal);

    [Fact]
    public void Files_of_the_project_are_mounted_with_their_lines()
    {
        var files = Rendered.Of(Project.Of("using Purser; [Stateless] [MountedConfig(\"/etc/app\", \"config/app.json\", \"./rules.txt\")] public class Api;")
            .WithFile("/app/sub/config/app.json", "wrong")
            .WithFile("/app/config/app.json", "{\r\n  \"a\": \"on\"\r\n}\r\n")
            .WithFile("/app/rules.txt", "on")
            .With("ProjectDir", "/app/"));
        YamlAssert.Contains("data:\n  app.json: |\n    {\n      \"a\": \"on\"\n    }\n  rules.txt: \"on\"\n", files["api.configmap.yaml"]);
        YamlAssert.Contains("name: api-etc-app", files["api.configmap.yaml"]);
        YamlAssert.Contains("- name: etc-app\n  mountPath: /etc/app\n  readOnly: true", files["api.deployment.yaml"]);
        YamlAssert.Contains("- name: etc-app\n  configMap:\n    name: api-etc-app", files["api.deployment.yaml"]);
    }

    [Fact]
    public void A_secret_is_mounted_read_only() => YamlAssert.Contains(
        "- name: etc-tls\n  secret:\n    secretName: orders-tls",
        Rendered.Of("using Purser; [Stateless] [MountedSecret(\"/etc/tls\", \"orders-tls\")] public class Api;")["api.deployment.yaml"]);
}
