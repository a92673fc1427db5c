namespace Assemblies.Asks.Pages;

/// <summary>How the audience's score sheet is laid out on paper: large enough to fill in on one's knees, in a hall with its lights down.</summary>
internal static class ScoreSheetStyle
{
    public const string Css = """
        @page { size: A4 portrait; margin: 14mm; }
        .score-paper { max-width: 182mm; margin: 0 auto; padding: 6mm; background: #fff; color: #000; font-size: 11pt; line-height: 1.35; }
        .score-paper h2 { font-size: 18pt; margin: 0; } .score-paper header p { margin: 1mm 0; }
        .score-paper section { break-inside: avoid; border-top: 0.4mm solid #000; margin-top: 5mm; padding-top: 2mm; }
        .score-paper h3 { font-size: 11pt; margin: 0 0 1mm; } .score-ask { font-size: 13pt; font-weight: 700; margin: 0 0 1.5mm; }
        .score-part { margin: 0 0 1mm 5mm; } .score-part::before { content: "– "; }
        .score-paper table { width: 100%; border-collapse: collapse; } .score-paper th, .score-paper td { border-top: 0.2mm solid #999; padding: 2mm 0; vertical-align: middle; text-align: left; }
        .score-paper th { width: 58mm; padding-right: 3mm; } .score-paper th small { display: block; font-weight: 400; }
        .score-boxes { display: flex; gap: 2mm; align-items: center; } .score-boxes span { border: 0.4mm solid #000; border-radius: 1mm; min-width: 13mm; padding: 1.6mm 1.5mm; text-align: center; font-size: 9pt; }
        .score-boxes i { flex: 1; border-bottom: 0.2mm dotted #000; height: 7mm; }
        .score-before { break-inside: auto !important; } .score-before p { margin: 2mm 0 1mm; } .score-before li { break-inside: avoid; margin-bottom: 1mm; } .score-before .score-meaning { font-size: 9pt; }
        .score-paper footer { margin-top: 6mm; font-size: 9pt; }
        @media print { body { background: #fff !important; } main.container { padding: 0 !important; margin: 0 !important; max-width: none !important; } .score-paper { padding: 0; } }
        """;
}
