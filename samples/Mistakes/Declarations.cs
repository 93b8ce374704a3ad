#if SHOW_ERRORS
using Purser;

namespace Mistakes;

[Stateless(Name = "Big_Shop", Memory = "10gb")] // PUR1003, PUR1005
[Exposed(Port = 70000, Host = "shop_1.example.com")] // PUR1009, PUR1010
[Volume("cache/../etc")] // PUR1013
[Label("team!", "data & more")] // PUR1011
[Setting("Database:Password", "Tr0ub4dor&3-harbour")] // PUR3007
public class BigShop;

[Stateless(Cpu = "2", CpuLimit = "500m")] // PUR1006
[BatchJob(Schedule = "61 2 * * *", TimeZone = "Europe/Atlantis", BackoffLimit = -1)] // PUR1001, PUR1007, PUR1008, PUR1012
public class Both;

[BatchJob(Name = "sharded", Completions = 2, Parallelism = 4)] // PUR1014: two of the four pods would have nothing to do.
[Setting("Page Size!", "50")] // PUR1017
public class Sharded;

[Exposed(Port = 8080)] // PUR1002
public class Nothing;

[Stateless(Name = "big-shop-2")]
public class BigShop2; // PUR1004

[PerNode(Name = "big-shop-2")]
public class Agent;
#endif
