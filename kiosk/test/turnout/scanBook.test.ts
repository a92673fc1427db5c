// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { ScanBook } from "../../src/turnout/scanBook";

const device = { deviceId: "d1", nextDeviceSeq: 4 };
const subject = { method: "qr", subject: "K7DWZ2Q5M3XN4B6TRHJCAFGYEL" } as const;

beforeEach(() => localStorage.clear());

test("a scan without an answer is the same scan after a reload", () => {
  const scan = new ScanBook(device).write(subject);
  expect(new ScanBook(device).open).toEqual([scan]);
});

test("an answered scan is gone after a reload, its number is not used again", () => {
  const book = new ScanBook(device);
  book.strike(book.write(subject).scanId);
  const again = new ScanBook(device);
  expect(again.open).toEqual([]);
  expect(again.write(subject).deviceSeq).toBe(5);
});

test("the server's number counts if this browser has forgotten its own", () => {
  expect(new ScanBook({ ...device, nextDeviceSeq: 90 }).write(subject).deviceSeq).toBe(90);
});

test("the id is a UUID of version 7 that carries when the scan was made", () => {
  const now = Date.UTC(2026, 9, 1, 18, 42, 7, 123);
  const { scanId, clientAt } = new ScanBook(device).write(subject, now);
  expect(scanId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(scanId.replaceAll("-", "").slice(0, 12), 16)).toBe(now);
  expect(clientAt).toBe("2026-10-01T18:42:07.123Z");
});
