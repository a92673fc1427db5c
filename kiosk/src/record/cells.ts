import type { CellRef, FloorAsk, FloorCell, FloorPresent } from "../contract/contract";

/** One cell of the score sheet with where it stands. */
export interface Place {
  readonly askId: string;
  readonly ask: FloorAsk;
  readonly powerHolderId: string;
  readonly cell: FloorCell;
}

export const asksOf = (present: FloorPresent): [string, FloorAsk][] => Object.entries(present.asks).sort(([, a], [, b]) => a.number - b.number);

export const cellsOf = (askId: string, ask: FloorAsk): Place[] =>
  Object.entries(ask.cells)
    .map(([powerHolderId, cell]) => ({ askId, ask, powerHolderId, cell }))
    .sort((a, b) => a.cell.order - b.cell.order);

export const placesOf = (present: FloorPresent): Place[] => asksOf(present).flatMap(([id, ask]) => cellsOf(id, ask));

export const refOf = ({ askId, powerHolderId, cell }: Place): CellRef => ({ askId, powerHolderId, expectedVersion: cell.version });

/** What waits for the chair, the longest waiting first. */
export const waitingForRuling = (present: FloorPresent): Place[] =>
  placesOf(present).filter(({ cell }) => cell.stage === "recorded").sort((a, b) => (a.cell.at ?? "").localeCompare(b.cell.at ?? ""));

/** Revealed and not acknowledged yet, in the ask that the hall sees: somebody has to read it back. */
export const toReadBack = (present: FloorPresent): Place[] =>
  placesOf(present).filter(({ askId, cell }) => cell.stage === "read_back" || (cell.stage === "revealed" && present.sceneAskId === askId));

/** What is confirmed and held back, by ask. */
export const held = (present: FloorPresent): Place[][] =>
  asksOf(present).map(([id, ask]) => cellsOf(id, ask).filter(({ cell }) => cell.stage === "confirmed")).filter((places) => places.length > 0);

export const stageWord: Record<FloorCell["stage"], string> = {
  waiting: "Not put yet",
  put: "Put, waiting for the words",
  recorded: "Waiting for the chair",
  confirmed: "Confirmed, held",
  revealed: "Revealed",
  read_back: "Read back",
  acknowledged: "Acknowledged",
};
