import "./panels.css";
import { useEffect, useState } from "preact/hooks";
import type { OpenCases } from "../contract/contract";
import { readCases } from "./desk/api";
import { CaseRow } from "./desk/CaseRow";
import { deskOf } from "./desk/deskChannel";
import type { Door } from "./door";

/** The scans that a person has to look at, until one has. */
export default function CasesPanel({ door }: { door: Door }) {
  const cursor = deskOf(door).value?.present.cursor;
  const [list, setList] = useState<OpenCases>();
  const [trouble, setTrouble] = useState<string>();
  const [open, setOpen] = useState<string>();

  useEffect(() => {
    let current = true;
    void readCases(door.device.role).then((said) => {
      if (!current) return;
      if (said.ok) setList(said.value);
      setTrouble(said.ok ? undefined : `${said.words} The list is as it was.`);
    });
    return () => { current = false; };
  }, [cursor, door]);

  return (
    <div class="panel counting" role="region" aria-label="Cases" tabIndex={0}>
      <div class="panel-head"><h2>Cases to look at</h2>{list !== undefined && <p class="panel-count">{list.open} open</p>}</div>
      {trouble !== undefined && <p class="trouble-note" role="alert">{trouble}</p>}
      {list?.open === 0 && <p class="panel-note" role="status">Nothing to look at. Here come people whom a door let in against the rules, passes that came in at two doors, and what could not be counted. Most of it happens while a door has no connection.</p>}
      <ul class="rows">
        {list?.cases.map((one) => <CaseRow key={one.scanId} open={one} door={door} isOpen={open === one.scanId} onOpen={(isOpen) => setOpen(isOpen ? one.scanId : undefined)} onTrouble={setTrouble} />)}
      </ul>
      {list !== undefined && list.open > list.cases.length && <p class="panel-note">And {list.open - list.cases.length} older ones, which follow when these are done.</p>}
    </div>
  );
}
