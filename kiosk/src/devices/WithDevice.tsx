import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { holdsScans, remembered } from "./api";
import { identify } from "./identify";
import { PairPage } from "./PairPage";
import { roleName, rolesOf } from "./roles";

export type DevicePage = ComponentType<{ device: DeviceIdentity }>;

/** The door this browser was until the server stopped knowing it: it may still hold scans. */
const leftBehind = (page: string) => rolesOf(page).flatMap((role) => (holdsScans(role) ? (remembered(role) ?? []) : []))[0];

const known = (page: string) => rolesOf(page).flatMap((role) => remembered(role) ?? [])[0];

/** A screen that was reloaded shows its last picture before any server has answered: the hall is watching. */
const isUnattended = (page: string) => page === "screen" || page === "timer";

/** The page of a device is made once: another object for the same device would connect again. */
const isSame = (one: unknown, other: unknown) => typeof one === "object" && typeof other === "object" && (one as DeviceIdentity).deviceId === (other as DeviceIdentity).deviceId && (one as DeviceIdentity).name === (other as DeviceIdentity).name;

function Farewell({ device }: { device: DeviceIdentity }) {
  const [Page, setPage] = useState<DevicePage>();
  useEffect(() => void import("../offline/Farewell").then((module) => setPage(() => module.default)), []);
  return Page === undefined ? <main class="centre" aria-busy="true" /> : <Page device={device} />;
}

/** Shows a role's page to a paired device, and to any other the way to become one. */
export function WithDevice({ page, load }: { page: string; load: () => Promise<{ default: DevicePage }> }) {
  const [Page, setPage] = useState<DevicePage>();
  const [device, setDevice] = useState<DeviceIdentity | "unpaired" | "unreachable" | undefined>(() => (isUnattended(page) ? known(page) : undefined));
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let retry: ReturnType<typeof setTimeout> | undefined;
    void identify(page).then((found) => {
      setDevice((before) => (isSame(before, found) ? before : found));
      // Unattended screens come back by themselves after the server does.
      if (found === "unreachable") retry = setTimeout(() => setAttempt(attempt + 1), 3000);
    });
    return () => clearTimeout(retry);
  }, [page, attempt]);

  useEffect(() => void load().then((module) => setPage(() => module.default)), [load]);

  if (device === undefined || (typeof device === "object" && Page === undefined)) return <main class="centre" aria-busy="true" />;
  if (device === "unreachable") return <main class="centre"><h1>Waiting for the server</h1><p role="status">This page opens by itself as soon as the server can be reached.</p></main>;
  const left = device === "unpaired" ? leftBehind(page) : undefined;
  if (left !== undefined) return <Farewell device={left} />;
  if (device === "unpaired") return <PairPage title="This device is not paired" about={`This is the page of: ${rolesOf(page).map((role) => roleName[role]).join(", ")}. Ask an organiser for a pairing code.`} />;
  return Page && <Page device={device} />;
}
