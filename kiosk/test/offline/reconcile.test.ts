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

test.each([["unknown", "admitted", "in"], ["already_in", "admitted_attention", "in"], ["device_revoked", "admitted", "in"], ["not_inside", "exit_recorded", "out"]] as const)("who was told %s while the server stored %s is taken back, as if the first attempt had never arrived", (told, stored, direction) => {
  const scan = scanOf({ decided: told, direction });
  const { flag, correction, takesBack } = reconcile(scan, answerOf(scan, stored), "");
  expect(flag).toMatchObject({ told, stored });
  expect(correction).toBeUndefined();
  expect(takesBack).toEqual({ method: "qr", subject: "", direction, undoes: scan.scanId, decided: "undone", reason: "Was sent away here" });
});

test("two different refusals are nothing to take back", () => {
  const scan = scanOf({ decided: "unknown" });
  expect(reconcile(scan, answerOf(scan, "revoked"), "")).toEqual({});
});

test("a correction is not corrected, and a device that may decide nothing writes none", () => {
  const forced = scanOf({ decided: "admitted", forced: true });
  expect(reconcile(forced, answerOf(forced, "not_open"), "").correction).toBeUndefined();
  const scan = scanOf({ decided: "admitted" });
  expect(reconcile(scan, answerOf(scan, "device_revoked"), "").correction).toBeUndefined();
});
