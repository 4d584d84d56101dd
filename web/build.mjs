// Builds the bundles into the folder that the server hands out as /static/built/.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { basemap } from "./basemap.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const OUT = at("../src/headwater/desk/static/built/");

const hashOf = (content) => createHash("sha256").update(content).digest("hex").slice(0, 8);

const shape = {
  outdir: OUT,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  legalComments: "none",
  logLevel: "warning",
};

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });

// Workers are files of their own: the page's policy allows no script from a blob.
const workers = await build({
  ...shape,
  entryPoints: {
    "layout-worker": at("src/layout-worker.ts"),
    "map-worker": at("node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs"),
  },
  entryNames: "[name]-[hash]",
  metafile: true,
});
const ground = await basemap();
const groundName = `basemap-${hashOf(ground)}.json`;
await writeFile(`${OUT}${groundName}`, ground);

// Whatever a bundle asks for by itself has its hash in the name, so that it may be kept for ever.
const workerName = (name) =>
  Object.keys(workers.metafile.outputs)
    .map((path) => basename(path))
    .find((path) => path.startsWith(name) && path.endsWith(".js"));
await build({
  ...shape,
  entryPoints: ["page", "chart", "map", "timeline", "passkeys"].map((name) => at(`src/${name}.ts`)),
  splitting: true,
  chunkNames: "part-[hash]",
  define: {
    LAYOUT_WORKER: JSON.stringify(workerName("layout-worker")),
    MAP_WORKER: JSON.stringify(workerName("map-worker")),
    BASEMAP: JSON.stringify(groundName),
  },
});

// The texts of the licences of everything that may be in a bundle, as they ask for.
const lock = JSON.parse(await readFile(at("package-lock.json"), "utf8"));
const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path && !dev);
const texts = shipped.map(async ([path, { version, license }]) => {
  const file = (await readdir(at(path))).find((name) => /^licen[cs]e/i.test(name));
  const text = file ? await readFile(at(`${path}/${file}`), "utf8") : "";
  return `${path.replace("node_modules/", "")} ${version} (${license})\n\n${text.trim()}\n`;
});
await writeFile(`${OUT}LICENSES.txt`, (await Promise.all(texts)).join(`\n${"-".repeat(72)}\n\n`));

const manifest = {};
for (const name of (await readdir(OUT)).sort()) {
  const content = await readFile(`${OUT}${name}`);
  manifest[name] = {
    hash: hashOf(content),
    bytes: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
  };
}
await writeFile(`${OUT}manifest.json`, `${JSON.stringify(manifest, null, 1)}\n`);
for (const [name, { gzip }] of Object.entries(manifest))
  console.log(`${String(Math.ceil(gzip / 1000)).padStart(5)} kB  ${name}`);
