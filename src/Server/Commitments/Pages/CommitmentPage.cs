using Assemblies.Record.Log;
using Assemblies.Shell;
using Assemblies.Shell.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Commitments.Pages;

/// <summary>A page about one commitment: finds it, and knows whether anything public can be said of it now.</summary>
public abstract class CommitmentPage : AssemblyPage
{
    [Parameter] public Guid AskId { get; set; }

    [Parameter] public Guid PowerHolderId { get; set; }

    [Inject] public required CommitmentReader Reader { get; set; }

    [Inject] public required CommitmentDesk Desk { get; set; }

    [Inject] public required RecordSigners Signers { get; set; }

    private protected FormState Form { get; set; } = new();

    private protected Commitment Commitment { get; private set; } = null!;

    private protected RecordKeyState RecordKey { get; private set; }

    private protected bool IsClosed { get; private set; }

    private protected CommitmentKey Key => new(AssemblyId, AskId, PowerHolderId);

    /// <summary>The page of the commitment within its assembly.</summary>
    private protected string Path => $"/commitments/{AskId}/{PowerHolderId}";

    /// <summary>Whether a public step could be stored now. Said before anybody types one.</summary>
    private protected bool CanPublish => IsClosed && RecordKey is RecordKeyState.Unlocked or RecordKeyState.ForRehearsal;

    protected override async Task<bool> LoadAsync()
    {
        if (await Reader.FindAsync(Key, Gone) is not { } found)
            return false;
        Commitment = found;
        RecordKey = Signers.StateOf(await Db.RecordKeys.AsNoTracking().FirstOrDefaultAsync(k => k.AssemblyId == AssemblyId, Gone));
        IsClosed = await Db.IsRecordClosedAsync(AssemblyId, Gone);
        return true;
    }

    /// <summary>Shows what is wrong, with everything that was typed, or goes to the commitment and says what was done.</summary>
    private protected void After(StepReply reply, string done)
    {
        if (reply.Problems.Count > 0)
            Form.Refused(reply.Problems);
        else
            Done(Path, done);
    }
}
