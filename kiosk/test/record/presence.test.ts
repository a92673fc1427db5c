import { expect, test } from "vitest";
import type { FloorPowerHolder } from "../../src/contract/contract";
import { knownOf } from "../../src/record/presence";

const mayor: FloorPowerHolder = { name: "Helen Marsh", office: "Mayor", order: 1, presence: "expected", version: 0, invitation: "Invited on 20 August 2026. Declined." };

test("whoever is not there is absent, with the invitation as its basis", () => {
  expect(knownOf({ ...mayor, presence: "absent" })).toEqual({ code: "absent", invitation: mayor.invitation });
});

test("whoever left is absent, and the record says that they came", () => {
  expect(knownOf({ ...mayor, presence: "left" })).toEqual({ code: "absent", invitation: `${mayor.invitation} Came, and left before this ask.` });
});

test("for one who is there, or of whom nobody said anything, no answer is chosen", () => {
  expect(knownOf({ ...mayor, presence: "here" }).code).toBeUndefined();
  expect(knownOf(mayor).code).toBeUndefined();
  expect(knownOf(undefined)).toEqual({});
});

test("a deputy who is there speaks for the office of theirs", () => {
  const deputy = { name: "D. Puty", office: "Deputy mayor", hasAuthority: false };
  expect(knownOf({ ...mayor, presence: "deputy", deputy }).onBehalfOf).toBe("Deputy mayor");
  expect(knownOf({ ...mayor, presence: "here", deputy }).onBehalfOf).toBeUndefined();
});
