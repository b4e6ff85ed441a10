import { defineConfig } from "vite";

// What draws the charts of report.html: one file, which the page has in it.
export default defineConfig({
  root: "src/report/html/client",
  logLevel: "warn",
  build: {
    lib: {
      entry: "main.ts",
      formats: ["iife"],
      name: "report",
      fileName: () => "report-client.js",
    },
    target: "es2022",
    minify: true,
    copyPublicDir: false,
    emptyOutDir: false,
  },
});
