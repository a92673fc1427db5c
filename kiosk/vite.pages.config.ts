import { defineConfig } from "vite";

// Files with stable names for the pages that the server renders: they cannot know a hash.
export default defineConfig({
  base: "/app/",
  publicDir: false,
  build: {
    target: "es2020",
    outDir: "dist",
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: { public: "src/public/public.ts", holder: "src/passes/holder.ts", "running-order": "src/agenda/runningOrder.ts", "public-style": "src/public/public.css", "record-style": "src/public/record.css", pages: "src/pages/pages.css" },
      output: {
        entryFileNames: "[name].js",
        assetFileNames: (asset) => {
          const name = asset.names[0] ?? "";
          if (name.startsWith("public-style") || name === "public.css") return "public.css";
          if (name.startsWith("record-style") || name === "record.css") return "record.css";
          if (name === "pages.css") return "pages.css";
          return "assets/[name]-[hash][extname]";
        },
      },
    },
  },
});
