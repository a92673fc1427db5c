/** Contrast by WCAG 2: (lighter + 0.05) ÷ (darker + 0.05) of the relative luminances. */
export type Rgb = readonly [number, number, number];

/** Text of a screen against its ground (live.md, rule 24). */
export const textContrast = 10;
/** A band or a bar, which is seen and not read (WCAG 1.4.11). */
export const shapeContrast = 3;

/** The grounds that themes.css puts under text; a test holds them together. */
export const grounds = { dark: ["#0a101c", "#141d2e"], light: ["#fbfaf6", "#efede5"] } as const;

export function parseColour(text: string): Rgb | undefined {
  const digits = /^#([0-9a-f]{6})$/i.exec(text)?.[1];
  return digits === undefined ? undefined : [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as unknown as Rgb;
}

const formatColour = (colour: Rgb) => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The wished colour, or the nearest to it on its way to white (dark theme) or black (light theme) that has enough contrast
 * with every ground of the theme. Undefined for what is no #rrggbb.
 */
export function readable(wish: string, theme: keyof typeof grounds, least: number): string | undefined {
  const colour = parseColour(wish);
  if (colour === undefined) return undefined;
  const under = grounds[theme].map((ground) => parseColour(ground)!);
  const end = theme === "dark" ? 255 : 0;
  for (let share = 0; share <= 100; share++) {
    // Rounded as it will be written, so that what is shown has the contrast that was measured.
    const mixed = parseColour(formatColour(colour.map((part) => part + ((end - part) * share) / 100) as unknown as Rgb))!;
    if (under.every((ground) => contrast(mixed, ground) >= least)) return formatColour(mixed);
  }
  return undefined;
}
