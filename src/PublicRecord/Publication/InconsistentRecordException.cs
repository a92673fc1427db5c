using Assemblies.PublicRecord.Rules;

namespace Assemblies.PublicRecord.Publication;

/// <summary>What is stored is not what was signed: nothing may be appended or signed until somebody has looked.</summary>
public sealed class InconsistentRecordException(Finding finding) : Exception(finding.Message)
{
    /// <summary>Which rule does not hold.</summary>
    public Finding Finding => finding;
}
