namespace Assemblies.Institutions.Import;

/// <summary>Finds the institutions a file means. Equal names are found; similar ones are asked about, never guessed.</summary>
internal static class ImportMatching
{
    private const int MostQuestions = 200;

    public static (List<(ImportedInstitution Said, Institution? Existing)> Resolved, List<NameQuestion> Questions, List<ImportProblem> Problems) Resolve(
        ImportFile file, IReadOnlyList<Institution> known, IReadOnlyDictionary<string, string> matches)
    {
        var byKey = known.ToDictionary(i => i.NameKey);
        var byId = known.ToDictionary(i => i.Id);
        var answers = matches.GroupBy(m => InstitutionName.Key(m.Key)).ToDictionary(g => g.Key, g => g.Last().Value);
        var resolved = new List<(ImportedInstitution, Institution?)>();
        var questions = new List<NameQuestion>();
        var problems = new List<ImportProblem>();
        foreach (var (key, said) in file.Institutions)
        {
            if (byKey.TryGetValue(key, out var same))
                resolved.Add((said, same));
            else if (answers.TryGetValue(key, out var answer))
            {
                if (answer == DelegationImport.New)
                    resolved.Add((said, null));
                else if (Guid.TryParse(answer, out var id) && byId.TryGetValue(id, out var meant))
                    resolved.Add((said, meant));
                else
                    problems.Add(new(0, "", $"The answer for \"{said.Name}\" is neither an institution nor \"{DelegationImport.New}\"."));
            }
            else if (known.Where(i => InstitutionName.IsNear(key, i.NameKey)).Select(i => new NameCandidate(i.Id, i.Name)).ToList() is { Count: > 0 } near)
                questions.Add(new NameQuestion(said.Name, near));
            else
                resolved.Add((said, null));
        }
        if (questions.Count > MostQuestions)
            problems.Add(new(0, "", $"More than {MostQuestions} names are like names entered already. Correct the names in the file first."));
        problems.AddRange(Contradictions(resolved));
        return (resolved, questions, problems);
    }

    // Two names of the file may turn out to mean one institution; then they must not contradict each other.
    private static IEnumerable<ImportProblem> Contradictions(List<(ImportedInstitution Said, Institution? Existing)> resolved) =>
        from pair in resolved
        where pair.Existing is not null
        group pair.Said by pair.Existing!.Id into same
        where same.Count() > 1
        let first = same.First()
        from other in same.Skip(1)
        from said in other.Said
        where first.Said.TryGetValue(said.Key, out var before) && before.Value != said.Value.Value
        select new ImportProblem(said.Value.Line, "", $"\"{said.Value.Value}\" contradicts line {first.Said[said.Key].Line}: both rows mean the same institution.");
}
