namespace Purser.Analyzers.Facts.Schedules;

/// <summary>What the names of calls say of a scheduled piece of work.</summary>
internal static class TickNames
{
    /// <summary>Changes what all replicas share: a database, a store.</summary>
    private static readonly string[] Stores =
    [
        "SaveChanges", "ExecuteDelete", "ExecuteUpdate", "ExecuteNonQuery", "ExecuteSql", "BulkInsert", "BulkCopy", "BulkWrite", "WriteToServer", "InsertOne", "InsertMany", "UpdateOne", "UpdateMany",
        "ReplaceOne", "DeleteOne", "DeleteMany", "FindOneAndUpdate", "PutItem", "UpdateItem", "DeleteItem", "UpsertItem", "CreateItem", "PutObject", "CopyObject", "DeleteObject", "Upload", "DeleteBlob",
        "DeleteIfExists", "IndexDocument", "Reindex",
    ];

    /// <summary>Tells somebody outside.</summary>
    private static readonly string[] Messages =
    [
        "Publish", "Produce", "BasicPublish", "SendMessage", "SendMail", "SendEmail", "Send", "Enqueue", "PostAsJson", "PutAsJson", "PatchAsJson", "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync",
    ];

    /// <summary>Work, by its verb.</summary>
    private static readonly string[] Verbs =
    [
        "Send", "Generate", "Import", "Export", "Sync", "Synchronize", "Synchronise", "Process", "Clean", "Cleanup", "CleanUp", "Purge", "Archive", "Bill", "Charge", "Invoice", "Pay", "Notify", "Remind", "Expire", "Delete",
        "Remove", "Publish", "Rebuild", "Reconcile", "Aggregate", "Settle", "Rotate", "Backup", "Migrate", "Ingest", "Crawl", "Scrape", "Dispatch", "Email", "Mail", "Renew", "Close", "Escalate", "Compute",
        "Calculate", "Recalculate", "Retry", "Resend", "Run", "Execute", "Anonymize", "Compact", "Deactivate", "Suspend", "Apply", "Create", "Update", "Insert", "Write", "Build", "Transfer", "Replay", "Nightly", "Daily", "Post", "Push", "Upsert", "Save", "Store", "Persist", "Merge", "Commit", "Refund", "Capture", "Harvest", "Evaluate", "Score", "Match", "Ship", "Cancel",
    ];

    /// <summary>Takes work from a queue that all consumers share: more of them are faster, not double.</summary>
    private static readonly string[] Queues =
    [
        "Receive", "Dequeue", "Consume", "BasicGet", "BasicConsume", "ListLeftPop", "ListRightPop", "SetPop", "Pop", "StreamReadGroup", "PullAsync", "Pull", "TryTake", "TryRead", "ReadAllAsync", "TryDequeue", "TryPop", "Drain", "DequeueAll", "TakeAll", "Claim",
    ];

    /// <summary>What is a replica's own: its cache, its metrics, its buffers.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "Heartbeat", "Heartbeats", "Flush", "Flusher", "Watchdog", "Liveness", "Readiness", "Presence", "Buffer", "Buffered", "Keepalive", "Alive", "Sampler", "Probe",
    };

    /// <summary>The same, unless a database is changed: <c>TokenCleanup</c> is no token's refresh.</summary>
    private static readonly HashSet<string> OwnUnlessStored = new(StringComparer.Ordinal)
    {
        "Cache", "Caches", "Caching", "Cached", "Token", "Tokens", "Health", "Ping", "Warmup", "Warm", "Warmer", "Reload", "Reloader", "Refresh", "Refresher", "Certificate", "Certificates", "Flags", "Configuration", "Jwks",
        "Memory", "Temp", "Tmp", "Metric", "Metrics", "Telemetry", "Gauge", "Gauges", "Counters",
    };

    /// <summary>Signs that one replica is chosen, or that a lock is taken: words of identifiers.</summary>
    private static readonly HashSet<string> Chosen = new(StringComparer.Ordinal) { "Leader", "Leadership", "Lease", "Redlock", "Singleton" };

    private static readonly string[] Locks =
        ["TryAcquire", "AcquireLock", "AcquireLease", "TryLock", "TryGetLock", "LockTake", "CreateLock", "LockAsync", "WithLock", "ObtainLock", "GetLock", "TakeLock", "RunExclusive"];

    public static readonly string[] LockTexts = ["pg_advisory", "pg_try_advisory", "sp_getapplock", "SKIP LOCKED", "GET_LOCK(", "READPAST", "for update", "SETNX", "skip locked"];

    public static bool IsStore(string name) => Starts(Stores, name);

    public static bool IsMessage(string name) => Starts(Messages, name);

    public static bool IsVerb(string name) => Starts(Verbs, name);

    public static bool IsQueue(string name) => Starts(Queues, name);

    public static bool IsOwn(string name) => Words(name).Any(Own.Contains);

    public static bool IsOwnUnlessStored(string name) => Words(name).Any(OwnUnlessStored.Contains);

    /// <summary>A lock of other processes than this one; the lock of a class of .NET is not.</summary>
    public static bool IsLock(string name) => Starts(Locks, name) || IsChosen(name);

    public static bool IsChosen(string identifier) =>
        !IsRegistration(identifier)
        && (identifier.IndexOf("DistributedLock", StringComparison.Ordinal) >= 0 || identifier.IndexOf("AdvisoryLock", StringComparison.Ordinal) >= 0 || identifier.IndexOf("RedLock", StringComparison.Ordinal) >= 0
        || Words(identifier).Any(Chosen.Contains));

    /// <summary><c>AddSingleton</c>: one for the process, which says nothing of other processes.</summary>
    private static bool IsRegistration(string identifier) => identifier.EndsWith("Singleton", StringComparison.Ordinal) && (identifier.StartsWith("Add", StringComparison.Ordinal) || identifier.StartsWith("TryAdd", StringComparison.Ordinal));

    public static bool HasLockText(string text) => Array.Exists(LockTexts, sign => text.IndexOf(sign, StringComparison.Ordinal) >= 0);

    private static bool Starts(string[] words, string name) => Array.Exists(words, word =>
        name.StartsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || !char.IsLower(name[word.Length])));

    /// <summary><c>_tokenRefresher</c> is Token, Refresher.</summary>
    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !char.IsUpper(name[i]) && name[i] != '_')
                continue;
            var word = name.Substring(start, i - start).Trim('_');
            if (word.Length > 0)
                yield return char.ToUpperInvariant(word[0]) + word.Substring(1);
            start = i;
        }
    }
}
