using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace Assemblies.Shell;

/// <summary>QR codes as SVG: black on white in every theme, because a dark code is read half as far.</summary>
public static class QrCode
{
    /// <summary>The code with its quiet zone of four modules, at error level Q.</summary>
    /// <param name="content">Upper-case letters, digits and <c>$%*+-./:</c> stay in alphanumeric mode, which needs fewer modules.</param>
    /// <param name="label">What a screen reader says.</param>
    public static MarkupString Svg(string content, string label)
    {
        using var code = Modules(content);
        var size = code.ModuleMatrix.Count;
        var svg = new StringBuilder(4_096)
            .Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"")
            .Append(System.Net.WebUtility.HtmlEncode(label))
            .Append("\"><path fill=\"#fff\" d=\"M0 0h").Append(size).Append('v').Append(size).Append("H0z\"/><path stroke=\"#000\" d=\"");
        for (var y = 0; y < size; y++)
            AppendRow(svg, code.ModuleMatrix[y], y);
        return new MarkupString(svg.Append("\"/></svg>").ToString());
    }

    internal static QRCodeData Modules(string content) => QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.Q);

    // One stroke for each run of dark modules: a sheet of 400 passes stays small.
    private static void AppendRow(StringBuilder svg, System.Collections.BitArray row, int y)
    {
        var pen = -1;
        for (var x = 0; x < row.Length; x++)
        {
            if (!row[x])
                continue;
            var start = x;
            while (x < row.Length && row[x])
                x++;
            if (pen < 0)
                svg.Append(CultureInfo.InvariantCulture, $"M{start} {y}.5");
            else
                svg.Append('m').Append(start - pen).Append(" 0");
            svg.Append('h').Append(x - start);
            pen = x;
        }
    }
}
