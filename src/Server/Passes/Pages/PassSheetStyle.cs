namespace Assemblies.Passes.Pages;

/// <summary>How a sheet of passes is laid out: in millimetres, because it is for paper.</summary>
internal static class PassSheetStyle
{
    // The code is 36 mm with its quiet zone, so 27 mm or more without: read at arm's length by any phone.
    public const string Css = """
        @page { size: A4 portrait; margin: 11mm 10mm; }
        .pass-page { display: grid; grid-template-columns: 95mm 95mm; grid-auto-rows: 54mm; width: 190mm; margin: 0 auto 8mm; background: #fff; color: #000; break-after: page; }
        .pass-page:last-child { break-after: auto; }
        .pass { display: flex; gap: 2mm; align-items: center; padding: 3mm; border: 0.2mm dashed #777; margin: 0 -0.2mm -0.2mm 0; overflow: hidden; font-size: 8pt; line-height: 1.25; }
        .pass svg { flex: none; width: 36mm; height: 36mm; }
        .pass p { margin: 0 0 1.2mm; overflow-wrap: anywhere; }
        .pass .pass-title { font-weight: 700; font-size: 10pt; }
        .pass .pass-for { font-size: 9pt; }
        .pass .pass-person { font-weight: 700; font-size: 10pt; }
        .pass .pass-code { font: 700 13pt ui-monospace, Menlo, Consolas, monospace; letter-spacing: 0.04em; white-space: nowrap; margin: 0; }
        @media screen { .pass-page { max-width: 100%; overflow-x: auto; } }
        @media print { body { background: #fff !important; } main.container { padding: 0 !important; margin: 0 !important; max-width: none !important; } .pass-page { margin: 0; } }
        """;
}
