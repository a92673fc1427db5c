import { HomePage } from "../devices/HomePage";
import { PairPage } from "../devices/PairPage";
import { WithDevice, type DevicePage } from "../devices/WithDevice";

// Each role loads only its own page; the service worker holds them all.
const pages: Record<string, () => Promise<{ default: DevicePage }>> = {
  door: () => import("../turnout/DoorPage"),
  kiosk: () => import("../turnout/LobbyPage"),
  chair: () => import("../agenda/ChairPage"),
  scribe: () => import("../record/ScribePage"),
  timekeeper: () => import("../agenda/TimekeeperPage"),
  stage: () => import("../displays/StagePage"),
  timer: () => import("../agenda/TimerPage"),
  screen: () => import("../displays/ScreenPage"),
};

/** The address is the router: the last part of /app/… names the page, and going elsewhere is an ordinary link. */
export function App() {
  const page = location.pathname.replace(/^\/app\/?/, "").replace(/\/$/, "");
  if (page === "") return <HomePage />;
  if (page === "pair") return <PairPage />;
  const load = Object.hasOwn(pages, page) ? pages[page] : undefined;
  if (load === undefined) return <main class="centre"><h1>There is no such page</h1><p><a href="/app/">Go to the start page</a></p></main>;
  return <WithDevice page={page} load={load} />;
}
