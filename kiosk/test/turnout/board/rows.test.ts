import { expect, test } from "vitest";
import type { BoardDevice, SupervisorPresent } from "../../../src/contract/contract";
import { against, deviceRows, institutionRows, troubles } from "../../../src/turnout/board/rows";

const device = (more: Partial<BoardDevice>): BoardDevice => ({ name: "x", role: "steward", isConnected: true, isSilent: false, perMinute: 0, ...more });

test("a device says in words what is wrong with it", () => {
  expect(troubles(device({ queueLength: 3, battery: 60, offsetMs: 500 }))).toEqual([]);
  expect(troubles(device({ isSilent: true, quarantined: 2, queueLength: 40, state: "offline", offsetMs: -180_000, battery: 9 })))
    .toEqual(["Not heard of", "2 refused scans", "40 scans waiting", "Decides alone", "Clock 3 min fast", "Battery 9 %"]);
  expect(troubles(device({ battery: 9, charging: true }))).toEqual([]);
});

test("devices in trouble stand first, then by door and name", () => {
  const devices = { a: device({ name: "B", door: "North" }), b: device({ name: "A", door: "North" }), c: device({ name: "C", door: "South", isSilent: true }) };
  expect(deviceRows({ devices } as unknown as SupervisorPresent).map(([, { name }]) => name)).toEqual(["C", "A", "B"]);
});

test("institutions with the most people still to come stand first, and are told in words", () => {
  const institutions = { a: { name: "A", pledge: 10, arrived: 10 }, b: { name: "B", pledge: 50, arrived: 20 }, c: { name: "C", pledge: 0, arrived: 4 } };
  expect(institutionRows({ institutions } as unknown as SupervisorPresent).map(([, row]) => `${row.name}: ${against(row)}`))
    .toEqual(["B: 30 to come", "A: All here", "C: No pledge, and here"]);
});
