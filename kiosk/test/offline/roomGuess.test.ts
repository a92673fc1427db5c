import { expect, test } from "vitest";
import { roomGuess } from "../../src/offline/roomGuess";
import { scanOf } from "./hall";

const heard = { presentNow: 1590, roomCapacity: 1600 };

test("before the server said anything nothing is guessed", () => {
  expect(roomGuess(undefined, [scanOf({ decided: "admitted" })])).toBeUndefined();
});

test("whom this device let in and out since then is added, by heads", () => {
  const queue = [
    scanOf({ decided: "admitted" }), scanOf({ decided: "admitted", method: "group", adults: 12, under18s: 3 }),
    scanOf({ decided: "exit_recorded", direction: "out" }), scanOf({ decided: "exit_recorded", direction: "out", method: "group", adults: 2, under18s: 1 }),
  ];
  expect(roomGuess(heard, queue)).toEqual({ people: 1590 + 16 - 4, capacity: 1600 });
});

test("who was sent away, is still asked about, or was taken back is not in the room, and a clicker's totals are no people of this moment", () => {
  const taken = scanOf({ decided: "admitted" });
  const queue = [scanOf({ decided: "revoked" }), scanOf(), taken, scanOf({ undoes: taken.scanId, decided: "undone" }), scanOf({ method: "tally", up: 300, down: 0, decided: "admitted" })];
  expect(roomGuess(heard, queue)?.people).toBe(1590);
});
