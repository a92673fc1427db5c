using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Commitments;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Evaluation;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Record;
using Assemblies.Shell;
using Assemblies.Testimony;
using Assemblies.Turnout;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assemblies.Data;

/// <summary>The whole model: each feature says what its own tables are.</summary>
internal static class AssemblyModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Change>(change =>
        {
            change.HasKey(c => c.Sequence);
            change.HasIndex(c => new { c.AssemblyId, c.Sequence });
        });
        OrganisersModel.Configure(model);
        AgendaModel.Configure(model);
        InstitutionsModel.Configure(model);
        PassesModel.Configure(model);
        DevicesModel.Configure(model);
        TurnoutModel.Configure(model);
        TestimonyModel.Configure(model);
        AsksModel.Configure(model);
        RecordModel.Configure(model);
        CommitmentsModel.Configure(model);
        DisplaysModel.Configure(model);
        EvaluationModel.Configure(model);
        DatabaseWords.ApplyToEnums(model);
    }

    /// <summary>A reference without cascade: what belongs to an assembly is removed on purpose or not at all.</summary>
    public static void BelongsTo(this EntityTypeBuilder child, Type parent, string foreignKey) =>
        child.HasOne(parent).WithMany().HasForeignKey(foreignKey).OnDelete(DeleteBehavior.Restrict);
}
