import { defineConfig } from "vitest/config";

export default defineConfig({
  define: { __APP_VERSION__: '"test"' },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: { include: ["test/**/*.test.{ts,tsx}"] },
});
