using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Assemblies.Tests.Harness;

/// <summary>Something that happens once, right after a query was answered that reads this: what another person does in the same moment.</summary>
public sealed class OnceAfter(string reads, Func<Task> happens) : DbCommandInterceptor
{
    private int times;

    public bool Happened => times > 0;

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains(reads, StringComparison.Ordinal) && Interlocked.Exchange(ref times, 1) == 0)
            await happens();
        return result;
    }
}
