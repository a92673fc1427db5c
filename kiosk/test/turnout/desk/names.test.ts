import { expect, test } from "vitest";
import type { RosterPass } from "../../../src/contract/contract";
import { isEnough, matches, mostFound, searchRoster } from "../../../src/turnout/desk/names";

const institutions = [{ id: "i", name: "St Mary's" }];
const doors = [{ id: "n", name: "North door" }];
const pass = (name: string, more: Partial<RosterPass> = {}): RosterPass => ({ hash: name, code: "", institution: 0, standing: "good", pass: `p-${name}`, name, ...more });
const find = (query: string, ...passes: RosterPass[]) => searchRoster(query, passes, institutions, doors);

test("three letters are enough, signs are none", () => {
  expect(isEnough("zoe")).toBe(true);
  expect(isEnough("z o")).toBe(false);
  expect(isEnough("'''")).toBe(false);
});

test("the device searches by the server's rule", () => {
  expect(matches("ZOË mary", "Zoë Bérengère", "St Mary's")).toBe(true);
  expect(matches("ber", "Zoë Bérengère", "St Mary's")).toBe(true);
  expect(matches("mary", "Zoë Bérengère", "St Mary's")).toBe(false);
  expect(matches("zoe luke", "Zoë Bérengère", "St Mary's")).toBe(false);
});

test("a row says where somebody is, and which pass to scan", () => {
  const [inside, never] = find("maria", pass("Maria A", { inside: true, firstAt: "2026-10-01T18:00:00Z", firstDoor: 0 }), pass("Maria B", { standing: "revoked" })).found;
  expect(inside).toMatchObject({ passId: "p-Maria A", state: "inside", door: "North door", institution: "St Mary's", isRevoked: false });
  expect(never).toMatchObject({ state: "not_yet", isRevoked: true });
});

test("replaced passes and passes without a name are left out, delegation passes are found by their words", () => {
  const { found } = find("coach", pass("Coach A", { standing: "replaced" }), pass("x", { label: "Coach 3", adults: 40 }));
  expect(found).toMatchObject([{ name: "Coach 3", adults: 40, under18s: 0 }]);
});

test("more than twenty are cut, and said to be", () => {
  const many = Array.from({ length: mostFound + 1 }, (_, i) => pass(`Maria ${String.fromCharCode(65 + i)}`));
  expect(find("maria", ...many)).toMatchObject({ found: { length: mostFound }, more: true });
});
