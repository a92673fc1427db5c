import encodeQR from "qr";

/** Black on white with its four modules of quiet around it, also on the dark theme: phones expect it so. */
export function Qr({ text }: { text: string }) {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const path = rows.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return <svg viewBox={`0 0 ${rows.length} ${rows.length}`} shape-rendering="crispEdges" role="img" aria-label={`QR code for ${text}`}><rect width="100%" height="100%" fill="#fff" /><path d={path} fill="#000" /></svg>;
}
