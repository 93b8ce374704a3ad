using System.Security.Cryptography;
using System.Text;

namespace Purser.Build;

/// <summary>One writer for a folder at a time, across the processes of a parallel build.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly Mutex mutex;

    private FolderLock(Mutex mutex) => this.mutex = mutex;

    public static FolderLock Take(string folder)
    {
        using var sha = SHA256.Create();
        var name = BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(System.IO.Path.GetFullPath(folder)))).Replace("-", "").Substring(0, 32);
        var mutex = new Mutex(initiallyOwned: false, "Purser-" + name);
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // The other build was killed; the folder is ours now.
        }

        return new FolderLock(mutex);
    }

    public void Dispose()
    {
        mutex.ReleaseMutex();
        mutex.Dispose();
    }
}
