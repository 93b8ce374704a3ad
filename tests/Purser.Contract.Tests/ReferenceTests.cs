using k8s.Models;

namespace Purser.Contract.Tests;

/// <summary>What one object says of another is true.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Names => [.. Declarations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_selector_is_the_workloads_name_alone_and_selects_its_own_pods_only(string name)
    {
        var cluster = Cluster.Named(name);
        foreach (var pod in cluster.Pods)
        {
            if (pod.IsBatch)
            {
                // The controller makes up a selector of its own; one given by hand is refused.
                Assert.Null(pod.Selector);
                continue;
            }

            var label = Assert.Single(pod.Selector!.MatchLabels);
            Assert.Equal("app.kubernetes.io/name", label.Key);
            Assert.Null(pod.Selector.MatchExpressions);
            Assert.Same(pod, Assert.Single(cluster.Pods, other => other.IsSelectedBy(pod.Selector.MatchLabels)));
        }

        var selectors = cluster.All<V1Service>().Select(service => service.Spec.Selector)
            .Concat(cluster.All<V1PodDisruptionBudget>().Select(budget => budget.Spec.Selector.MatchLabels))
            .Concat(cluster.All<V1NetworkPolicy>().Select(policy => policy.Spec.PodSelector.MatchLabels))
            .Concat(cluster.Pods.SelectMany(pod => pod.Spec.TopologySpreadConstraints ?? []).Select(constraint => constraint.LabelSelector.MatchLabels));
        Assert.All(selectors, selector =>
        {
            Assert.Equal(["app.kubernetes.io/name"], selector.Keys);
            Assert.Single(cluster.Pods, pod => pod.IsSelectedBy(selector));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_mount_has_a_volume_and_every_volume_a_mount(string name)
    {
        foreach (var pod in Cluster.Named(name).Pods)
        {
            var volumes = (pod.Spec.Volumes ?? []).Select(volume => volume.Name)
                .Concat((pod.Owner as V1StatefulSet)?.Spec.VolumeClaimTemplates.Select(claim => claim.Metadata.Name) ?? [])
                .ToArray();
            Assert.Equal(volumes.Order(), volumes.Distinct().Order());
            Assert.Equal(volumes.Order(), pod.Container.VolumeMounts.Select(mount => mount.Name).Order());
            var paths = pod.Container.VolumeMounts.Select(mount => mount.MountPath).ToArray();
            Assert.Equal(paths.Order(), paths.Distinct().Order());
            Assert.Contains("/tmp", paths);
            Assert.All(pod.Spec.Volumes ?? [], volume => Assert.Single(
                new object?[] { volume.EmptyDir, volume.PersistentVolumeClaim, volume.ConfigMap, volume.Secret }, source => source is not null));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_Service_port_names_a_port_of_the_container(string name)
    {
        var cluster = Cluster.Named(name);
        foreach (var service in cluster.All<V1Service>())
        {
            var container = Assert.Single(cluster.Pods, pod => pod.IsSelectedBy(service.Spec.Selector)).Container;
            var ports = service.Spec.Ports ?? [];
            Assert.All(ports, port => Assert.Single(container.Ports, candidate => candidate.Name == port.TargetPort.Value));
            Assert.Equal(ports.Count, ports.Select(port => port.Name).Distinct().Count());
            Assert.Equal(ports.Count, ports.Select(port => port.Port).Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_route_leads_to_a_port_of_a_Service(string name)
    {
        var cluster = Cluster.Named(name);
        foreach (var backend in cluster.All<V1Ingress>().SelectMany(ingress => ingress.Spec.Rules).SelectMany(rule => rule.Http.Paths).Select(path => path.Backend.Service))
            Assert.Contains(Service(backend.Name).Spec.Ports, port => port.Name == backend.Port.Name);
        foreach (var route in cluster.AllForeign("HTTPRoute").Concat(cluster.AllForeign("GRPCRoute")))
        {
            foreach (var (service, port) in GatewayApi.Backends(route))
                Assert.Contains(Service(service).Spec.Ports, candidate => candidate.Port == port);
        }

        V1Service Service(string wanted) => Assert.Single(cluster.All<V1Service>(), service => service.Metadata.Name == wanted);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_probe_asks_a_port_of_the_container(string name)
    {
        foreach (var container in Cluster.Named(name).Pods.Select(pod => pod.Container))
        {
            foreach (var probe in new[] { container.StartupProbe, container.LivenessProbe, container.ReadinessProbe }.OfType<V1Probe>())
            {
                var port = probe.HttpGet?.Port.Value ?? probe.TcpSocket?.Port.Value ?? probe.Grpc?.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
                Assert.Contains(container.Ports, candidate => candidate.Name == port || candidate.ContainerPort.ToString(System.Globalization.CultureInfo.InvariantCulture) == port);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_StatefulSet_has_its_headless_Service(string name)
    {
        var cluster = Cluster.Named(name);
        foreach (var set in cluster.All<V1StatefulSet>())
        {
            var service = Assert.Single(cluster.All<V1Service>(), service => service.Metadata.Name == set.Spec.ServiceName);
            Assert.Equal("None", service.Spec.ClusterIP);
            Assert.Equal(set.Spec.Selector.MatchLabels, service.Spec.Selector);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_pod_refers_to_is_there_or_was_said_to_exist(string name)
    {
        var cluster = Cluster.Named(name);
        var existing = new[] { "shared", "datasets", "orders-tls" };
        foreach (var pod in cluster.Pods)
        {
            Assert.True(pod.Spec.ServiceAccountName == "given" || cluster.All<V1ServiceAccount>().Any(account => account.Metadata.Name == pod.Spec.ServiceAccountName));
            foreach (var source in pod.Container.EnvFrom ?? [])
                Assert.Contains(cluster.All<V1ConfigMap>(), map => map.Metadata.Name == source.ConfigMapRef.Name);
            foreach (var variable in pod.Container.Env ?? [])
                AssertSecret(variable.ValueFrom.SecretKeyRef.Name, variable.ValueFrom.SecretKeyRef.Key);
            foreach (var volume in pod.Spec.Volumes ?? [])
            {
                Assert.True(volume.ConfigMap is null || cluster.All<V1ConfigMap>().Any(map => map.Metadata.Name == volume.ConfigMap.Name));
                Assert.True(volume.PersistentVolumeClaim is not { ClaimName: var claim } || existing.Contains(claim) || cluster.All<V1PersistentVolumeClaim>().Any(it => it.Metadata.Name == claim));
                Assert.True(volume.Secret is null || existing.Contains(volume.Secret.SecretName));
            }
        }

        void AssertSecret(string secret, string key)
        {
            var inTemplate = cluster.Objects.Any(item => item.Path.EndsWith(".secret.template.yaml", StringComparison.Ordinal)
                && item.Object is V1Secret template && template.Metadata.Name == secret && template.StringData.ContainsKey(key));
            var inStore = cluster.AllForeign("ExternalSecret").Any(external => ExternalSecrets.Keys(external) is var (target, keys) && target == secret && keys.Contains(key));
            Assert.True(inTemplate ^ inStore, $"{secret} {key}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_pod_has_a_NetworkPolicy_that_admits_what_is_exposed_and_nothing_else(string name)
    {
        var cluster = Cluster.Named(name);
        foreach (var pod in cluster.Pods)
        {
            var policy = Assert.Single(cluster.All<V1NetworkPolicy>(), policy => pod.IsSelectedBy(policy.Spec.PodSelector.MatchLabels));
            Assert.Contains("Ingress", policy.Spec.PolicyTypes);
            var exposed = cluster.All<V1Service>().Where(service => service.Spec.ClusterIP != "None" && pod.IsSelectedBy(service.Spec.Selector))
                .SelectMany(service => service.Spec.Ports).Select(port => port.TargetPort.Value);
            var admitted = (policy.Spec.Ingress ?? []).SelectMany(rule => Assert.IsAssignableFrom<IEnumerable<V1NetworkPolicyPort>>(rule.Ports)).Select(port => port.Port.Value);
            Assert.Equal(exposed.Order(), admitted.Order());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_autoscaler_and_a_budget_have_their_workload(string name)
    {
        var cluster = Cluster.Named(name);
        foreach (var target in cluster.All<V2HorizontalPodAutoscaler>().Select(scaler => scaler.Spec.ScaleTargetRef))
        {
            var pod = Assert.Single(cluster.Pods, pod => pod.Owner.Kind == target.Kind && pod.Owner.Metadata.Name == target.Name);
            Assert.Equal(pod.Owner.ApiVersion, target.ApiVersion);
            Assert.Null((pod.Owner as V1Deployment)?.Spec.Replicas);
            Assert.Null((pod.Owner as V1StatefulSet)?.Spec.Replicas);
        }

        foreach (var pod in cluster.Pods.Where(pod => pod.Owner is V1Deployment or V1StatefulSet))
        {
            var budgets = cluster.All<V1PodDisruptionBudget>().Where(budget => pod.IsSelectedBy(budget.Spec.Selector.MatchLabels));
            Assert.Equal(pod.Replicas > 1 ? 1 : 0, budgets.Count());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_kustomization_lists_every_file_but_the_templates(string name)
    {
        var cluster = Cluster.Named(name);
        var kustomization = Assert.Single(cluster.AllForeign("Kustomization"));
        Assert.Equal("kustomize.config.k8s.io/v1beta1", kustomization["apiVersion"]);
        Assert.Equal(
            cluster.Files.Keys.Where(path => path != "kustomization.yaml" && !path.EndsWith(".template.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            ((List<object>)kustomization["resources"]).Cast<string>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_objects_of_a_kind_have_two_names(string name)
    {
        var cluster = Cluster.Named(name);
        var all = cluster.Objects.Select(item => (item.Object.Kind, item.Object.Metadata.Name))
            .Concat(cluster.Foreign.Where(item => item.Path != "kustomization.yaml").Select(item => ((string)item.Map["kind"], GatewayApi.NameOf(item.Map))))
            .ToArray();
        Assert.Equal(all.Length, all.Distinct().Count());
    }
}
