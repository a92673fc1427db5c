import { expect, test } from "vitest";
import { heightOf, mostLines, stack, type Passage } from "../../src/displays/layout/stack";
import { tell } from "../../src/displays/layout/tongues";

const half = (text: string) => text.length / 2;
const fonts = { regular: half, bold: half };
const passage = (text: string, size = 180, gap = 0.3): Passage => ({ text, size, gap, weight: "bold", look: "" });
const ask = "Will you publish a plan with dates and names for two hundred homes at social rent on public land, and meet us every three months until the last family has its keys? ".repeat(3).trim();

test("texts that fit stand on one page at the sizes that are wanted", () => {
  const [page, ...more] = stack([passage("A story", 60), passage("Grace")], { width: 1728, height: 972 }, 48, fonts);
  expect(more).toEqual([]);
  expect(page!.map(({ size }) => size)).toEqual([60, 180]);
});

test("texts shrink together before they are parted", () => {
  const pages = stack([passage("A story about damp walls", 60), passage("Grace Okonkwo-Fairweather of the Upper Town congregation")], { width: 1728, height: 500 }, 48, fonts);
  expect(pages).toHaveLength(1);
  expect(pages[0]![1]!.size).toBeLessThan(180);
});

test.each([48, 97, 131, 194])("with a floor of %i nothing is smaller, taller than the page, or lost", (floor) => {
  const box = { width: 1296, height: 972 };
  const texts = ["Ask 5 · A City for Youth", ask, "Catherine Pugh, Mayor of Baltimore"];
  const pages = stack(texts.map((text) => passage(text)), box, floor, fonts);
  for (const page of pages) {
    expect(heightOf(page)).toBeLessThanOrEqual(box.height);
    for (const { size, lines } of page) {
      expect(size).toBeGreaterThanOrEqual(floor);
      expect(lines.length).toBeLessThanOrEqual(mostLines);
      for (const line of lines) expect(half(line) * size).toBeLessThanOrEqual(box.width);
    }
  }
  expect(pages.flat().flatMap(({ lines }) => lines).join(" ")).toBe(texts.join(" "));
});

test("an empty text takes no room", () => {
  expect(stack([passage("Now"), passage("")], { width: 1728, height: 972 }, 48, fonts).flat()).toHaveLength(1);
});

test("two languages are equally large and turn their pages together", () => {
  for (const box of [{ width: 1728, height: 800 }, { width: 2304, height: 800 }]) {
    const told = tell([{ text: ask }, { text: ask.slice(0, 150), lang: "es" }], box, [120, 97], half);
    expect(told.pages.length).toBeGreaterThan(1);
    for (const page of told.pages) expect(page).toHaveLength(2);
    expect(told.pages.flatMap(([first]) => first!.lines).join(" ")).toBe(ask);
    expect(told.pages.flatMap(([, second]) => second!.lines).join(" ")).toBe(ask.slice(0, 150));
    expect(told.pages[0]![1]!.lang).toBe("es");
  }
});

test("two languages share the page without leaving it", () => {
  const box = { width: 1728, height: 800 };
  const { pages, size, sideBySide } = tell([{ text: ask }, { text: ask, lang: "es" }], box, [120, 97], half);
  for (const page of pages) {
    const lines = page.map(({ lines: each }) => each.length);
    expect((sideBySide ? Math.max(...lines) : lines[0]! + lines[1]!) * size * 1.14).toBeLessThanOrEqual(box.height);
  }
});

test("the longer of two languages sets the size of both", () => {
  const box = { width: 1728, height: 800 };
  expect(tell([{ text: ask.slice(0, 160) }, { text: "¿Lo harán?", lang: "es" }], box, [120, 80], half)).toMatchObject({ size: 80, pages: { length: 1 } });
});
