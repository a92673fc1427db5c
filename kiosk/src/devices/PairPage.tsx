import { useRef, useState } from "preact/hooks";
import type { Problem } from "../contract/contract";
import { pair } from "./api";
import { pageOf } from "./roles";

/** The code in the address is behind "#", so that no server log has it; it is removed from the address at once. */
function codeFromAddress(): string {
  const code = decodeURIComponent(location.hash.slice(1));
  if (code !== "") history.replaceState(null, "", location.pathname + location.search);
  return code;
}

/** Thirty stewards pair in a hurry and keep what stands there, so it tells two devices apart. */
function suggestedName(): string {
  const touch = matchMedia("(pointer: coarse)").matches;
  const kind = !touch ? "Screen" : Math.min(screen.width, screen.height) < 600 ? "Phone" : "Tablet";
  return `${kind} ${10 + (crypto.getRandomValues(new Uint8Array(1))[0]! % 90)}`;
}

/** The scans of a role that is about to be paired anew go first, while this browser can still say whose they are. Call what is returned after the pairing. */
async function handedIn(): Promise<() => Promise<void>> {
  const { pairings } = await import("../offline/pairings");
  if (pairings().length === 0) return async () => undefined;
  return (await import("../offline/otherPairings")).sendBeforePairing();
}

export function PairPage({ title = "Pair this device", about }: { title?: string; about?: string }) {
  const [code, setCode] = useState(codeFromAddress);
  const [name, setName] = useState(suggestedName);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<{ detail: string; problems: readonly Problem[] }>();
  const fromQr = useRef(code !== "");
  const fix = (field: string) => trouble?.problems.find((problem) => problem.field === field)?.fix;

  async function submit(event: Event) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const done = await handedIn();
    const result = await pair({ code: code.trim(), name: name.trim() });
    void done();
    if ("device" in result) return location.assign(pageOf(result.device.role));
    setTrouble(result);
    setBusy(false);
  }

  return (
    <main class="sheet">
      <h1>{title}</h1>
      <p>{about ?? "A pairing code binds this phone, tablet or screen to one assembly and one task."}</p>
      <form onSubmit={submit} class="stack">
        <Field label="Pairing code" value={code} onInput={setCode} fix={fix("code")} mono autofocus={!fromQr.current} />
        <Field label="Name of this device" hint="What the team will call it, for example “North door, phone 2”. Not a person’s name." value={name} onInput={setName} fix={fix("name")} autofocus={fromQr.current} />
        {trouble && !trouble.problems.some(({ field }) => field === "code" || field === "name") && <p class="fix" role="alert">{trouble.detail}</p>}
        <button class="primary" disabled={busy || code.trim() === "" || name.trim() === ""}>{busy ? "Pairing…" : "Pair this device"}</button>
      </form>
    </main>
  );
}

interface FieldProps { label: string; hint?: string; value: string; onInput: (text: string) => void; fix: string | undefined; mono?: boolean; autofocus?: boolean }

function Field({ label, hint, value, onInput, fix, mono, autofocus }: FieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      {hint && <small>{hint}</small>}
      <input class={mono ? "mono" : ""} value={value} autoFocus={autofocus ?? false} autocomplete="off" autocapitalize={mono ? "characters" : "sentences"} spellcheck={false}
        aria-invalid={fix !== undefined} onInput={(event) => onInput(event.currentTarget.value)} />
      {fix && <em class="fix" role="alert">{fix}</em>}
    </label>
  );
}
