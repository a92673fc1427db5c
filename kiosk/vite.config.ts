import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const { version } = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8")) as { version: string };

// The app of the live screens, served under /app/. The stable files of the server-rendered pages: vite.pages.config.ts.
export default defineConfig({
  base: "/app/",
  define: { __APP_VERSION__: JSON.stringify(version) },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  worker: { format: "es" },
  plugins: [
    VitePWA({
      // A live screen must never reload by itself in the middle of a scan or a reveal: see shell/update.ts.
      registerType: "prompt",
      injectRegister: false,
      manifest: {
        name: "Assembly",
        short_name: "Assembly",
        description: "Doors, floor tablets and screens of an accountability assembly.",
        display: "standalone",
        background_color: "#0b1220",
        theme_color: "#0b1220",
        icons: [
          { src: "icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
          { src: "icon-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
        ],
      },
      workbox: {
        // The decoder is in the shell on purpose: a door reloaded without a network still reads codes.
        globPatterns: ["**/*.{js,css,html,woff2,wasm,png,svg}"],
        maximumFileSizeToCacheInBytes: 3_000_000,
        navigateFallback: "index.html",
        navigateFallbackAllowlist: [/^\/app\//],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
});
