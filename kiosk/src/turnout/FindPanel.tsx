import "./panels.css";
import { useRef, useState } from "preact/hooks";
import type { FoundName, NameSearchReply } from "../contract/contract";
import { searchNames } from "./desk/api";
import { FoundRow } from "./desk/FoundRow";
import { merge } from "./desk/merge";
import { isEnough, searchRoster } from "./desk/names";
import type { Door } from "./door";

/** Looks people up by name. Each search is on record at the server, so it is sent when it is asked for and not at each letter. */
export default function FindPanel({ door }: { door: Door }) {
  const [query, setQuery] = useState("");
  const [reply, setReply] = useState<NameSearchReply & { offline: boolean }>();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [merging, setMerging] = useState<FoundName>();
  const input = useRef<HTMLInputElement>(null);

  async function find() {
    setBusy(true);
    const said = door.engine.isOffline.peek() ? undefined : await searchNames(door.device.role, query);
    setBusy(false);
    if (said?.ok === true) return show({ ...said.value, offline: false });
    if (said !== undefined && !said.isAway) return setTrouble(said.words);
    const rest = door.engine.roster.rest.peek();
    if (rest === undefined) return setTrouble("The server cannot be reached, and this device has no list of passes yet.");
    show({ ...searchRoster(query, door.engine.roster.passes.values(), rest.institutions, rest.doors), offline: true });
  }

  function show(found: NameSearchReply & { offline: boolean }) {
    setTrouble(undefined);
    setReply(found);
    input.current?.blur();
  }

  async function mergeInto(passId: string) {
    const walkup = merging!;
    setMerging(undefined);
    setTrouble(await merge(door, walkup.walkupScanId!, passId));
    await find();
  }

  return (
    <div class="panel counting">
      <div class="panel-head"><h2>Find</h2></div>
      {merging !== undefined && (
        <div class="merging" role="status">
          <p>Which pass does <b>{merging.name}</b> have? Find it, then choose it. They are counted once, with the pass.</p>
          <button onClick={() => setMerging(undefined)}>Stop</button>
        </div>
      )}
      <form class="find-form" onSubmit={(event) => { event.preventDefault(); if (isEnough(query)) void find(); else setTrouble("Type at least 3 letters of the name."); }}>
        <label class="field"><span>Name <small>· or name and institution</small></span>
          <input ref={input} type="search" value={query} maxLength={100} autocomplete="off" autoFocus enterkeyhint="search" onInput={(event) => setQuery(event.currentTarget.value)} />
        </label>
        <button class="primary" disabled={busy}>{busy ? "Searching…" : "Search"}</button>
      </form>
      {trouble !== undefined && <p class="trouble-note" role="alert">{trouble}</p>}
      {reply?.offline === true && <p class="panel-note" role="status">Without a connection: from this device’s own list. Walk-ups are not in it.</p>}
      {reply !== undefined && reply.found.length === 0 && <p class="panel-note" role="status">Nobody found. Try fewer letters, or count them as a walk-up.</p>}
      <ul class="rows">
        {reply?.found.map((row) => <FoundRow key={row.id} row={row} door={door} onDone={() => void find()} onMerge={() => setMerging(row)} onTarget={merging === undefined ? undefined : (passId) => void mergeInto(passId)} />)}
      </ul>
      {reply?.more === true && <p class="panel-note">There are more. Type more letters, or the institution too.</p>}
    </div>
  );
}
