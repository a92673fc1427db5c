import { describe, expect, test } from "vitest";
import { grouped, passToken, shortCodeOf, subjectOf } from "../../src/turnout/subject";

const token = "K7DWZ2Q5M3XN4B6TRHJCAFGYEL";

describe("a pass token", () => {
  test.each([
    ["alone", token],
    ["at the end of an upper-case address", `HTTPS://ASSEMBLY.EXAMPLE.ORG/P/${token}`],
    ["in lower case", token.toLowerCase()],
    ["with spaces around it", ` ${token}\n`],
  ])("is read %s", (_, text) => expect(passToken(text)).toBe(token));

  test.each([
    ["one character short", token.slice(1)],
    ["one character long", `${token}A`],
    ["with a character that base32 does not have", `1${token.slice(1)}`],
    ["in the middle of an address", `HTTPS://EXAMPLE.ORG/P/${token}/X`],
    ["under another path", `HTTPS://EXAMPLE.ORG/Q/${token}`],
  ])("is not read %s", (_, text) => expect(passToken(text)).toBeUndefined());
});

test.each(["ABCD2345", "abcd 2345", "ABCD-2345", "abcd–2345"])("%s is a short code", (text) => {
  expect(subjectOf(text)).toEqual({ method: "code", subject: "ABCD2345" });
});

test.each(["ABCD234", "ABCD23456", "ABCD_345"])("%s is no short code", (text) => {
  expect(shortCodeOf(text)).toBeUndefined();
});

test("a code that is no pass is asked about as it is, but not at any length", () => {
  expect(subjectOf("WIFI:S:Hall;;")).toEqual({ method: "qr", subject: "WIFI:S:Hall;;" });
  expect(subjectOf("x".repeat(5000))!.subject).toHaveLength(300);
});

test("nothing is not a subject", () => expect(subjectOf("  ")).toBeUndefined());

test("typing is grouped four and four", () => {
  expect(["a", "abcd", "abcd2", "abcd 2345", "abcd-2345-9"].map(grouped)).toEqual(["A", "ABCD", "ABCD 2", "ABCD 2345", "ABCD 2345"]);
});
