import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { RosterPass, RosterSnapshot, ScanCommand, ScanOutcome } from "../contract/contract";
import type { RecentFact } from "../turnout/facts";

/** A fact that the server did not take: kept for a person to look at, never dropped (turnout.md, rule 14). */
export interface Quarantined {
  readonly command: ScanCommand;
  readonly problem: string;
  /** The device's clock. */
  readonly at: string;
  /** The earlier pairing of this browser that it was made under. */
  readonly madeBy?: string;
  /** The assembly of that pairing, by its slug: at another one it cannot be sent. */
  readonly assembly?: string;
  /** Names and codes were taken out of it (`bare`): it can be saved, and cannot be sent any more. */
  readonly isBare?: true;
}

/** The server saw a scan differently from what the person was told. */
export interface Flag {
  readonly scanId: string;
  readonly told: ScanOutcome;
  readonly stored: ScanOutcome;
  readonly who: string;
  /** When it was scanned, on the device's clock. */
  readonly at: string;
}

export type RosterRest = Omit<RosterSnapshot, "passes"> & { readonly etag?: string; readonly at: number };

export interface DoorSchema extends DBSchema {
  queue: { key: number; value: ScanCommand };
  quarantine: { key: string; value: Quarantined };
  flags: { key: string; value: Flag };
  /** By the scan's number on this device. */
  recent: { key: number; value: RecentFact };
  passes: { key: string; value: RosterPass };
  meta: { key: "seq" | "roster" | "offset" | "assembly"; value: unknown };
}

export type DoorDatabase = IDBPDatabase<DoorSchema>;

const nameOf = (deviceId: string) => `assembly-door-${deviceId}`;

/** This device's own database; undefined where the browser keeps nothing. */
export async function openDatabase(deviceId: string): Promise<DoorDatabase | undefined> {
  try {
    return await openDB<DoorSchema>(nameOf(deviceId), 1, {
      upgrade(db) {
        db.createObjectStore("queue");
        db.createObjectStore("quarantine");
        db.createObjectStore("flags");
        db.createObjectStore("recent");
        db.createObjectStore("passes", { keyPath: "hash" });
        db.createObjectStore("meta");
      },
      // Another tab wants to wipe it.
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    });
  } catch {
    return undefined;
  }
}

export async function deleteDatabase(deviceId: string): Promise<void> {
  await deleteDB(nameOf(deviceId)).catch(() => undefined);
}
