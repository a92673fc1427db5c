import { type Plugin, defineConfig } from "vite";

/** Puts the one script and the one style into the page: it has to work from a stick, without a server beside it. */
const oneFile: Plugin = {
  name: "one-file",
  enforce: "post",
  generateBundle(_, bundle) {
    const page = Object.values(bundle).find((file) => file.type === "asset" && file.fileName.endsWith(".html"));
    if (page?.type !== "asset") throw new Error("There is no page to put the script into.");
    let html = String(page.source);
    for (const [name, file] of Object.entries(bundle)) {
      if (file === page) continue;
      const text = file.type === "chunk" ? file.code : String(file.source);
      const tag = file.type === "chunk" ? new RegExp(`<script[^>]*src="[^"]*${file.fileName}"[^>]*></script>`) : new RegExp(`<link[^>]*href="[^"]*${file.fileName}"[^>]*>`);
      if (!tag.test(html)) throw new Error(`${name} is not referred to by the page.`);
      // "</script" inside the code would end the element.
      html = html.replace(tag, "");
      html = file.type === "chunk"
        ? html.replace("</body>", () => `<script type="module">${text.replaceAll("</script", "<\\/script")}</script>\n</body>`)
        : html.replace("</head>", () => `<style>${text}</style>\n</head>`);
      delete bundle[name];
    }
    page.source = html;
    page.fileName = "verify.html";
  },
};

// verify.html: one file that goes into every bundle and works from file:// without a network.
export default defineConfig({
  root: "src/verify",
  base: "./",
  publicDir: false,
  plugins: [oneFile],
  build: {
    target: "es2022",
    outDir: "../../dist",
    emptyOutDir: false,
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 1_000_000,
    rolldownOptions: { input: "src/verify/verify.html" },
  },
});
