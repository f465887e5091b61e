import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { getMimeType } from "hono/utils/mime";

const folder = new URL("../../../web/dist/", import.meta.url);

/** Nothing from elsewhere, nothing inline; files are sent to an origin of their own on this machine. */
const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' http://127.0.0.1:*; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const headers = {
  "content-security-policy": csp,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
};

/** Of the built pages: a file by its name, and the application at every other address. */
export async function answerWebPage(path: string): Promise<Response> {
  const isFile = extname(path) !== "";
  const name = isFile ? path.slice(1) : "index.html";
  const body = await readPage(name);
  if (body === undefined) {
    const missing = isFile
      ? "没有该文件 / no such file"
      : "页面尚未构建，请运行 npm run build / the pages are not built: npm run build";
    return new Response(missing, { status: isFile ? 404 : 503, headers });
  }
  const type = getMimeType(name) ?? "application/octet-stream";
  const isIndex = name === "index.html";
  // What carries a hash in its name never changes.
  const cache = name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  return new Response(isIndex ? sayDemo(body.toString()) : new Uint8Array(body), {
    headers: { ...headers, "content-type": type, "cache-control": cache },
  });
}

/** The pages of a demo offer to sign in by one click; what is deployed knows nothing of it. */
const sayDemo = (html: string) =>
  html.replace("<head>", '<head>\n    <meta name="luyue-demo" content="/demo" />');

async function readPage(name: string): Promise<Buffer | undefined> {
  if (!/^[\w-]+(\/[\w-]+)*(\.[\w-]+)+$/.test(name)) return undefined;
  try {
    return await readFile(fileURLToPath(new URL(name, folder)));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
