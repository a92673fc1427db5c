import { expect, test } from "vitest";
import { choices, fits } from "../../../src/turnout/counting/places";

const places = ["St Mary's", "Żabka Union", "Al-Hikma Mosque", "St Luke's"].map((name) => ({ id: name, name }));

test("the latest stand first, the others by name", () => {
  expect(choices(places, ["St Mary's", "St Luke's"], "").map(({ name }) => name)).toEqual(["St Mary's", "St Luke's", "Al-Hikma Mosque", "Żabka Union"]);
});

test("a few letters find a name by the beginnings of its words, whatever the accents", () => {
  expect(choices(places, [], "zab").map(({ name }) => name)).toEqual(["Żabka Union"]);
  expect(choices(places, [], "marys").map(({ name }) => name)).toEqual(["St Mary's"]);
  expect(choices(places, [], "st l").map(({ name }) => name)).toEqual(["St Luke's"]);
  expect(fits("Al-Hikma Mosque", "ikma")).toBe(false);
});
