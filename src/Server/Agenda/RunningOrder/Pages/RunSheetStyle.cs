namespace Assemblies.Agenda.RunningOrder.Pages;

/// <summary>How a run sheet is laid out: in millimetres and points, because it is for paper.</summary>
internal static class RunSheetStyle
{
    // Times at 20 pt and titles at 15 pt are read at arm's length; the head repeats on every page, and no item is torn apart.
    public const string Css = """
        @page { size: A4 portrait; margin: 12mm 13mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 10pt sans-serif; } }
        .run-sheet { max-width: 184mm; margin: 0 auto; background: #fff; color: #000; font-size: 12.5pt; line-height: 1.35; }
        .run-sheet table { width: 100%; border-collapse: collapse; }
        .run-sheet th { padding: 0 0 3mm; border-bottom: 0.6mm solid #000; font-weight: 400; font-size: 10.5pt; text-align: left; }
        .run-sheet th > span { display: inline-block; vertical-align: bottom; }
        .run-sheet .run-role { min-width: 44mm; margin-right: 4mm; font-size: 19pt; font-weight: 700; line-height: 1.1; }
        .run-sheet .run-end { float: right; font-size: 12.5pt; }
        .run-sheet tr { break-inside: avoid; }
        .run-sheet td { padding: 2.6mm 0; border-bottom: 0.2mm solid #777; vertical-align: top; }
        .run-time { width: 31mm; padding-left: 2mm !important; border-left: 1.4mm solid #fff; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .run-keep .run-time { border-left-color: #000; }
        .run-time b { display: block; font-size: 20pt; line-height: 1.05; }
        .run-what { padding-right: 3mm !important; }
        .run-what h2 { margin: 0; font-size: 15pt; font-weight: 700; line-height: 1.2; }
        .run-what p { margin: 0.6mm 0 0; }
        .run-facts { font-size: 11pt; }
        .run-ask { margin-top: 1.4mm !important; font-size: 14pt; }
        .run-note { margin-top: 1.4mm !important; padding-left: 3mm; border-left: 0.5mm solid #777; white-space: pre-line; }
        .run-words { margin: 1.4mm 0 0; padding: 0; list-style: none; font-size: 14pt; }
        .run-words li { position: relative; padding-left: 8mm; margin-bottom: 1mm; break-inside: avoid; }
        .run-words li::before { content: ""; position: absolute; left: 0; top: 0.9mm; width: 4.4mm; height: 4.4mm; border: 0.4mm solid #000; }
        .run-real { width: 24mm; text-align: right; font-size: 9pt; }
        .run-real b { display: block; font-size: 9.5pt; line-height: 1.15; }
        .run-real span { display: inline-block; width: 100%; margin-top: 5mm; border-top: 0.2mm dotted #000; text-align: left; }
        @media screen { .run-sheet { padding: 8mm; overflow-x: auto; } }
        @media print { body { background: #fff !important; } main.container { padding: 0 !important; margin: 0 !important; max-width: none !important; } .run-sheet { max-width: none; } }
        """;
}
