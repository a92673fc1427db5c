import { expect, test } from "vitest";
import { compare, inAddress, ofAddress, parseCheckpoints, withSeen } from "../../src/public/keptCheckpoints";

const root = (letter: string) => `${letter.repeat(43)}=`;
const note = (size: number, of: string) => `example.org/record/x\n${size}\n${root(of)}\n\n— example.org/record/x AAAA\n`;
const history = parseCheckpoints([note(1, "A"), note(2, "B"), note(3, "C")].join("\n"));

test("a history is read from the notes as they are published", () => {
  expect([...history]).toEqual([[1, root("A")], [2, root("B")], [3, root("C")]]);
});

test("what was seen fits while it is in the history", () => {
  expect(compare([{ size: 1, root: root("A") }, { size: 3, root: root("C") }], history)).toEqual({ outcome: "fits", seen: 2 });
});

test.each([[2, "X", "another root"], [4, "D", "a record that got shorter"]])("size %i with root %s is a fork: %s", (size, letter) => {
  expect(compare([{ size: 1, root: root("A") }, { size, root: root(letter) }], history)).toEqual({ outcome: "fork", seen: { size, root: root(letter) } });
});

test("the same state is kept once, and the oldest are never given up", () => {
  const one = withSeen([], { size: 1, root: root("A") });
  expect(withSeen(one, { size: 1, root: root("A") })).toBe(one);
  let many = one;
  for (let size = 2; size < 700; size++) many = withSeen(many, { size, root: root("B") });
  expect(many.length).toBe(500);
  expect(many[0]).toEqual({ size: 1, root: root("A") });
  expect(many.at(-1)!.size).toBe(699);
});

test("the projector's code is read from an address, and anything else is not", () => {
  expect(inAddress(`#27.${"-_".repeat(21)}A`)).toEqual({ size: 27, root: `${"+/".repeat(21)}A=` });
  for (const hash of ["", "#", "#asks", `#x.${"A".repeat(43)}`, `#27.${"A".repeat(42)}`, `#27.${"A".repeat(43)}&`]) expect(inAddress(hash)).toBeUndefined();
});

test.each([[2, "B", "it fits"], [4, "D", "newer state"], [2, "X", "Warning"]])("a code of size %i with root %s: %s", (size, letter, words) => {
  expect(ofAddress({ size, root: root(letter) }, history)).toContain(words);
});
