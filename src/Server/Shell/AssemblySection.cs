namespace Assemblies.Shell;

/// <summary>The pages of one assembly, in the order in which they are filled in.</summary>
public enum AssemblySection
{
    Overview,
    Institutions,
    Passes,
    Devices,
    Screens,
    Asks,
    Testimony,
    RunningOrder,
    Turnout,
    Record,
    PublicRecord,
    Commitments,
    Minutes,
    Evaluation,
}
