import { useState } from "preact/hooks";
import { clockTime } from "../shell/time";
import type { Door } from "../turnout/door";
import { wordOf } from "../turnout/outcome";
import { ExportButton } from "./ExportButton";

/** What the server saw differently, and what it did not take: for a person to look at (turnout.md, rules 11 and 14). */
export function ToCheck({ door }: { door: Door }) {
  const { facts } = door.engine;
  const [sure, setSure] = useState(false);
  const [sending, setSending] = useState(false);
  const flags = facts.flags.value;
  const aside = facts.quarantine.value;
  async function sendAgain() {
    setSending(true);
    await door.engine.sendAgain();
    setSending(false);
  }
  const time = (at: string) => clockTime(Date.parse(at) + door.engine.offsetMs, door.device.timeZone);
  return (
    <>
      {flags.length > 0 && (
        <section class="to-check" aria-label="Seen differently by the server">
          <h2>⚑ The server saw it differently</h2>
          <ul>{flags.map((flag) => <li key={flag.scanId}><b>{time(flag.at)}</b> {flag.who} · told here: {wordOf(flag.told)} · on the server: {wordOf(flag.stored)}</li>)}</ul>
          <p>Nobody is sent out for this: the help desk sees these cases too.</p>
          <button onClick={() => void facts.seen()}>Seen</button>
        </section>
      )}
      {aside.length > 0 && (
        <section class="to-check" aria-label="Not taken by the server">
          <h2>⚠ Not taken by the server</h2>
          <ul>{aside.map(({ command, problem }) => <li key={command.scanId}><b>{time(command.clientAt)}</b> {problem}</li>)}</ul>
          <p>These are kept on this device. Send them again, or save them and give the file to an organiser.</p>
          <div class="to-check-buttons">
            {aside.some((row) => facts.canSend(row)) && <button disabled={sending} onClick={() => void sendAgain()}>{sending ? "Sending…" : "Send again"}</button>}
            <ExportButton facts={facts} device={door.device} />
            {sure ? <button onClick={() => { setSure(false); void facts.discardQuarantine(); }}>Yes, I have the file: remove them</button> : <button onClick={() => setSure(true)}>Remove …</button>}
          </div>
        </section>
      )}
    </>
  );
}
