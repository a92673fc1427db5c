import { expect, test } from "vitest";
import { barPlaces, modes, modesOf, placed } from "../../src/turnout/modes";

const many = (count: number) => Array.from({ length: count }, (_, i) => ({ ...modes[0]!, id: `${i}` }));

test("every role of the door begins with scanning", () => {
  for (const role of ["steward", "desk", "supervisor"] as const) expect(modesOf(role)[0]!.id).toBe("scan");
  expect(modesOf("chair")).toEqual([]);
});

test("modes that fit stand in the bar; of more, the last place is for the rest", () => {
  expect(placed(many(barPlaces))).toMatchObject({ bar: { length: barPlaces }, more: [] });
  expect(placed(many(barPlaces + 3))).toMatchObject({ bar: { length: barPlaces - 1 }, more: { length: 4 } });
});
