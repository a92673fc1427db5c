import { expect, test } from "vitest";
import { reconcile } from "../../src/offline/reconcile";
import { answerOf, scanOf, tokenOf } from "./hall";

test("an answer the person waited for contradicts nothing", () => {
  const scan = scanOf();
  expect(reconcile(scan, answerOf(scan, "revoked"), "")).toEqual({});
});

test("the same decision on both sides is nothing to look at", () => {
  const [inward, outward, refused] = [scanOf({ decided: "admitted" }), scanOf({ decided: "exit_recorded", direction: "out" }), scanOf({ decided: "revoked" })];
  expect(reconcile(inward, answerOf(inward, "admitted"), "")).toEqual({});
  expect(reconcile(outward, answerOf(outward, "exit_recorded"), "")).toEqual({});
  expect(reconcile(refused, answerOf(refused, "revoked"), "")).toEqual({});
});

test("let in here and elsewhere is flagged and left as it is", () => {
  const scan = scanOf({ decided: "admitted" });
  const { flag, correction } = reconcile(scan, answerOf(scan, "duplicate_offline", { institution: "Sacred Heart" }), "");
  expect(flag).toMatchObject({ told: "admitted", stored: "duplicate_offline", who: "Sacred Heart" });
  expect(correction).toBeUndefined();
});

test.each(["already_in", "unknown", "revoked", "replaced", "room_full_redirect", "not_open", "needs_info"] as const)("who was let in while the server wrote down %s is told to it by a new fact", (stored) => {
  const scan = scanOf({ decided: "admitted", adults: 3, under18s: 1, institutionId: "i1" });
  const { flag, correction } = reconcile(scan, answerOf(scan, stored), "");
  expect(flag).toMatchObject({ scanId: scan.scanId, stored });
  expect(correction).toEqual({ method: "qr", subject: tokenOf(1), direction: "in", adults: 3, under18s: 1, institutionId: "i1", forced: true, decided: "admitted" });
});

test("who went out is told to it in the same way", () => {
  const scan = scanOf({ decided: "exit_recorded", direction: "out" });
  expect(reconcile(scan, answerOf(scan, "not_inside"), "").correction).toMatchObject({ direction: "out", forced: true, decided: "exit_recorded" });
});

test("who was sent away while the server counted them is flagged: a person has to find them", () => {
  const scan = scanOf({ decided: "unknown" });
  expect(reconcile(scan, answerOf(scan, "admitted"), "")).toMatchObject({ flag: { told: "unknown", stored: "admitted" } });
  expect(reconcile(scan, answerOf(scan, "admitted"), "").correction).toBeUndefined();
});

test("a correction is not corrected, and a device that may decide nothing writes none", () => {
  const forced = scanOf({ decided: "admitted", forced: true });
  expect(reconcile(forced, answerOf(forced, "not_open"), "").correction).toBeUndefined();
  const scan = scanOf({ decided: "admitted" });
  expect(reconcile(scan, answerOf(scan, "device_revoked"), "").correction).toBeUndefined();
});
