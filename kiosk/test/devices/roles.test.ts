import { expect, test } from "vitest";
import schema from "../../src/contract/contract.schema.json";
import type { DeviceRole } from "../../src/contract/contract";
import { pageOf, roleName, rolesOf } from "../../src/devices/roles";

const roles = schema.$defs.DeviceRole.enum as DeviceRole[];

test.each(roles)("%s has a name and a page that leads back to it", (role) => {
  expect(roleName[role]).not.toBe("");
  expect(rolesOf(pageOf(role).replace("/app/", ""))).toContain(role);
});

test("three roles share the door", () => expect(rolesOf("door")).toEqual(["steward", "desk", "supervisor"]));
