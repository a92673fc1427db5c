import { expect, test } from "vitest";
import { Wedge, type Key } from "../../src/turnout/wedge";

const token = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ordinary = (character: string): Key => ({ key: character, code: codeOf(character), shiftKey: /[A-Z:?]/.test(character) });

function codeOf(character: string): string {
  if (/[a-z]/i.test(character)) return `Key${character.toUpperCase()}`;
  if (/\d/.test(character)) return `Digit${character}`;
  return { "/": "Slash", ".": "Period", ":": "Semicolon", "-": "Minus" }[character] ?? "";
}

function type(wedge: Wedge, keys: Key[], { every = 8, end = "Enter", start = 0 } = {}) {
  let now = start;
  for (const key of keys) wedge.press(key, (now += every));
  return wedge.press({ key: end, code: end, shiftKey: false }, now + every);
}

test.each(["Enter", "Tab"])("a code ends with %s", (end) => {
  expect(type(new Wedge(), [...token].map(ordinary), { end })).toEqual({ code: token });
});

test("keys at the pace of a person are no scanner", () => {
  expect(type(new Wedge(), [...token].map(ordinary), { every: 400 })).toBeUndefined();
});

test("a scanner set to US is read right on a German keyboard layout", () => {
  // The computer takes Z for Y and Y for Z; the places of the keys do not lie.
  const german = [...token].map((character) => ({ ...ordinary(character), key: { Y: "Z", Z: "Y" }[character] ?? character }));
  expect(type(new Wedge(), german)).toEqual({ code: token });
});

test("a scanner set to German on a German computer is believed when it types an address", () => {
  const address = `HTTPS://EXAMPLE.ORG/P/${token}`;
  const places: Record<string, Partial<Key>> = { ":": { code: "Period", shiftKey: true }, "/": { code: "Digit7", shiftKey: true }, Y: { code: "KeyZ" }, Z: { code: "KeyY" } };
  expect(type(new Wedge(), [...address].map((character) => ({ ...ordinary(character), ...places[character] })))).toEqual({ code: address });
});

test("a scanner that types lower case is understood", () => {
  const result = type(new Wedge(), [...token.toLowerCase()].map(ordinary));
  expect(result).toEqual({ code: token });
});

test("Enter pressed by a person is left to the page", () => {
  expect(new Wedge().press({ key: "Enter", code: "Enter", shiftKey: false }, 0)).toBeUndefined();
});

test("a fragment is held back from the page and is no code", () => {
  expect(type(new Wedge(), [..."ABC"].map(ordinary))).toBe("held back");
});

test("a keyboard shortcut is not part of a code", () => {
  const wedge = new Wedge();
  wedge.press({ key: "r", code: "KeyR", shiftKey: false, ctrlKey: true }, 1);
  expect(type(wedge, [...token].map(ordinary))).toEqual({ code: token });
});
