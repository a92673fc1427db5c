import table from "./entryTypes.json";

/** The table of entry types, shared with src/PublicRecord. */
export interface EntryType {
  readonly need: readonly (readonly [string, string])[];
  readonly may: readonly (readonly [string, string])[];
  readonly caseMember: string | undefined;
  readonly cases: ReadonlyMap<string, readonly string[]>;
  readonly restate: readonly string[];
  readonly fixed: boolean;
}

interface RawType {
  readonly need: Record<string, string>;
  readonly may: Record<string, string>;
  readonly cases?: Record<string, Record<string, string[]>>;
  readonly restate?: string[];
  readonly fixed?: boolean;
}

function typeOf(raw: RawType): EntryType {
  const [caseMember, cases] = Object.entries(raw.cases ?? {})[0] ?? [];
  return {
    need: Object.entries(raw.need),
    may: Object.entries(raw.may),
    caseMember,
    cases: new Map(Object.entries(cases ?? {})),
    restate: raw.restate ?? [],
    fixed: raw.fixed ?? false,
  };
}

export const entryTypes: ReadonlyMap<string, EntryType> = new Map(
  Object.entries(table.types as unknown as Record<string, RawType>).map(([name, raw]) => [name, typeOf(raw)]),
);
export const codes: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.codes));
export const correctable: ReadonlySet<string> = new Set(table.correctable);

export type Rule = keyof typeof table.rules;

export interface Finding {
  readonly rule: Rule;
  readonly entry?: number | undefined;
  readonly detail?: string | undefined;
}

export const finding = (rule: Rule, entry?: number, detail?: string): Finding => ({ rule, entry, detail });

export const messageOf = ({ rule, entry, detail }: Finding) =>
  `${entry === undefined ? "" : `Entry ${entry}: `}${table.rules[rule]}${detail === undefined ? "" : ` (${detail})`}`;
