import "./verify.css";
import { filesFrom } from "./bundle";
import { finding } from "./entryTypes";
import { type Files, type Verdict, verdict, verify } from "./verifier";
import { show } from "./view";

/** verify.html: files and texts in, the verdict out, nothing over any network. */
const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const form = element<HTMLFormElement>("form");
const input = element<HTMLInputElement>("files");
const state = element("files-state");
const key = element<HTMLTextAreaElement>("key");
const seen = element<HTMLTextAreaElement>("seen");

let files: Files | undefined;
let unreadable: string | undefined;

async function choose(list: readonly File[]) {
  if (list.length === 0) return;
  files = undefined;
  unreadable = undefined;
  try {
    files = filesFrom(await Promise.all(list.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))));
    state.textContent = `${files.size} ${files.size === 1 ? "file" : "files"} ready.`;
  } catch (error) {
    unreadable = error instanceof Error ? error.message : String(error);
    state.textContent = "This cannot be read as a bundle.";
  }
}

async function check(): Promise<Verdict> {
  if (!globalThis.crypto?.subtle) return verdict(finding("unreadable", undefined, "this browser has no WebCrypto; open the page in another"));
  if (unreadable !== undefined) return verdict(finding("unreadable", undefined, unreadable));
  if (!files) return verdict(finding("missing_file", undefined, "choose bundle.zip first"));
  return verify(files, key.value, seen.value.trim() === "" ? [] : [seen.value]);
}

input.addEventListener("change", () => void choose([...(input.files ?? [])]));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  void check().then((result) => show(element("verdict"), result, files));
});

for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    document.body.classList.add("dropping");
  });
}
for (const kind of ["dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    document.body.classList.remove("dropping");
  });
}
document.addEventListener("drop", (event) => void choose([...(event.dataTransfer?.files ?? [])]));
