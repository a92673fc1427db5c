using Assemblies.Wire.Spreadsheets;

namespace Assemblies.Institutions.Import;

/// <summary>The institution that a name of the file means.</summary>
/// <param name="Said">What the file says under this name.</param>
/// <param name="Existing">The institution that is entered already; null for a new one.</param>
/// <param name="Key">Of a new one: the key of the first name that means it. Names of one key are one institution.</param>
internal sealed record MeantInstitution(ImportedInstitution Said, Institution? Existing, string Key);

/// <summary>Finds the institutions a file means. Equal names are found; similar ones are asked about, never guessed.</summary>
internal sealed class ImportMatching(IReadOnlyList<Institution> known)
{
    private const int MostQuestions = 200;

    private readonly Dictionary<string, Institution> byKey = known.ToDictionary(i => i.NameKey);
    private readonly Dictionary<Guid, Institution> byId = known.ToDictionary(i => i.Id);

    // In the order of the file, those asked about too: a name may be answered with one before it.
    private readonly Dictionary<string, MeantInstitution> meant = [];
    private readonly List<NameQuestion> questions = [];
    private readonly List<ImportProblem> problems = [];

    public (IReadOnlyCollection<MeantInstitution> Meant, List<NameQuestion> Questions, List<ImportProblem> Problems) Resolve(
        ImportFile file, IReadOnlyDictionary<string, string> matches)
    {
        var answers = matches.GroupBy(m => InstitutionName.Key(m.Key)).ToDictionary(g => g.Key, g => g.Last().Value);
        foreach (var (key, said) in file.Institutions)
        {
            if (byKey.TryGetValue(key, out var same))
                meant[key] = new(said, same, key);
            else if (answers.TryGetValue(key, out var answer))
                meant[key] = Answered(key, said, answer);
            else
                meant[key] = Asked(key, said);
            // With every name compared with every other, a column of the wrong things would take long to be refused.
            if (questions.Count > MostQuestions)
            {
                problems.Add(new(0, "", $"More than {MostQuestions} names are like others. Correct the names in the file first."));
                break;
            }
        }
        problems.AddRange(Contradictions());
        return (meant.Values, questions, problems);
    }

    private MeantInstitution Answered(string key, ImportedInstitution said, string answer)
    {
        if (Guid.TryParse(answer, out var id) && byId.TryGetValue(id, out var entered))
            return new(said, entered, key);
        if (answer != DelegationImport.New && meant.TryGetValue(InstitutionName.Key(answer), out var before))
            return before with { Said = said };
        if (answer != DelegationImport.New)
            problems.Add(new(
                0, "", $"The answer for \"{said.Name}\" is neither an institution, nor a name before it in the file, nor \"{DelegationImport.New}\"."));
        return new(said, null, key);
    }

    private MeantInstitution Asked(string key, ImportedInstitution said)
    {
        var near = known.Where(i => InstitutionName.IsNear(key, i.NameKey)).Select(i => new NameCandidate(i.Id, i.Name)).ToList();
        // Those entered already stand among the known.
        near.AddRange(meant.Where(m => !byKey.ContainsKey(m.Key) && InstitutionName.IsNear(key, m.Key)).Select(m => new NameCandidate(null, m.Value.Said.Name)));
        if (near.Count > 0)
            questions.Add(new NameQuestion(said.Name, near));
        return new(said, null, key);
    }

    // Two names of the file may turn out to mean one institution; then they must not contradict each other.
    private IEnumerable<ImportProblem> Contradictions() =>
        from one in meant.Values
        group one.Said by one.Existing?.NameKey ?? one.Key into same
        where same.Count() > 1
        let first = same.First()
        from other in same.Skip(1)
        from said in other.Said
        where first.Said.TryGetValue(said.Key, out var before) && before.Value != said.Value.Value
        select new ImportProblem(said.Value.Line, "", $"\"{said.Value.Value}\" contradicts line {first.Said[said.Key].Line}: both rows mean the same institution.");
}
