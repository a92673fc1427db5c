using System.Text.Json;
using Assemblies.Record;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Rehearsal;

/// <summary>A real assembly as published accounts tell it: facts only, what is not known is null.</summary>
internal sealed record CaseFile(
    string Organisation,
    string Title,
    LocalDate Date,
    string TimeZone,
    string Venue,
    IReadOnlyList<CaseInstitution> InstitutionsNamed,
    IReadOnlyList<CasePowerHolder> PowerHolders,
    IReadOnlyList<CaseAsk> Asks)
{
    /// <summary>The Leader Accountability Assembly of BUILD, Baltimore, 6 June 2018.</summary>
    public static CaseFile Build2018()
    {
        using var file = typeof(CaseFile).Assembly.GetManifestResourceStream("Assemblies.Rehearsal.build-2018.json")!;
        return JsonSerializer.Deserialize<CaseFile>(file, WireFormat.Json)!;
    }
}

internal sealed record CaseInstitution(string Name, string? Status);

internal sealed record CasePowerHolder(string Name, string Office);

/// <param name="Part">A dated part of the ask, where the accounts name one.</param>
/// <param name="Answers">What each power-holder answered, by name.</param>
internal sealed record CaseAsk(string Area, string Text, string? Part, IReadOnlyDictionary<string, AnswerCode> Answers);
