using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Institutions;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Testimony;

/// <summary>Keys, uniqueness and references of this feature's tables: what must stay true even if the code above is wrong.</summary>
internal static class TestimonyModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Speaker>(speaker =>
        {
            speaker.HasIndex(s => s.AssemblyId);
            speaker.Ignore(s => s.SecondsOnStage);
            speaker.BelongsTo(typeof(AccountabilityAssembly), nameof(Speaker.AssemblyId));
            speaker.BelongsTo(typeof(Institution), nameof(Speaker.InstitutionId));
            speaker.BelongsTo(typeof(Ask), nameof(Speaker.AskId));
            speaker.BelongsTo(typeof(Speaker), nameof(Speaker.UnderstudyId));
        });
        model.Entity<SpeakerConsent>(consent =>
        {
            consent.HasKey(c => new { c.SpeakerId, c.Version });
            consent.BelongsTo(typeof(Speaker), nameof(SpeakerConsent.SpeakerId));
        });
        model.Entity<SpeakerTiming>(timing => timing.BelongsTo(typeof(Speaker), nameof(SpeakerTiming.SpeakerId)));
        model.Entity<ReadinessStep>(step =>
        {
            step.HasKey(s => new { s.SpeakerId, s.Version });
            step.HasIndex(s => s.AssemblyId);
            step.HasIndex(s => s.CommandId).IsUnique();
            step.BelongsTo(typeof(Speaker), nameof(ReadinessStep.SpeakerId));
        });
        model.Entity<ScheduleStep>(step =>
        {
            step.HasKey(s => new { s.AssemblyId, s.Version });
            step.HasIndex(s => s.CommandId).IsUnique();
            step.BelongsTo(typeof(AccountabilityAssembly), nameof(ScheduleStep.AssemblyId));
        });
    }
}
