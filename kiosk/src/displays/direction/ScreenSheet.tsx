import { useState } from "preact/hooks";
import { Panel } from "../../agenda/Panel";
import type { SceneSet, ScreenTheme, ScreenView } from "../../contract/contract";
import { defined, longestMessage, type Direct } from "./direction";
import { setName } from "./marks";

const longestName = 60;

interface Props { id: string; view: ScreenView; busy: boolean; trouble: string | undefined; direct: (step: Direct) => Promise<boolean>; onClose: () => void }

/** What is done with one screen at leisure: which one it is, what it is called, what it shows when, and a word to whoever stands before it. */
export function ScreenSheet({ id, view, busy, trouble, direct, onClose }: Props) {
  const [name, setName_] = useState(view.name);
  const [text, setText] = useState("");
  const screens = [{ screenId: id, expectedVersion: view.version }];
  const settings = { theme: view.theme, imageHeight: view.imageHeight, farthestSeat: view.farthestSeat, secondLanguage: view.secondLanguage };
  const theme = (chosen: ScreenTheme) => void direct({ screens, step: "configured", settings: defined({ ...settings, theme: chosen }) });
  return (
    <Panel title={view.name} onClose={onClose}>
      {trouble !== undefined && <p class="panel-trouble" role="alert">{trouble}</p>}
      <button class="primary" disabled={busy} onClick={() => void direct({ screens, step: "identified" })}>Show its name on it for 15 seconds</button>
      <form class="tell-own" onSubmit={(event) => { event.preventDefault(); void direct({ screens, step: "named", text: name.trim() }); }}>
        <label class="field"><span>Name</span><input maxLength={longestName} value={name} onInput={(event) => setName_(event.currentTarget.value)} /></label>
        <button disabled={busy || name.trim() === "" || name.trim() === view.name}>Rename</button>
      </form>
      <fieldset class="choice"><legend>Shows</legend>
        {(Object.keys(setName) as SceneSet[]).map((set) => <button key={set} aria-pressed={view.set === set} disabled={busy} onClick={() => void direct({ screens, step: "redirected", set })}>{setName[set]}</button>)}
      </fieldset>
      <fieldset class="choice"><legend>Theme</legend>
        {(["dark", "light"] as const).map((one) => <button key={one} aria-pressed={view.theme === one} disabled={busy} onClick={() => theme(one)}>{one === "dark" ? "Dark hall" : "Lit hall"}</button>)}
      </fieldset>
      <form class="tell-own" onSubmit={(event) => { event.preventDefault(); void direct({ screens, step: "message_shown", text: text.trim() }).then((done) => done && setText("")); }}>
        <label class="field"><span>Message on this screen</span><input maxLength={longestMessage} placeholder="The choir gathers at the left door" value={text} onInput={(event) => setText(event.currentTarget.value)} /></label>
        <button disabled={busy || text.trim() === ""}>Show it</button>
      </form>
      {view.message !== undefined && <p class="told" role="status"><span><small>On it now</small> <b>{view.message}</b></span><button disabled={busy} onClick={() => void direct({ screens, step: "message_cleared" })}>Take it off</button></p>}
    </Panel>
  );
}
