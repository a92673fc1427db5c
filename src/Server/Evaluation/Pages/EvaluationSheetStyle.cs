namespace Assemblies.Evaluation.Pages;

/// <summary>How the evaluation is laid out on one sheet of paper, with lines to write on.</summary>
internal static class EvaluationSheetStyle
{
    public const string Css = """
        @page { size: A4 portrait; margin: 12mm 14mm; }
        .evaluation-paper { max-width: 182mm; margin: 0 auto; padding: 6mm; background: #fff; color: #000; font-size: 10.5pt; line-height: 1.3; }
        .evaluation-paper h2 { margin: 0; font-size: 17pt; } .evaluation-paper header p { margin: 0.5mm 0 0; }
        .evaluation-paper .figures { display: flex; flex-wrap: wrap; gap: 2mm 7mm; border-block: 0.4mm solid #000; padding: 2.5mm 0; margin-top: 3mm; }
        .evaluation-paper .figures p { margin: 0; max-width: 42mm; } .evaluation-paper .figures b { display: block; font-size: 17pt; line-height: 1.05; font-variant-numeric: tabular-nums; }
        .evaluation-paper h3 { margin: 3.5mm 0 1mm; font-size: 11.5pt; } .evaluation-paper section { break-inside: avoid; }
        .evaluation-paper ul { margin: 0; padding-left: 4.5mm; } .evaluation-paper li { margin-bottom: 0.8mm; break-inside: avoid; } .evaluation-paper li small, .evaluation-paper .small { font-size: 9pt; margin: 0; }
        .evaluation-paper .columns { columns: 2; column-gap: 6mm; font-size: 9.5pt; }
        .evaluation-paper .lines i { display: block; height: 7mm; border-bottom: 0.2mm dotted #000; }
        @media print { body { background: #fff !important; } main.container { padding: 0 !important; margin: 0 !important; max-width: none !important; } .evaluation-paper { padding: 0; } }
        """;
}
