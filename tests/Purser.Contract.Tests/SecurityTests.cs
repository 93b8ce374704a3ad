using k8s.Models;

namespace Purser.Contract.Tests;

/// <summary>Pod Security "restricted" (kubernetes.io/docs/concepts/security/pod-security-standards), control by control, and what Purser promises on top.</summary>
public sealed class SecurityTests
{
    private static readonly string[] AllowedVolumes = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    public static TheoryData<string> Names => [.. Declarations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_pod_is_restricted(string name)
    {
        foreach (var pod in Cluster.Named(name).Pods)
        {
            var spec = pod.Spec;
            Assert.True(spec.HostNetwork is not true && spec.HostPID is not true && spec.HostIPC is not true);
            Assert.True(spec.SecurityContext.RunAsNonRoot);
            Assert.True(spec.SecurityContext.RunAsUser >= 10000);
            Assert.True(spec.SecurityContext.RunAsGroup >= 10000);
            Assert.Equal("RuntimeDefault", spec.SecurityContext.SeccompProfile.Type);
            Assert.Null(spec.SecurityContext.Sysctls);
            Assert.Null(spec.InitContainers);

            var container = pod.Container.SecurityContext;
            Assert.False(container.AllowPrivilegeEscalation);
            Assert.Equal(["ALL"], container.Capabilities.Drop);
            Assert.Null(container.Capabilities.Add);
            Assert.True(container.ReadOnlyRootFilesystem);
            Assert.True(container.Privileged is not true);
            Assert.Null(container.RunAsUser);
            Assert.Null(container.ProcMount);
            Assert.All(pod.Container.Ports ?? [], port => Assert.Null(port.HostPort));
            Assert.All(spec.Volumes ?? [], volume =>
            {
                Assert.Null(volume.HostPath);
                Assert.Contains(KindOf(volume), AllowedVolumes);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pod_may_write_where_it_must(string name)
    {
        foreach (var pod in Cluster.Named(name).Pods)
        {
            var tmp = Assert.Single(pod.Container.VolumeMounts, mount => mount.MountPath == "/tmp");
            Assert.True(tmp.ReadOnlyProperty is not true);
            var claims = (pod.Owner is V1StatefulSet) || (pod.Spec.Volumes ?? []).Any(volume => volume.PersistentVolumeClaim is not null);
            Assert.Equal(claims ? pod.Spec.SecurityContext.RunAsUser : null, pod.Spec.SecurityContext.FsGroup);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_token_is_mounted_only_where_the_code_talks_to_the_API_server(string name)
    {
        var cluster = Cluster.Named(name);
        foreach (var pod in cluster.Pods)
        {
            var bound = cluster.All<V1RoleBinding>().SelectMany(binding => binding.Subjects).Concat(cluster.All<V1ClusterRoleBinding>().SelectMany(binding => binding.Subjects));
            Assert.Equal(bound.Any(subject => subject.Name == pod.Spec.ServiceAccountName), pod.Spec.AutomountServiceAccountToken);
        }

        Assert.All(cluster.All<V1ServiceAccount>(), account => Assert.False(account.AutomountServiceAccountToken));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Requests_are_given_and_at_most_the_limits(string name)
    {
        foreach (var resources in Cluster.Named(name).Pods.Select(pod => pod.Container.Resources))
        {
            Assert.All(new[] { "cpu", "memory", "ephemeral-storage" }, resource => Assert.True(resources.Requests[resource].ToDecimal() > 0));
            Assert.All(new[] { "memory", "ephemeral-storage" }, resource => Assert.True(resources.Limits.ContainsKey(resource)));
            Assert.All(resources.Limits, limit => Assert.True(resources.Requests[limit.Key].ToDecimal() <= limit.Value.ToDecimal()));
            if (resources.Limits.TryGetValue("nvidia.com/gpu", out var gpu))
                Assert.Equal(gpu.ToDecimal(), resources.Requests["nvidia.com/gpu"].ToDecimal());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_scratch_folder_fits_into_what_the_pod_may_write(string name)
    {
        foreach (var pod in Cluster.Named(name).Pods)
        {
            var scratch = (pod.Spec.Volumes ?? []).Where(volume => volume.EmptyDir is { Medium: null }).Sum(volume => volume.EmptyDir.SizeLimit.ToDecimal());
            Assert.True(scratch <= pod.Container.Resources.Limits["ephemeral-storage"].ToDecimal());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_secret_has_a_value(string name)
    {
        var cluster = Cluster.Named(name);
        foreach (var (path, item) in cluster.Objects)
        {
            if (item is not V1Secret secret)
                continue;
            Assert.EndsWith(".secret.template.yaml", path, StringComparison.Ordinal);
            Assert.Null(secret.Data);
            Assert.All(secret.StringData.Values, value => Assert.Equal("", value));
        }

        Assert.All(cluster.Pods.SelectMany(pod => pod.Container.Env ?? []), variable => Assert.Null(variable.Value));
    }

    private static string KindOf(V1Volume volume) => volume switch
    {
        { EmptyDir: not null } => "emptyDir",
        { ConfigMap: not null } => "configMap",
        { Secret: not null } => "secret",
        { PersistentVolumeClaim: not null } => "persistentVolumeClaim",
        _ => "unknown",
    };
}
