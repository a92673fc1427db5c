import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Door } from "./door";
import type { Mode } from "./modes";

/** The panel of one mode, loaded when it is first chosen; without a network it comes from the service worker. */
export function ModeStage({ mode, door }: { mode: Mode; door: Door }) {
  const [loaded, setLoaded] = useState<{ id: string; Panel: ComponentType<{ door: Door }> }>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let current = true;
    setFailed(false);
    mode.load().then((module) => current && setLoaded({ id: mode.id, Panel: module.default }), () => current && setFailed(true));
    return () => { current = false; };
  }, [mode]);

  if (failed) return <p class="panel-note" role="alert">This part of the app could not be loaded. Check the connection and open it again.</p>;
  if (loaded?.id !== mode.id) return <div class="panel" aria-busy="true" />;
  return <loaded.Panel door={door} />;
}
