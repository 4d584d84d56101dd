// Builds the bundles into the folder that the server hands out as /static/built/.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { basemap } from "./basemap.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const OUT = at("../src/headwater/desk/static/built/");

const shape = {
  outdir: OUT,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  legalComments: "linked",
  logLevel: "warning",
};

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
await build({
  ...shape,
  entryPoints: ["page", "chart", "map", "timeline"].map((name) => at(`src/${name}.ts`)),
  splitting: true,
  chunkNames: "part-[hash]",
});
// Workers are files of their own: the page's policy allows no script from a blob.
await build({
  ...shape,
  entryPoints: {
    "layout-worker": at("src/layout-worker.ts"),
    "map-worker": at("node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs"),
  },
});
await writeFile(`${OUT}basemap.json`, await basemap());

const manifest = {};
for (const name of (await readdir(OUT)).sort()) {
  const content = await readFile(`${OUT}${name}`);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  manifest[name] = { hash, bytes: content.length, gzip: gzipSync(content, { level: 9 }).length };
}
await writeFile(`${OUT}manifest.json`, `${JSON.stringify(manifest, null, 1)}\n`);
for (const [name, { gzip }] of Object.entries(manifest))
  console.log(`${String(Math.ceil(gzip / 1000)).padStart(5)} kB  ${name}`);
