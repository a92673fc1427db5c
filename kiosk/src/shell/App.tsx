import { lazy, Suspense } from "preact/compat";
import { HomePage } from "../devices/HomePage";
import { PairPage } from "../devices/PairPage";
import { WithDevice } from "../devices/WithDevice";

// Each role loads only its own page; the service worker holds them all.
const pages = {
  door: lazy(() => import("../turnout/DoorPage")),
  kiosk: lazy(() => import("../turnout/LobbyPage")),
  chair: lazy(() => import("../record/ChairPage")),
  scribe: lazy(() => import("../record/ScribePage")),
  timekeeper: lazy(() => import("../record/TimekeeperPage")),
  stage: lazy(() => import("../displays/StagePage")),
  screen: lazy(() => import("../displays/ScreenPage")),
};

/** The address is the router: the last part of /app/… names the page, and going elsewhere is an ordinary link. */
export function App() {
  const page = location.pathname.replace(/^\/app\/?/, "").replace(/\/$/, "");
  if (page === "") return <HomePage />;
  if (page === "pair") return <PairPage />;
  const Page = pages[page as keyof typeof pages];
  if (Page === undefined) return <main class="centre"><h1>There is no such page</h1><p><a href="/app/">Go to the start page</a></p></main>;
  return <Suspense fallback={<main class="centre" aria-busy="true" />}><WithDevice page={page} Page={Page} /></Suspense>;
}
