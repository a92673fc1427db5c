import "./shell/fonts.css";
import "./shell/base.css";
import { render } from "preact";
import { App } from "./shell/App";
import { keepUpToDate } from "./shell/update";

keepUpToDate();
render(<App />, document.getElementById("app")!);
