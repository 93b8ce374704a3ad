namespace Purser.Analyzers.Tests.Rules.Declarations;

/// <summary>What Kubernetes refuses, or what means next to nothing: the rule, the attributes and, where a right value can be computed, what the light bulb writes.</summary>
internal static class WrongDeclarations
{
    public const string Table = """
        PUR1001 [Stateless] [BatchJob]
        PUR1001 [Stateful] [PerNode]
        PUR1002 [Exposed]
        PUR1002 [Volume("/cache")]
        PUR1002 [Setting("a", "b")] [Secret("c")]
        PUR1002 [Autoscaled(Max = 3)]
        PUR1003 [Stateless(Name = "Orders")] => orders
        PUR1003 [Stateless(Name = "OrdersApi")] => orders-api
        PUR1003 [Stateless(Name = "orders_api")] => orders-api
        PUR1003 [Stateless(Name = "orders.api")] => orders-api
        PUR1003 [Stateless(Name = "-orders")] => orders
        PUR1003 [Stateless(Name = "orders-")] => orders
        PUR1003 [Stateless(Name = "orders api")] => orders-api
        PUR1003 [Stateless(Name = "")]
        PUR1003 [Stateless(Name = "ordérs")] => ord-rs
        PUR1003 [Stateless(Name = "a234567890123456789012345678901234567890123456789012345678901234")]
        PUR1003 [Stateless(Name = "1st")] [Exposed] => app-1st
        PUR1003 [Stateful(Name = "1st")] => app-1st
        PUR1003 [Stateful(Name = "a2345678901234567890123456789012345678901234567890123")]
        PUR1003 [BatchJob(Schedule = "@daily", Name = "a2345678901234567890123456789012345678901234567890123")]
        PUR1003 [PerNode(Name = "Agent")] => agent
        PUR1003 [BatchJob(Name = "../../etc/passwd")] => etc-passwd
        PUR1003 [BatchJob(Name = "a\nb")] => a-b
        PUR1003 [Stateless(Name = "orders\t")] => orders
        PUR1003 [Stateless(Name = "орды")]
        PUR1003 [Stateless(Name = "İstanbul")] => stanbul
        PUR1003 [Stateless(Name = "a\u200bb")] => a-b
        PUR1003 [Stateless(Name = "con")] => con-app
        PUR1003 [PerNode(Name = "nul")] => nul-app
        PUR1003 [BatchJob(Name = "lpt1")] => lpt1-app
        PUR1003 [BatchJob(Schedule = "@daily", Indexed = true, Completions = 10, Parallelism = 2, Name = "a23456789012345678901234567890123456789012345678901")]
        PUR1003 [BatchJob(Schedule = "@daily", Indexed = true, Completions = 1001, Parallelism = 2, Name = "a23456789012345678901234567890123456789012345678")]
        PUR1003 [Stateless(PriorityClass = "")]
        PUR1003 [Stateless(PriorityClass = "high\n")] => high
        PUR1003 [Stateless(ServiceAccount = "-a")] => a
        PUR1003 [Stateless(ServiceAccount = "a.-b")] => a.b
        PUR1003 [Stateful(StorageClass = " ")]
        PUR1003 [Stateless] [Volume("/c", VolumeName = "")]
        PUR1003 [Stateless] [Exposed(Host = "a.example.com", TlsSecretName = "")]
        PUR1003 [Stateless] [Exposed(Host = "a.example.com", IngressClassName = "")]
        PUR1003 [Stateless] [Exposed(Host = "a.example.com", Gateway = "/public")]
        PUR1003 [Stateless] [Exposed(Host = "a.example.com", Gateway = "infra/")]
        PUR1003 [Stateless] [Secret("A", Name = "")]
        PUR1003 [Stateless] [Secret("A", Name = "a/b")] => a-b
        PUR1003 [Stateless(ServiceAccount = "Orders")] => orders
        PUR1003 [Stateless(ServiceAccount = "")]
        PUR1003 [Stateless(PriorityClass = "high_priority")] => high-priority
        PUR1003 [Stateful(StorageClass = "Fast SSD")] => fast-ssd
        PUR1003 [Stateless] [Volume("/c", StorageClass = "fast_ssd")] => fast-ssd
        PUR1003 [Stateless] [Volume("/c", ExistingClaim = "MyClaim")] => my-claim
        PUR1003 [Stateless] [Volume("/c", ExistingClaim = "")]
        PUR1003 [Stateless] [Volume("/c", VolumeName = "pv_1")] => pv-1
        PUR1003 [Stateless] [Exposed(Host = "a.example.com", TlsSecretName = "Orders_TLS")] => orders-tls
        PUR1003 [Stateless] [Exposed(Host = "a.example.com", IngressClassName = "NGINX")] => nginx
        PUR1003 [Stateless] [Exposed(Host = "a.example.com", Gateway = "Infra/Public")] => infra/public
        PUR1003 [Stateless] [Exposed(Host = "a.example.com", Gateway = "a/b/c")]
        PUR1003 [Stateless] [Exposed(Host = "a.example.com", Gateway = "in.fra/public")] => in-fra/public
        PUR1003 [Stateless] [Exposed(Host = "a.example.com", Gateway = "")]
        PUR1003 [Stateless] [Secret("A", Name = "My_Secret")] => my-secret
        PUR1003 [Stateless] [MountedSecret("/tls", "Orders.TLS")] => orders.tls
        PUR1003 [Stateless] [MountedSecret("/tls", "")]
        PUR1003 [Stateless] [MountedSecret("/tls", null!)]
        PUR1003 [Stateless] [MountedSecret("/tls", "a..b")] => a.b
        PUR1005 [Stateless(Memory = "10gb", MemoryLimit = "20G")] => 10G
        PUR1005 [Stateless(Memory = "512MB")] => 512M
        PUR1005 [Stateless(Memory = "512 Mi")] => 512Mi
        PUR1005 [Stateless(Memory = "1.5 Gi")] => 1.5Gi
        PUR1005 [Stateless(Memory = "10 GiB")] => 10Gi
        PUR1005 [Stateless(Memory = "256mi")] => 256Mi
        PUR1005 [Stateless(Memory = "256MI")] => 256Mi
        PUR1005 [Stateless(Memory = "1g")] => 1G
        PUR1005 [Stateless(Memory = "1gi")] => 1Gi
        PUR1005 [Stateless(Memory = "64K")] => 64k
        PUR1005 [Stateless(Memory = "64ki")] => 64Ki
        PUR1005 [Stateless(Memory = "64KB")] => 64k
        PUR1005 [Stateless(Memory = "2 gigabytes")] => 2G
        PUR1005 [Stateless(Memory = "2 mebibytes")] => 2Mi
        PUR1005 [Stateless(Memory = "1,5Gi")] => 1.5Gi
        PUR1005 [Stateless(Memory = "1_000_000")] => 1000000
        PUR1005 [Stateless(Memory = "1,000,000")] => 1000000
        PUR1005 [Stateless(Memory = "512m")] => 512M
        PUR1005 [Stateless(Memory = "100m")] => 100M
        PUR1005 [Stateless(Memory = "1.5")]
        PUR1005 [Stateless(Memory = "0.1Ki")]
        PUR1005 [Stateless(Memory = "")]
        PUR1005 [Stateless(Memory = " ")]
        PUR1005 [Stateless(Memory = "much")]
        PUR1005 [Stateless(Memory = "Gi")]
        PUR1005 [Stateless(Memory = "1Gi ")] => 1Gi
        PUR1005 [Stateless(Memory = "-1Gi")]
        PUR1005 [Stateless(Memory = "1.2.3Gi")]
        PUR1005 [Stateless(Memory = ".")]
        PUR1005 [Stateless(Memory = "1e")]
        PUR1005 [Stateless(Memory = "1e3.5")]
        PUR1005 [Stateless(Memory = "1e3Mi")]
        PUR1005 [Stateless(Memory = "1e1000000")]
        PUR1005 [Stateless(Memory = "9Ei", MemoryLimit = "9Ei")]
        PUR1005 [Stateless(Memory = "0x10")]
        PUR1005 [Stateless(Memory = "１Gi")]
        PUR1005 [Stateless(Memory = "+")]
        PUR1005 [Stateless(Memory = "-")]
        PUR1005 [Stateless(Memory = ".Gi")]
        PUR1005 [Stateless(Memory = "e3")]
        PUR1005 [Stateless(Memory = "1e+")]
        PUR1005 [Stateless(Memory = "1e++3")]
        PUR1005 [Stateless(Memory = "1Mie3")]
        PUR1005 [Stateless(Memory = "++1")]
        PUR1005 [Stateless(Memory = "1Gi\n")] => 1Gi
        PUR1005 [Stateless(Memory = "\t1Gi")] => 1Gi
        PUR1005 [Stateless(Memory = "1\u00a0Gi")] => 1Gi
        PUR1005 [Stateless(Memory = "8Ei", MemoryLimit = "8Ei")]
        PUR1005 [Stateless(Memory = "9223372036854775808")]
        PUR1005 [Stateless(Memory = "1e19")]
        PUR1005 [Stateless(Memory = "1n")]
        PUR1005 [Stateless(Memory = "1500m")] => 1500M
        PUR1005 [Stateless(Memory = "0.0000000001Gi")]
        PUR1005 [Stateless(Memory = "Infinity")]
        PUR1005 [Stateless(Memory = "NaN")]
        PUR1005 [Stateless(Memory = "1Zi")]
        PUR1005 [Stateless(Cpu = "1e6")]
        PUR1005 [Stateless(Cpu = "1k", CpuLimit = "20k")]
        PUR1005 [Stateless(Cpu = "1e-4")]
        PUR1005 [Stateless(Cpu = "1.0001")] => 1001m
        PUR1005 [Stateless(Cpu = "one")]
        PUR1005 [Stateless(Cpu = "1/2")]
        PUR1005 [Stateless(MemoryLimit = "2GB")] => 2G
        PUR1005 [Stateless(Cpu = "500 m")] => 500m
        PUR1005 [Stateless(Cpu = "500mCPU")] => 500m
        PUR1005 [Stateless(Cpu = "500M")] => 500m
        PUR1005 [Stateless(Cpu = "1Gi")]
        PUR1005 [Stateless(Cpu = "half")]
        PUR1005 [Stateless(Cpu = "50%")] => 500m
        PUR1005 [Stateless(Cpu = "2 cores")] => 2
        PUR1005 [Stateless(Cpu = "2 vCPU")] => 2
        PUR1005 [Stateless(Cpu = "0.5core")] => 0.5
        PUR1005 [Stateless(Cpu = "0,5")] => 0.5
        PUR1005 [Stateless(Cpu = "0.0005")] => 1m
        PUR1005 [Stateless(Cpu = "0.5m")] => 1m
        PUR1005 [Stateless(Cpu = "100u")]
        PUR1005 [Stateless(Cpu = "-1")]
        PUR1005 [Stateless(Cpu = "")]
        PUR1005 [Stateless(CpuLimit = "2CPU")] => 2
        PUR1005 [Stateful(Storage = "20GB")] => 20G
        PUR1005 [Stateful(Storage = "0")]
        PUR1005 [Stateful(Storage = "-5Gi")]
        PUR1005 [Stateful(Storage = "1TiB")] => 1Ti
        PUR1005 [Stateless] [Volume("/c", Size = "5 Gi")] => 5Gi
        PUR1005 [Stateless] [Volume("/c", Size = "0Gi")]
        PUR1005 [Stateless] [Scratch("/w", SizeLimit = "5gb")] => 5G
        PUR1005 [Stateless] [Scratch("/w", SizeLimit = "-1")]
        PUR1005 [Stateless] [Scratch("/w", SizeLimit = "")]
        PUR1005 [Stateless] [Scratch("/w", SizeLimit = "1.5")]
        PUR1005 [Stateless] [Volume("/c", Size = "")]
        PUR1005 [Stateless] [Volume("/c", Size = "-0.5Gi")]
        PUR1005 [Stateful(Storage = "1m")] => 1M
        PUR1006 [Stateless(Cpu = "2", CpuLimit = "1")] => 1
        PUR1006 [Stateless(Cpu = "1.5", CpuLimit = "1400m")] => 1400m
        PUR1006 [Stateless(CpuLimit = "50m")] => 50m
        PUR1006 [Stateless(Memory = "1Gi", MemoryLimit = "1G")] => 1G
        PUR1006 [Stateless(Memory = "2Gi", MemoryLimit = "1Gi")] => 1Gi
        PUR1006 [Stateless(MemoryLimit = "128Mi")] => 128Mi
        PUR1006 [BatchJob(Memory = "1e9", MemoryLimit = "900M")] => 900M
        PUR1006 [Stateless(CpuLimit = "0")] => 0
        PUR1006 [Stateless(MemoryLimit = "0")] => 0
        PUR1006 [Stateless(Memory = "1025Mi", MemoryLimit = "1Gi")] => 1Gi
        PUR1006 [PerNode(Cpu = "1001m", CpuLimit = "1")] => 1
        PUR1007 [BatchJob(Schedule = "")]
        PUR1007 [BatchJob(Schedule = "daily")] => @daily
        PUR1007 [BatchJob(Schedule = "@Daily")] => @daily
        PUR1007 [BatchJob(Schedule = "@noon")]
        PUR1007 [BatchJob(Schedule = "@reboot")]
        PUR1007 [BatchJob(Schedule = "@every")]
        PUR1007 [BatchJob(Schedule = "@every 1d")] => @every 24h
        PUR1007 [BatchJob(Schedule = "@every 5 m")] => @every 5m
        PUR1007 [BatchJob(Schedule = "@every 10")]
        PUR1007 [BatchJob(Schedule = "@every 0s")]
        PUR1007 [BatchJob(Schedule = "@every -1h")]
        PUR1007 [BatchJob(Schedule = " @daily")] => @daily
        PUR1007 [BatchJob(Schedule = "0 2 * *")]
        PUR1007 [BatchJob(Schedule = "0 0 2 * * *")] => 0 2 * * *
        PUR1007 [BatchJob(Schedule = "0 0 2 * * ?")] => 0 2 * * *
        PUR1007 [BatchJob(Schedule = "0 0 2 ? * MON-FRI")] => 0 2 * * MON-FRI
        PUR1007 [BatchJob(Schedule = "0 0 2 ? * 2-6 *")] => 0 2 * * 1-5
        PUR1007 [BatchJob(Schedule = "0 15 10 L * ?")]
        PUR1007 [BatchJob(Schedule = "0 15 10 ? * 6#3")]
        PUR1007 [BatchJob(Schedule = "*/30 * * * * *")]
        PUR1007 [BatchJob(Schedule = "60 * * * *")]
        PUR1007 [BatchJob(Schedule = "* 24 * * *")]
        PUR1007 [BatchJob(Schedule = "0 0 0 * *")]
        PUR1007 [BatchJob(Schedule = "0 0 32 * *")]
        PUR1007 [BatchJob(Schedule = "0 0 1 13 *")]
        PUR1007 [BatchJob(Schedule = "0 0 1 0 *")]
        PUR1007 [BatchJob(Schedule = "0 0 * * 7")] => 0 0 * * 0
        PUR1007 [BatchJob(Schedule = "0 0 * * 5-7")] => 0 0 * * 5-6,0
        PUR1007 [BatchJob(Schedule = "0 0 * * 1-7")] => 0 0 * * *
        PUR1007 [BatchJob(Schedule = "0 0 * * MONDAY")] => 0 0 * * MON
        PUR1007 [BatchJob(Schedule = "0 0 1 JANUARY *")] => 0 0 1 JAN *
        PUR1007 [BatchJob(Schedule = "0 22-2 * * *")] => 0 22-23,0-2 * * *
        PUR1007 [BatchJob(Schedule = "0 0 * * FRI-MON")] => 0 0 * * 5-6,0-1
        PUR1007 [BatchJob(Schedule = "*/0 * * * *")]
        PUR1007 [BatchJob(Schedule = "*/x * * * *")]
        PUR1007 [BatchJob(Schedule = "1/2/3 * * * *")]
        PUR1007 [BatchJob(Schedule = "1-2-3 * * * *")]
        PUR1007 [BatchJob(Schedule = "-1 * * * *")]
        PUR1007 [BatchJob(Schedule = "a b c d e")]
        PUR1007 [BatchJob(Schedule = "0 0 * * FUN")]
        PUR1007 [BatchJob(Schedule = "TZ=Europe/Berlin 0 2 * * *")] => 0 2 * * *
        PUR1007 [BatchJob(Schedule = "CRON_TZ=UTC 0 2 * * *")] => 0 2 * * *
        PUR1007 [BatchJob(Schedule = "CRON_TZ=UTC @daily")] => @daily
        PUR1007 [BatchJob(Schedule = ", * * * *")]
        PUR1007 [BatchJob(Schedule = "*-5 * * * *")]
        PUR1007 [BatchJob(Schedule = "?-3 * * * *")]
        PUR1007 [BatchJob(Schedule = "** * * * *")]
        PUR1007 [BatchJob(Schedule = "/5 * * * *")]
        PUR1007 [BatchJob(Schedule = "*/ * * * *")]
        PUR1007 [BatchJob(Schedule = "1- * * * *")]
        PUR1007 [BatchJob(Schedule = "1--2 * * * *")]
        PUR1007 [BatchJob(Schedule = "H * * * *")]
        PUR1007 [BatchJob(Schedule = "0x1 * * * *")]
        PUR1007 [BatchJob(Schedule = "1_0 * * * *")]
        PUR1007 [BatchJob(Schedule = "１ * * * *")]
        PUR1007 [BatchJob(Schedule = "99999999999999999999 * * * *")]
        PUR1007 [BatchJob(Schedule = "0\u200b2 * * *")]
        PUR1007 [BatchJob(Schedule = "0 jan * * *")]
        PUR1007 [BatchJob(Schedule = "0 0 mon * *")]
        PUR1007 [BatchJob(Schedule = "0 0 1 * jan")]
        PUR1007 [BatchJob(Schedule = "@every  1h")] => @every 1h
        PUR1007 [BatchJob(Schedule = "@every 1h ")] => @every 1h
        PUR1007 [BatchJob(Schedule = "@every 1..5h")]
        PUR1007 [BatchJob(Schedule = "@every 5ms")]
        PUR1007 [BatchJob(Schedule = "@every 9999999h")]
        PUR1007 [BatchJob(Schedule = "@daily ")] => @daily
        PUR1007 [BatchJob(Schedule = "@DAILY")] => @daily
        PUR1007 [BatchJob(Schedule = "@week")] => @weekly
        PUR1007 [BatchJob(Schedule = "TZ=UTC")]
        PUR1007 [BatchJob(Schedule = "0 2 * * * TZ=UTC")]
        PUR1007 [BatchJob(Schedule = "0 0 31 2 ?")]
        PUR1007 [BatchJob(Schedule = "0 0 30,31 FEB *")]
        PUR1007 [BatchJob(Schedule = "0 0 * * 1-5,7")]
        PUR1007 [BatchJob(Schedule = "0 0 * * SAT-SUN")]
        PUR1007 [BatchJob(Schedule = "30 2 * * * root /bin/true")]
        PUR1007 [BatchJob(Schedule = "0 0 30 2 *")]
        PUR1007 [BatchJob(Schedule = "0 0 31 4,6,9,11 *")]
        PUR1008 [BatchJob(TimeZone = "Europe/Berlin")] => 0 2 * * *
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "Local")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "local")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "Europe/Berln")] => Europe/Berlin
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "europe/berlin")] => Europe/Berlin
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "Berlin")] => Europe/Berlin
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "New York")] => America/New_York
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "W. Europe Standard Time")] => Europe/Berlin
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "Pacific Standard Time")] => America/Los_Angeles
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "UTC+2")] => Etc/GMT-2
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "GMT-05:00")] => Etc/GMT+5
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "+01:00")] => Etc/GMT-1
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "CEST")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "../etc/passwd")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "/usr/share/zoneinfo/UTC")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "Mars/Olympus")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "LOCAL")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "utc")] => UTC
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "Z")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = " Europe/Berlin")] => Europe/Berlin
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "Europe\\Berlin")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "Europe//Berlin")] => Europe/Berlin
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "posix/UTC")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "right/UTC")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "Factory")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "PST")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "BST")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "Etc/GMT+15")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "UTC+5:30")]
        PUR1008 [BatchJob(Schedule = "@daily", TimeZone = "Tokyo Standard Time")] => Asia/Tokyo
        PUR1008 [BatchJob(TimeZone = "UTC", Suspend = true)] => 0 2 * * *
        PUR1009 [Stateless] [Exposed(Port = 0)]
        PUR1009 [Stateless] [Exposed(Port = -1)]
        PUR1009 [Stateless] [Exposed(Port = 65536)]
        PUR1009 [Stateless] [Exposed(Port = int.MaxValue)]
        PUR1009 [Stateless] [Probe(ProbeKind.Liveness, Port = 70000)]
        PUR1009 [Stateless] [Exposed] [Exposed]
        PUR1009 [Stateless] [Exposed(Port = 8080)] [Exposed(Port = 8080)]
        PUR1009 [Stateless] [Exposed(Port = 8080)] [Exposed(Port = 8080, Protocol = Protocol.Grpc)]
        PUR1009 [Stateless] [Exposed(Port = 80, Host = "a.example.com")] [Exposed(Port = 80, Host = "a.example.com")]
        PUR1009 [Stateless] [Probe(ProbeKind.Readiness, "/r", Port = 0)]
        PUR1009 [Stateless] [Probe(ProbeKind.Startup, Port = int.MinValue)]
        PUR1009 [Stateless] [Exposed(Port = 80)] [Exposed(Port = 80, Host = "a.example.com")]
        PUR1009 [Stateless] [Exposed(Port = 80, Host = "a.example.com", Path = "/")] [Exposed(Port = 80, Host = "a.example.com")]
        PUR1009 [Stateful] [Exposed(Port = 65536)]
        PUR1010 [Stateless] [Exposed(Host = "")]
        PUR1010 [Stateless] [Exposed(Host = "Orders.Example.com")] => orders.example.com
        PUR1010 [Stateless] [Exposed(Host = "https://orders.example.com")] => orders.example.com
        PUR1010 [Stateless] [Exposed(Host = "orders.example.com:8080")] => orders.example.com
        PUR1010 [Stateless] [Exposed(Host = "orders.example.com/api")] => orders.example.com
        PUR1010 [Stateless] [Exposed(Host = "orders.example.com.")] => orders.example.com
        PUR1010 [Stateless] [Exposed(Host = "my_orders.example.com")] => my-orders.example.com
        PUR1010 [Stateless] [Exposed(Host = "bücher.example.com")] => xn--bcher-kva.example.com
        PUR1010 [Stateless] [Exposed(Host = "10.0.0.1")]
        PUR1010 [Stateless] [Exposed(Host = "2001:db8::1")]
        PUR1010 [Stateless] [Exposed(Host = "[2001:db8::1]")]
        PUR1010 [Stateless] [Exposed(Host = "010.0.0.1")]
        PUR1010 [Stateless] [Exposed(Host = "10.0.0.1:80")]
        PUR1010 [Stateless] [Exposed(Host = "user@example.com")]
        PUR1010 [Stateless] [Exposed(Host = ".example.com")] => example.com
        PUR1010 [Stateless] [Exposed(Host = "example.com\n")] => example.com
        PUR1010 [Stateless] [Exposed(Host = "example,com")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com b.example.com")]
        PUR1010 [Stateless] [Exposed(Host = "$(Host)")]
        PUR1010 [Stateless] [Exposed(Host = "{host}.example.com")]
        PUR1010 [Stateless] [Exposed(Host = "**.example.com")]
        PUR1010 [Stateless] [Exposed(Host = "*example.com")]
        PUR1010 [Stateless] [Exposed(Host = "a.example-.com")]
        PUR1010 [Stateless] [Exposed(Host = "a。example.com")] => a.example.com
        PUR1010 [Stateless] [Exposed(Host = "a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a23456789.a234")]
        PUR1010 [Stateless] [Exposed(Host = "*")]
        PUR1010 [Stateless] [Exposed(Host = "*.")]
        PUR1010 [Stateless] [Exposed(Host = "*.*.example.com")]
        PUR1010 [Stateless] [Exposed(Host = "a.*.example.com")]
        PUR1010 [Stateless] [Exposed(Host = "*a.example.com")]
        PUR1010 [Stateless] [Exposed(Host = "a..example.com")]
        PUR1010 [Stateless] [Exposed(Host = "-a.example.com")]
        PUR1010 [Stateless] [Exposed(Host = "a b.example.com")]
        PUR1010 [Stateless] [Exposed(Host = "a234567890123456789012345678901234567890123456789012345678901234.example.com")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "")] => /
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "api")] => /api
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "api/v1/")] => /api/v1/
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/api//v1")] => /api/v1
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a/./b")] => /a/b
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a/../b")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a/..")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a/.")] => /a
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a%2fb")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a%2Fb")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a%zz")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a?b=c")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a#b")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a b")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = " /a")] => /a
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "//")] => /
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/./")] => /
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/..")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/.")] => /
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a%2")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a%")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a/é")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/{id}")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a|b")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/\"a\"")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a\nb")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/a\\b")] => /a/b
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/^a$")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "https://a.example.com/a")]
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "/api/*")] => /api
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Path = "\\api")] => /api
        PUR1010 [Stateless] [Exposed(Host = "a.example.com", Port = 80)] [Exposed(Host = "a.example.com", Port = 90)]
        PUR1010 [Stateless] [Probe(ProbeKind.Liveness, "healthz")] => /healthz
        PUR1010 [Stateless] [Probe(ProbeKind.Liveness, "")]
        PUR1010 [Stateless] [Probe(ProbeKind.Liveness, "/health z")]
        PUR1010 [Stateless] [Probe(ProbeKind.Liveness, "http://localhost/healthz")]
        PUR1010 [Stateless] [Probe(ProbeKind.Startup, "/health\n")]
        PUR1010 [Stateless] [Probe(ProbeKind.Readiness, "/gesundheit/ü")]
        PUR1011 [Stateless] [Label("", "a")]
        PUR1011 [Stateless] [Label("team name", "a")] => team-name
        PUR1011 [Stateless] [Label("-team", "a")] => team
        PUR1011 [Stateless] [Label("a/b/c", "a")]
        PUR1011 [Stateless] [Label("Example.com/team", "a")] => example.com/team
        PUR1011 [Stateless] [Label("/team", "a")]
        PUR1011 [Stateless] [Label("example.com/", "a")]
        PUR1011 [Stateless] [Label(null!, "a")]
        PUR1011 [Stateless] [Label("a234567890123456789012345678901234567890123456789012345678901234", "a")]
        PUR1011 [Stateless] [Label("team", "data platform")] => data-platform
        PUR1011 [Stateless] [Label("team", "data@example.com")] => data-example.com
        PUR1011 [Stateless] [Label("team", "-data")] => data
        PUR1011 [Stateless] [Label("team", "data.")] => data
        PUR1011 [Stateless] [Label("team", "dåta")] => d-ta
        PUR1011 [Stateless] [Label("team", null!)]
        PUR1011 [Stateless] [Label("team", "a234567890123456789012345678901234567890123456789012345678901234")]
        PUR1011 [Stateless] [Label("team", "a")] [Label("team", "b")]
        PUR1011 [Stateless] [Label("app.kubernetes.io/name", "b")]
        PUR1011 [BatchJob] [Label("job-name", "b")]
        PUR1011 [BatchJob] [Label("batch.kubernetes.io/controller-uid", "b")]
        PUR1011 [Stateless] [Label("team\n", "a")] => team
        PUR1011 [Stateless] [Label("_team", "a")] => team
        PUR1011 [Stateless] [Label("team_", "a")] => team
        PUR1011 [Stateless] [Label(" ", "a")]
        PUR1011 [Stateless] [Label("exa_mple.com/team", "a")] => exa-mple.com/team
        PUR1011 [Stateless] [Label("example..com/team", "a")] => example.com/team
        PUR1011 [Stateless] [Label("é", "a")]
        PUR1011 [Stateless] [Label("team", " ")]
        PUR1011 [Stateless] [Label("team", "a\n")] => a
        PUR1011 [Stateless] [Label("team", "a/b")] => a-b
        PUR1011 [Stateless] [Label("team", "_")]
        PUR1011 [Stateless] [Label("team", "日本")]
        PUR1011 [Stateless] [Annotation("a b", "c")] => a-b
        PUR1011 [Stateless] [Annotation("", "c")]
        PUR1011 [Stateless] [Annotation("a/b/c", "c")]
        PUR1011 [Stateless] [Annotation("a", null!)]
        PUR1011 [Stateless] [Annotation("a", "\ud800")]
        PUR1011 [Stateless] [Annotation("a", "b")] [Annotation("a", "b")]
        PUR1011 [Stateless] [Annotation("a", "b\0c")]
        PUR1011 [Stateless] [Annotation("a", "b\u007fc")]
        PUR1011 [Stateless] [Annotation("a", "\udc00")]
        PUR1011 [Stateless] [Annotation("example.com/a b", "c")] => example.com/a-b
        PUR1011 [Stateless] [Annotation("a:b", "c")] => a-b
        PUR1011 [Stateless] [Exposed(Host = "a.example.com", IngressClassName = "nginx")] [Annotation("kubernetes.io/ingress.class", "nginx")]
        PUR1012 [Stateless(Replicas = -1)]
        PUR1012 [Stateful(Replicas = -1)]
        PUR1012 [Stateless(Gpu = 0)]
        PUR1012 [Stateless(Gpu = -1)]
        PUR1012 [Stateless(TerminationGracePeriodSeconds = -1)]
        PUR1012 [BatchJob(Parallelism = -1)]
        PUR1012 [BatchJob(Completions = 0)]
        PUR1012 [BatchJob(BackoffLimit = -1)]
        PUR1012 [BatchJob(ActiveDeadlineSeconds = 0)]
        PUR1012 [BatchJob(ActiveDeadlineSeconds = -5)]
        PUR1012 [BatchJob(TtlSecondsAfterFinished = -1)]
        PUR1012 [BatchJob(Schedule = "@daily", StartingDeadlineSeconds = -1)]
        PUR1012 [BatchJob(Schedule = "@daily", StartingDeadlineSeconds = 5)] => 10
        PUR1012 [BatchJob(Indexed = true, Completions = 200000, Parallelism = 100001)] => 100000
        PUR1012 [BatchJob(Schedule = "@daily", ConcurrencyPolicy = (ConcurrencyPolicy)7)]
        PUR1012 [Stateless] [Autoscaled(Min = 0)]
        PUR1012 [Stateless] [Autoscaled(Max = 0)]
        PUR1012 [Stateless] [Autoscaled(Max = -3)]
        PUR1012 [Stateless] [Autoscaled(Min = 5, Max = 3)] => 5
        PUR1012 [Stateless] [Autoscaled(Max = 1)] => 2
        PUR1012 [Stateless(Replicas = 20)] [Autoscaled] => 20
        PUR1012 [Stateless] [Autoscaled(CpuPercent = 0)]
        PUR1012 [Stateless] [Autoscaled(MemoryPercent = -1)]
        PUR1012 [Stateless] [Probe(ProbeKind.Liveness, PeriodSeconds = 0)]
        PUR1012 [Stateless] [Probe(ProbeKind.Liveness, TimeoutSeconds = 0)]
        PUR1012 [Stateless] [Probe(ProbeKind.Liveness, FailureThreshold = 0)]
        PUR1012 [Stateless] [Probe(ProbeKind.Liveness, InitialDelaySeconds = -1)]
        PUR1012 [Stateless] [Probe((ProbeKind)9)]
        PUR1012 [Stateful(AccessMode = (AccessMode)4)]
        PUR1012 [Stateless] [Volume("/c", AccessMode = (AccessMode)(-1))]
        PUR1012 [Stateless] [Exposed(Via = (RouteKind)2, Host = "a.example.com")]
        PUR1012 [Stateless] [Exposed(ServiceType = (ServiceType)3)]
        PUR1012 [Stateless] [Exposed(Protocol = (Protocol)3)]
        PUR1012 [Stateless(Args = new[] { "a\0b" })]
        PUR1012 [Stateless(Command = new[] { "" })]
        PUR1012 [Stateless(Args = new[] { "a", "\ud83d" })]
        PUR1012 [Stateless(Command = new[] { "dotnet", "\0" })]
        PUR1012 [Stateless(Replicas = int.MinValue)]
        PUR1012 [BatchJob(Indexed = true, Completions = int.MaxValue, Parallelism = 200000)] => 100000
        PUR1012 [BatchJob(Completions = -1)]
        PUR1012 [BatchJob(Schedule = "@daily", StartingDeadlineSeconds = 0)] => 10
        PUR1012 [PerNode(Gpu = int.MinValue)]
        PUR1012 [Stateful] [Autoscaled(Min = -2)]
        PUR1012 [Stateless] [Autoscaled(Min = 11)] => 11
        PUR1012 [BatchJob(Schedule = "@daily", ConcurrencyPolicy = (ConcurrencyPolicy)(-1))]
        PUR1012 [Stateless] [Probe(ProbeKind.Startup, "/s", FailureThreshold = -1)]
        PUR1013 [Stateless] [Volume("cache")] => /cache
        PUR1013 [Stateless] [Volume("")]
        PUR1013 [Stateless] [Volume(null!)]
        PUR1013 [Stateless] [Volume("./cache")] => /cache
        PUR1013 [Stateless] [Volume("/a:b")]
        PUR1013 [Stateless] [Volume("C:\\cache")]
        PUR1013 [Stateless] [Volume("\\cache")] => /cache
        PUR1013 [Stateless] [Volume("/a/../b")]
        PUR1013 [Stateless] [Volume("/..")]
        PUR1013 [Stateless] [Volume("/")]
        PUR1013 [Stateless] [Volume("//")]
        PUR1013 [Stateless] [Volume("/proc")]
        PUR1013 [Stateless] [Volume("/dev/")]
        PUR1013 [Stateless] [Scratch("/sys")]
        PUR1013 [Stateless] [Volume(" /cache")] => /cache
        PUR1013 [Stateless] [Volume("/.")]
        PUR1013 [Stateless] [Volume("/./.")]
        PUR1013 [Stateless] [Volume("..")]
        PUR1013 [Stateless] [Volume("/a\0b")]
        PUR1013 [Stateless] [Volume("/a\ud800")]
        PUR1013 [Stateless] [Volume("file:///cache")]
        PUR1013 [Stateless] [MountedConfig("etc/app", "config/app.json")] => /etc/app
        PUR1013 [Stateless] [MountedConfig("/", "config/app.json")]
        PUR1013 [Stateless] [Volume("/a\nb")]
        PUR1013 [Stateless] [Volume("~/cache")]
        PUR1013 [Stateless] [Scratch("work")] => /work
        PUR1013 [Stateless] [MountedSecret("etc/tls", "tls")] => /etc/tls
        PUR1013 [Stateful(MountPath = "data")] => /data
        PUR1013 [Stateful(MountPath = "")]
        PUR1013 [Stateful] [Scratch("/data")]
        PUR1013 [Stateful] [Volume("/data/")]
        PUR1013 [Stateful(MountPath = "/x")] [Volume("/x")]
        PUR1013 [Stateless] [Volume("/a")] [Scratch("/a")]
        PUR1013 [Stateless] [Volume("/a")] [Volume("/a//")]
        PUR1013 [Stateless] [Scratch("/tmp")] [Volume("/tmp/")]
        PUR1013 [Stateless] [Scratch("/a/./b")] [MountedSecret("/a/b", "tls")]
        PUR1013 [Stateful] [MountedSecret("/./data", "tls")]
        PUR1013 [Stateless] [Volume("/app")]
        PUR1014 [BatchJob(Parallelism = 4)] => 4
        PUR1014 [BatchJob(Completions = 2, Parallelism = 4)] => 4
        PUR1014 [BatchJob(Indexed = true)]
        PUR1014 [BatchJob(Indexed = true, Completions = 1)]
        PUR1014 [BatchJob(Schedule = "@daily", TtlSecondsAfterFinished = 60)]
        PUR1014 [BatchJob(ConcurrencyPolicy = ConcurrencyPolicy.Allow)]
        PUR1014 [BatchJob(StartingDeadlineSeconds = 60)]
        PUR1014 [BatchJob] [Autoscaled]
        PUR1014 [PerNode] [Autoscaled(Max = 5)]
        PUR1014 [Stateless] [Volume("/c", ExistingClaim = "a", Size = "1Gi")]
        PUR1014 [Stateless] [Volume("/c", ExistingClaim = "a", StorageClass = "b")]
        PUR1014 [Stateless] [Volume("/c", ExistingClaim = "a", VolumeName = "b")]
        PUR1014 [Stateless(Replicas = 3)] [Volume("/c", AccessMode = AccessMode.ReadWriteOncePod)]
        PUR1014 [Stateless] [Exposed(Path = "/api")]
        PUR1014 [Stateless] [Exposed(TlsSecretName = "tls")]
        PUR1014 [Stateless] [Exposed(IngressClassName = "nginx")]
        PUR1014 [Stateless] [Exposed(Gateway = "public")]
        PUR1014 [Stateless] [Exposed(Host = "a.example.com", Via = RouteKind.Gateway, TlsSecretName = "tls")]
        PUR1014 [Stateless] [Exposed(Host = "a.example.com", Via = RouteKind.Gateway, IngressClassName = "nginx")]
        PUR1014 [Stateless] [Exposed(Host = "a.example.com", Via = RouteKind.Ingress, Gateway = "public")]
        PUR1014 [Stateless] [Exposed(Host = "a.example.com", Protocol = Protocol.Tcp)]
        PUR1014 [Stateless] [Exposed(Host = "a.example.com", Protocol = Protocol.Grpc, Via = RouteKind.Gateway, Path = "/a")]
        PUR1014 [Stateless] [Exposed(Port = 80, ServiceType = ServiceType.NodePort)] [Exposed(Port = 90, ServiceType = ServiceType.LoadBalancer)]
        PUR1014 [Stateless] [Probe(ProbeKind.Liveness, "/a")] [Probe(ProbeKind.Liveness, "/b")]
        PUR1015 [Stateless(Image = "nginx")]
        PUR1015 [Stateless(Image = "nginx:latest")]
        PUR1015 [Stateless(Image = "registry.example.com:5000/orders")]
        PUR1015 [Stateless(Image = "registry.example.com/orders:latest")]
        PUR1015 [Stateless(Image = "")]
        PUR1015 [Stateless(Image = "Orders:1.0")] => orders:1.0
        PUR1015 [Stateless(Image = "registry.example.com/Team/Orders:1.0")] => registry.example.com/team/orders:1.0
        PUR1015 [Stateless(Image = "https://registry.example.com/orders:1.0")] => registry.example.com/orders:1.0
        PUR1015 [Stateless(Image = " orders:1.0")] => orders:1.0
        PUR1015 [Stateless(Image = "orders :1.0")]
        PUR1015 [Stateless(Image = "orders:")]
        PUR1015 [Stateless(Image = "orders:-1")]
        PUR1015 [Stateless(Image = "orders:1.0+build")]
        PUR1015 [Stateless(Image = "orders:a2345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678x")]
        PUR1015 [Stateless(Image = "orders@sha256:abc")]
        PUR1015 [Stateless(Image = "orders@md5:0123456789abcdef0123456789abcdef")]
        PUR1015 [Stateless(Image = "/orders:1.0")]
        PUR1015 [Stateless(Image = "a//b:1.0")]
        PUR1015 [Stateless(Image = "a___b:1.0")]
        PUR1015 [Stateless(Image = "a..b:1.0")]
        PUR1015 [Stateless(Image = "a._b:1.0")]
        PUR1015 [Stateless(Image = "a/b/:1.0")]
        PUR1015 [Stateless(Image = "a:1:2")]
        PUR1015 [Stateless(Image = "a@1.0")]
        PUR1015 [Stateless(Image = "a:1.0@")]
        PUR1015 [Stateless(Image = "orders:1.0\n")] => orders:1.0
        PUR1015 [Stateless(Image = "örders:1.0")]
        PUR1015 [Stateless(Image = "orders:ü")]
        PUR1015 [Stateless(Image = "orders:.1")]
        PUR1015 [Stateless(Image = "-host.io/orders:1.0")]
        PUR1015 [Stateless(Image = "host-.io/orders:1.0")]
        PUR1015 [Stateless(Image = "orders@sha256:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
        PUR1015 [Stateless(Image = "orders@sha512:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
        PUR1015 [Stateless(Image = "docker://orders:1.0")] => orders:1.0
        PUR1015 [Stateless(Image = "ghcr.io/org/app:")]
        PUR1015 [Stateless(Image = "localhost:5000/orders")]
        PUR1015 [Stateless(Image = "-orders:1.0")]
        PUR1015 [Stateless(Image = "registry:port/orders:1.0")]
        PUR1015 [Stateless(Image = "$(Image)")]
        PUR1015 [Stateless(Image = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
        PUR1017 [Stateless] [Setting("", "a")]
        PUR1017 [Stateless] [Setting(null!, "a")]
        PUR1017 [Stateless] [Setting("A", null!)]
        PUR1017 [Stateless] [Setting("A", "\0")]
        PUR1017 [Stateless] [Setting("A", "\u0080")]
        PUR1017 [Stateless] [Setting("A", "\uffff")]
        PUR1017 [Stateless] [Setting("A", "\udc00x")]
        PUR1017 [Stateless] [Setting("A B", "a")] => A_B
        PUR1017 [Stateless] [Setting("A=B", "a")] => A_B
        PUR1017 [Stateless] [Setting("1A", "a")]
        PUR1017 [Stateless] [Setting("A/B", "a")] => A_B
        PUR1017 [Stateless] [Setting("Größe", "a")] => Gr__e
        PUR1017 [Stateless] [Setting("..A", "a")] => A
        PUR1017 [Stateless] [Setting("A\n", "a")] => A
        PUR1017 [Stateless] [Setting("A:B", "a")] [Setting("A__B", "b")]
        PUR1017 [Stateless] [Setting("A:B", "a")] [Setting("a:b", "b")]
        PUR1017 [Stateless] [Setting("A:B", "a")] [Secret("A:B")]
        PUR1017 [Stateless] [Setting(".", "a")]
        PUR1017 [Stateless] [Setting("..", "a")]
        PUR1017 [Stateless] [Setting("A,B", "a")] => A_B
        PUR1017 [Stateless] [Setting("A\0", "a")]
        PUR1017 [Stateless] [Setting("A$B", "a")] => A_B
        PUR1017 [Stateless] [Setting("日本", "a")]
        PUR1017 [Stateless] [Secret(null!)]
        PUR1017 [Stateless] [Secret("9A")]
        PUR1017 [Stateless] [Secret("A")] [Secret("a")]
        PUR1017 [Stateless] [Secret("A:B")] [Setting("A__b", "x")]
        PUR1017 [Stateless] [Secret("A", Key = "a b")]
        PUR1017 [Stateless] [Secret("A", Key = "a/b")]
        PUR1017 [Stateless] [Secret("A", Key = ".")]
        PUR1017 [Stateless] [Secret("")]
        PUR1017 [Stateless] [Secret("Db Password")] => Db_Password
        PUR1017 [Stateless] [Secret("A", Key = "")]
        PUR1017 [Stateless] [Secret("A", Key = "a:b")]
        PUR1017 [Stateless] [Secret("A", Key = "..")]
        PUR1017 [Stateless] [MountedConfig("/etc/app", "missing.json")]
        PUR1017 [Stateless] [MountedConfig("/etc/app")]
        PUR1017 [Stateless] [MountedConfig("/etc/app", "")]
        PUR1017 [Stateless] [MountedConfig("/etc/app", "my config.json")]
        PUR1017 [Stateless] [MountedConfig("/etc/app", "config/app.json", "other/app.json")]
        """;
}
