using Purser.Analyzers.Rules.Kinds;
using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Kinds;

namespace Purser.Analyzers.Tests.Rules.Kinds;

public sealed class PUR2001StateOnOwnDiskFixTests
{
    private const string Body = """

        public static class Program
        {
            public static void Main() => System.IO.File.WriteAllText("uploads/a.json", "{}");
        }
        """;

    [Fact]
    public Task The_kind_changes_and_keeps_what_both_have() => FixTest.Verify<PUR2001StateOnOwnDisk, PUR2001StateOnOwnDiskFix>(
        "using Purser;\n\n[{|PUR2001:Stateless(Replicas = 3, Cpu = \"1\")|}]" + Body,
        "using Purser;\n\n[Stateful(Replicas = 3, Cpu = \"1\", MountPath = \"/app/uploads\")]" + Body);

    [Fact]
    public Task A_volume_is_added_that_all_replicas_can_write() => FixTest.Verify<PUR2001StateOnOwnDisk, PUR2001StateOnOwnDiskFix>(
        "using Purser;\n\n[{|PUR2001:Stateless|}]" + Body,
        "using Purser;\n\n[Stateless]\n[Volume(\"/app/uploads\", AccessMode = AccessMode.ReadWriteMany)]" + Body,
        static test => test.CodeActionIndex = 1);

    [Fact]
    public Task One_replica_needs_no_shared_file_system() => FixTest.Verify<PUR2001StateOnOwnDisk, PUR2001StateOnOwnDiskFix>(
        "using Purser;\n\n[{|PUR2001:Stateless(Replicas = 1)|}]" + Body,
        "using Purser;\n\n[Stateless(Replicas = 1)]\n[Volume(\"/app/uploads\")]" + Body,
        static test => test.CodeActionIndex = 1);
}
