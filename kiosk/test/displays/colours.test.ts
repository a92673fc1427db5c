import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allianceStyle } from "../../src/displays/themes/alliance";
import { contrast, grounds, parseColour, readable, shapeContrast, textContrast } from "../../src/displays/themes/colours";

const css = readFileSync(new URL("../../src/displays/themes/theme.css", import.meta.url), "utf8");
const of = (theme: "dark" | "light", name: string) => new RegExp(`\\[data-screen="${theme}"\\] \\{[^}]*--${name}: (#[0-9a-f]{3,6})`).exec(css)![1]!.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
const themes = ["dark", "light"] as const;

test("contrast is that of WCAG: 21 for black on white, 1 for a colour on itself", () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([10, 20, 30], [10, 20, 30])).toBeCloseTo(1);
  expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
});

test.each(themes)("every colour of words in the %s theme has ten to one on both of its grounds", (theme) => {
  expect([of(theme, "ground"), of(theme, "panel")]).toEqual([...grounds[theme]]);
  const hint = new RegExp(`--hint-${theme}, (#[0-9a-f]{6})`).exec(css)![1]!;
  for (const ink of [of(theme, "ink"), of(theme, "soft-ink"), hint]) for (const ground of grounds[theme]) expect(contrast(parseColour(ink)!, parseColour(ground)!)).toBeGreaterThanOrEqual(textContrast);
});

test("the colours of yes and no are those that colour-blind people can tell apart (live.md, rule 25)", () => {
  expect([of("light", "sky"), of("light", "ember"), of("dark", "sky"), of("dark", "ember")]).toEqual(["#005ab5", "#dc3220", "#56b4e9", "#e69f00"]);
  for (const theme of themes) for (const mark of ["sky", "ember"]) expect(contrast(parseColour(of(theme, mark))!, parseColour(of(theme, "on-mark"))!)).toBeGreaterThanOrEqual(shapeContrast);
});

test("an alliance's colour stays as it is where it can be read", () => {
  expect(readable("#ffe08a", "dark", textContrast)).toBe("#ffe08a");
});

test.each(["#b00020", "#7a1fa2", "#0a7d34", "#777777", "#000000", "#ffffff", "#ffcc00"])("%s is corrected until it can be read in both themes, and no further", (wish) => {
  for (const theme of themes) {
    const colour = readable(wish, theme, textContrast)!;
    const least = Math.min(...grounds[theme].map((ground) => contrast(parseColour(colour)!, parseColour(ground)!)));
    expect(least).toBeGreaterThanOrEqual(textContrast);
    if (colour !== wish) expect(least).toBeLessThan(textContrast + 1);
  }
});

test("what is no colour is refused, and the theme keeps its own", () => {
  for (const nonsense of ["red", "#fff", "#12345", "#1234567", "url(x)", ""]) expect(readable(nonsense, "dark", textContrast)).toBeUndefined();
  expect(allianceStyle({ colour: "#zzzzzz" })).toEqual({});
  expect(allianceStyle(undefined)).toEqual({});
});

test("bands keep more of the alliance's colour than words do", () => {
  const style = allianceStyle({ colour: "#b00020" });
  expect(style["--brand-light"]).toBe("#b00020");
  expect(style["--hint-light"]).not.toBe("#b00020");
});
