import { createCipheriv, createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { bytesOf, codeHash, normalCode, openName, tokenHash } from "../../src/offline/passHash";

// As the server makes them, with another library.
const token = "K7DWZ2Q5M3XN4B6TRHJCAFGYEL";
const key = createHash("md5").update("any sixteen bytes").digest();

function sealed(name: string, of: string): string {
  const cipher = createCipheriv("aes-256-gcm", createHash("sha256").update(`assembly pass name:${of}`).digest(), Buffer.alloc(12));
  return Buffer.concat([cipher.update(name, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

test("a token's name in the roster is the server's", () => {
  expect(tokenHash(token)).toBe(createHash("sha256").update(token).digest().subarray(0, 8).toString("base64url"));
});

test("so is a short code's, however its letters were read", () => {
  const hash = createHmac("sha256", key).update("1B0D2345").digest().subarray(0, 3).toString("base64url");
  for (const typed of ["1B0D2345", "IBOD2345", "lbod2345"]) expect(codeHash(key.toString("base64url"), typed)).toBe(hash);
  expect(normalCode("ilo")).toBe("110");
});

test("a name opens with its own token only", async () => {
  expect(await openName(sealed("Zoë Okonkwo", token), token)).toBe("Zoë Okonkwo");
  expect(await openName(sealed("Zoë Okonkwo", token), token.replace("K", "J"))).toBeUndefined();
  expect(await openName("AAAA", token)).toBeUndefined();
});

test("base64url is read back to the same bytes", () => expect(Buffer.from(bytesOf(key.toString("base64url")))).toEqual(key));
