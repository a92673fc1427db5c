using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Record.Corrections;
using Assemblies.Record.Disclosures;
using Assemblies.Record.Keys;
using Assemblies.Record.Log;
using Assemblies.Record.Redactions;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record;

/// <summary>Keys, uniqueness and references of this feature's tables: what must stay true even if the code above is wrong.</summary>
internal static class RecordModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<AnswerStep>(step =>
        {
            step.HasIndex(s => new { s.AskId, s.PowerHolderId, s.Version }).IsUnique();
            step.HasIndex(s => new { s.CommandId, s.AskId, s.PowerHolderId }).IsUnique();
            step.HasIndex(s => s.AssemblyId);
            step.Property(s => s.Answer).HasConversion<JsonText<AnswerWords>>();
            step.BelongsTo(typeof(Ask), nameof(AnswerStep.AskId));
            step.BelongsTo(typeof(PowerHolder), nameof(AnswerStep.PowerHolderId));
        });
        CorrectionsModel.Configure(model);
        RecordLogModel.Configure(model);
        DisclosuresModel.Configure(model);
        RedactionsModel.Configure(model);
        KeysModel.Configure(model);
    }
}
