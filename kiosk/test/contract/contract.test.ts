import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { generate } from "../../scripts/generate.mjs";

test("contract.ts is what the exported schema says; run npm run contract", async () => {
  const folder = new URL("../../src/contract/", import.meta.url);
  const schema = JSON.parse(await readFile(new URL("contract.schema.json", folder), "utf8")) as { $defs: object };
  expect(await readFile(new URL("contract.ts", folder), "utf8")).toBe(await generate(schema));
});
