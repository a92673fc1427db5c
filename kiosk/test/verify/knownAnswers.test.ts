import { createSign, generateKeyPairSync } from "node:crypto";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { filesFrom } from "../../src/verify/bundle";
import { read, write } from "../../src/verify/json";
import { isSignedBy, parseKey, parseNote, rawSignature, sealOf, tidySeal, verifies } from "../../src/verify/notes";
import { parseSeen } from "../../src/verify/seen";
import { bytesOf, dayNumber, fromBase64, fromBase64Url, fromHex, toBase64, toBase64Url, toHex } from "../../src/verify/text";
import { hashOf, leafHash, rootsOf } from "../../src/verify/tree";

const vkey = "example.org/record/test+5a7a78cc+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGD+1LolWp0xyWHrdMY1bWjASbiSO2H6bOZpYi5g8p+2eQP+EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk=";
const note = "example.org/record/test\n2\nK8yb5UYXJDx2uY6bASAqReR1fkroG5aCKxdMsD0uT3k=\n\n— example.org/record/test Wnp4zDBEAiA3Sl10INjgudpwVaOp9ySRxLyoGnDTmLRMWMIbiVvsEQIgMjkxYzOqMC+bekIJydAeKVixlp3OBAAFQPD3uGJIqig=\n";
const leaf0 = '{"at":"2026-10-01T18:00:00Z","att":[],"body":{"title":"Test assembly"},"by":"clerk","log":"example.org/record/test","n":"AAAAAAAAAAAAAAAAAAAAAA","sd":[],"seq":0,"type":"log.opened","v":1}';
const leaf1 = '{"at":"2026-10-01T18:42:07Z","att":[],"body":{"answer":"yes_with_conditions","ask":"a1","of":"mayor"},"by":"clerk","log":"example.org/record/test","n":"AQEBAQEBAQEBAQEBAQEBAQ","sd":["cymnhc7yNEWj7J2YFmQIiiwDBq7AxwlZtOKEX5akAPk"],"seq":1,"type":"answer.recorded","v":1}';

describe("Known answers of record.md", () => {
  test("Roots are those of RFC 6962", () => {
    const leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map((l) => leafHash(fromHex(l)));
    expect(rootsOf(leaves).map(toHex)).toEqual([
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]);
  });

  test("Disclosures have the digests of RFC 9901 and of our own vector", () => {
    const digest = (d: string) => toBase64Url(hashOf(d));
    expect(digest("WyI2cU1RdlJMNWhhaiIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0")).toBe("uutlBuYeMDyjLLTpf6Jxi7yNkEF35jdyWMn9U7b_RYY");
    expect(digest("WyJBQUVDQXdRRkJnY0lDUW9MREEwT0R3IiwicXVvdGUiLCJZZXMg4oCTIGJ1dCBvbmx5IGZvciBuZXcgYnVpbGRzLiJd")).toBe("cymnhc7yNEWj7J2YFmQIiiwDBq7AxwlZtOKEX5akAPk");
  });

  test("Our own leaves, root and note hold under our own key", async () => {
    expect(toHex(leafHash(bytesOf(leaf0)))).toBe("2b876ccaf35b6afefa1811dc6e5fb3d90fe94cdee51c9172f64230297081a43e");
    expect(toHex(leafHash(bytesOf(leaf1)))).toBe("ab7e3a4deb4207c0e61290a0fcf6a584ebca35809db5f5423f3209a0431badfd");
    for (const leaf of [leaf0, leaf1]) expect(write(read(bytesOf(leaf))!)).toBe(leaf);
    const checkpoint = parseNote(note)!;
    expect(toHex(checkpoint.root)).toBe("2bcc9be54617243c76b98e9b01202a45e4757e4ae81b96822b174cb03d2e4f79");
    expect(await isSignedBy(checkpoint, parseKey(vkey)!)).toBe(true);
    expect(sealOf(checkpoint)).toBe("IPFWK2FX6QZZ7DWUYIF2G3WUYE");
    expect(tidySeal(" ipfwk-2fx6q-zz7dw-uyif2-g3wuye ")).toBe("IPFWK2FX6QZZ7DWUYIF2G3WUYE");
  });

  test("Every flipped bit of the note is refused", async () => {
    const [key, bytes] = [parseKey(vkey)!, bytesOf(note)];
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const parsed = parseNote(new TextDecoder().decode(flipped));
      expect(parsed !== undefined && (await isSignedBy(parsed, key)), `bit ${bit}`).toBe(false);
    }
  });
});

describe("DER becomes r||s", () => {
  test("for any signature, leading zeros and high bits included", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const spki = new Uint8Array(publicKey.export({ format: "der", type: "spki" }));
    const key = parseKey(`x+${toHex(hashOf(spki).slice(0, 4))}+${toBase64(Uint8Array.of(2, ...spki))}`)!;
    for (let i = 0; i < 300; i++) {
      const der = createSign("sha256").update(`text ${i}`).sign(privateKey);
      expect(await verifies(key, `text ${i}`, new Uint8Array(der))).toBe(true);
      expect(await verifies(key, `text ${i + 1}`, new Uint8Array(der))).toBe(false);
    }
  });

  test.each(["", "30", "3006020101020101ff", "300602010102ff01", "30060281010201", "300702020001020101", "300602018102" + "0101", "310602010102" + "0101"])("%s is not strict DER", (hex) => {
    expect(rawSignature(fromHex(hex))).toBeUndefined();
  });
});

describe("Only one text for each value", () => {
  test.each([
    '{"a":1,"a":1}', '{"b":1,"a":1}', '{ "a":1}', '{"a":1.0}', '{"a":1e2}', '{"a":-0}', '{"a":9007199254740992}', '{"A":1}', '{"a":"\\u0041"}', '{"a":"\\/"}', '{"a":"\\ud800"}',
    '{"a":"\\u0000"}', '{"a":"e\u0301"}', "[[[[[[[[[]]]]]]]]]", "[1] ", "", "\uFEFF1", "01",
  ])("%s is refused", (json) => expect(read(bytesOf(json))).toBeUndefined());

  test.each(['{"a":"\\b\\t\\n\\f\\r\\u0001\\"\\\\/é🙂"}', "[[[[[[[[]]]]]]]]", "-9007199254740991", '{"10":1,"2":2,"_":3,"__proto__":4,"constructor":5}'])("%s is taken", (json) => {
    expect(write(read(bytesOf(json))!)).toBe(json);
  });

  test("Lenient encodings are refused", () => {
    expect([fromBase64("AA=="), fromBase64("AB=="), fromBase64("AA"), fromBase64("A A="), fromBase64Url("AB"), fromBase64Url("AA==")].map((b) => b?.length)).toEqual([1, undefined, undefined, undefined, undefined, undefined]);
    expect([dayNumber("2027-02-28"), dayNumber("2027-02-29"), dayNumber("0000-01-01"), dayNumber("2027-1-01")].map((d) => d === undefined)).toEqual([false, true, true, true]);
  });
});

describe("What is dropped onto the page", () => {
  const files = { checkpoint: bytesOf(note), "entries.jsonl": bytesOf("x\n") };

  test("A bundle, one packed again within a folder, and loose files are the same", () => {
    const folded = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`my copy/${name}`, bytes]));
    const loose = Object.entries(files).map(([name, bytes]) => ({ name, bytes: bytes as Uint8Array }));
    for (const chosen of [[{ name: "b.zip", bytes: zipSync(files) }], [{ name: "b.zip", bytes: zipSync(folded) }], loose]) {
      expect([...filesFrom(chosen).keys()].sort()).toEqual(["checkpoint", "entries.jsonl"]);
    }
  });

  test("A broken zip throws", () => expect(() => filesFrom([{ name: "b.zip", bytes: zipSync(files).slice(0, 40) }])).toThrow());

  test("Notes are found in mail, codes in a sentence, seals by their letters", () => {
    expect(parseSeen(`Dear all,\r\n\r\n${note.replaceAll("\n", "\r\n")}\r\nRegards`).map((s) => s.note?.size)).toEqual([2]);
    expect(parseSeen(`${note}\n${note}`)).toHaveLength(2);
    expect(parseSeen("at https://example.org/record/test#2.K8yb5UYXJDx2uY6bASAqReR1fkroG5aCKxdMsD0uT3k, I think").map((s) => s.checkpoint)).toMatchObject([{ origin: "example.org/record/test", size: 2 }]);
    expect(parseSeen("hello\nIPFWK 2FX6Q ZZ7DW UYIF2 G3WUYE\n").map((s) => s.seal)).toEqual(["IPFWK2FX6QZZ7DWUYIF2G3WUYE"]);
  });
});
