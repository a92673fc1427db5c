import { readFile, writeFile } from "node:fs/promises";
import { generate } from "./generate.mjs";

const folder = new URL("../src/contract/", import.meta.url);
const schema = JSON.parse(await readFile(new URL("contract.schema.json", folder), "utf8"));
await writeFile(new URL("contract.ts", folder), await generate(schema));
