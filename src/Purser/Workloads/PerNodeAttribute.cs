using System.Diagnostics;

namespace Purser;

/// <summary>An app that runs once on every node: a collector of logs or metrics, a cache beside the workloads. Emits a DaemonSet.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[Conditional("PURSER_KEEP_ATTRIBUTES")]
public sealed class PerNodeAttribute : WorkloadAttribute;
