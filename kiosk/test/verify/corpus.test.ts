import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { verify } from "../../src/verify/verifier";

interface Case {
  readonly what: string;
  readonly vkey: string;
  readonly seen: string[];
  readonly files: Record<string, string>;
  readonly expected: Record<string, unknown>;
}

// tests/Tests hands over a thousand; by itself this runs with a few that it wrote once.
const corpus = process.env["RECORD_CORPUS"] ?? new URL("corpus.jsonl", import.meta.url);

test("The browser's verifier says what the library says of every bundle", async () => {
  const cases = readFileSync(corpus, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as Case);
  expect(cases.length).toBeGreaterThanOrEqual(20);
  for (const { what, vkey, seen, files, expected } of cases) {
    const map = new Map(Object.entries(files).map(([name, text]) => [name, new Uint8Array(Buffer.from(text, "base64"))]));
    const verdict = await verify(map, vkey, seen);
    expect({ what, said: {
      outcome: verdict.outcome,
      rule: verdict.finding?.rule ?? null,
      entry: verdict.finding?.entry ?? null,
      detail: verdict.finding?.detail ?? null,
      withheld: verdict.withheldEntries + verdict.withheldDisclosures,
      night: verdict.night ?? null,
      files_not_included: verdict.filesNotIncluded,
      forks: verdict.forks.length,
    } }).toEqual({ what, said: expected });
  }
}, 120_000);
