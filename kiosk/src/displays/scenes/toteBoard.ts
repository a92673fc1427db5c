import type { ScreenAsk, ScreenCell } from "../../contract/contract";

export interface ToteColumn { readonly powerHolder: string; readonly office: string }

export interface ToteRow {
  readonly ask: ScreenAsk;
  /** One for each column; undefined where this ask is not put to them. */
  readonly cells: readonly (ScreenCell | undefined)[];
}

export interface ToteBoard { readonly columns: readonly ToteColumn[]; readonly rows: readonly ToteRow[] }

/** Asks by their number × power-holders in the agreed order. It counts nothing and ranks nobody (product.md, section 5). */
export function toteBoard(asks: readonly ScreenAsk[]): ToteBoard {
  const columns = new Map<string, ToteColumn & { order: number }>();
  for (const { powerHolder, office, order } of asks.flatMap(({ cells }) => cells)) {
    const known = columns.get(keyOf({ powerHolder, office }));
    columns.set(keyOf({ powerHolder, office }), { powerHolder, office, order: Math.min(order, known?.order ?? order) });
  }
  const inOrder = [...columns.values()].sort((a, b) => a.order - b.order || a.powerHolder.localeCompare(b.powerHolder));
  const rows = [...asks].sort((a, b) => a.number - b.number).map((ask) => ({ ask, cells: inOrder.map((column) => ask.cells.find((cell) => keyOf(cell) === keyOf(column))) }));
  return { columns: inOrder.map(({ powerHolder, office }) => ({ powerHolder, office })), rows };
}

const keyOf = ({ powerHolder, office }: ToteColumn) => `${powerHolder}\n${office}`;
