import type { EveningPresent, RollCallOrder, RollCallRow } from "../contract/contract";

export interface Called { readonly id: string; readonly row: RollCallRow }

export const orderName: Record<RollCallOrder, string> = { chapter: "Chapter by chapter", alphabetical: "A to Z", custom: "My own order" };

/** Where the roll call stands; undefined before it starts. Those who came late are called at the end, those of whom nobody came not at all. */
export function rollCallOf(evening: EveningPresent) {
  const { rollCall } = evening;
  if (rollCall === undefined) return undefined;
  const rows = Object.entries(rollCall.rows).map(([id, row]) => ({ id, row })).sort((a, b) => Number(a.row.isLate) - Number(b.row.isLate) || a.row.number - b.row.number);
  const here = rows.filter(({ row }) => row.figure > 0 || row.calledAt !== undefined);
  const open = here.filter(({ row }) => row.calledAt === undefined);
  const current = rollCall.currentId === undefined ? undefined : rows.find(({ id }) => id === rollCall.currentId);
  return {
    next: open[0],
    after: open.slice(1, 4),
    last: current,
    called: here.length - open.length,
    total: here.length,
    lateLeft: open.filter(({ row }) => row.isLate).length,
    official: rollCall.official,
    order: rollCall.order,
  };
}
