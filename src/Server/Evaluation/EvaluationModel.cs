using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Evaluation.Notes;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Evaluation;

/// <summary>Key and reference of the evaluation's notes.</summary>
internal static class EvaluationModel
{
    public static void Configure(ModelBuilder model) => model.Entity<EvaluationNote>(note =>
    {
        note.HasKey(n => new { n.NoteId, n.Version });
        note.HasIndex(n => n.AssemblyId);
        note.BelongsTo(typeof(AccountabilityAssembly), nameof(EvaluationNote.AssemblyId));
    });
}
