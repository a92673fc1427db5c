import { expect, test } from "vitest";
import { rollCallOf } from "../../src/agenda/rollCall";
import type { RollCallRow } from "../../src/contract/contract";
import { at, evening } from "./evenings";

const row = (number: number, institution: string, change: Partial<RollCallRow> = {}): RollCallRow => ({ number, institution, figure: 10 * number, isLate: false, ...change });
const call = (rows: Record<string, RollCallRow>, currentId?: string) => rollCallOf(evening({ rollCall: { official: 1200, frozenAt: at(0), order: "chapter", rows, ...(currentId !== undefined && { currentId }) } }))!;

test("the next to call, the three after it, and how far it is", () => {
  const { next, after, called, total, last } = call({ d: row(4, "D"), a: row(1, "A", { calledAt: at(1) }), b: row(2, "B"), c: row(3, "C"), e: row(5, "E"), f: row(6, "F") }, "a");
  expect(next?.row.institution).toBe("B");
  expect(after.map(({ row: { institution } }) => institution)).toEqual(["C", "D", "E"]);
  expect([called, total, last?.id]).toEqual([1, 6, "a"]);
});

test("who came late is called at the end, and of whom nobody came not at all", () => {
  const { next, after, lateLeft, total } = call({ a: row(1, "A", { figure: 0 }), b: row(2, "B", { isLate: true }), c: row(3, "C") });
  expect(next?.row.institution).toBe("C");
  expect(after.map(({ row: { institution } }) => institution)).toEqual(["B"]);
  expect([lateLeft, total]).toEqual([1, 2]);
});

test("before it starts there is no roll call to show", () => {
  expect(rollCallOf(evening())).toBeUndefined();
});
