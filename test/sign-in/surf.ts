/** A browser without a screen: follows where it is led, keeps cookies host by host, fills in what a form asks for. */
export class Surfer {
  readonly #jars = new Map<string, Map<string, string>>();

  /** The cookies for a host, as they are sent. */
  cookies(url: string): string {
    return [...(this.#jars.get(new URL(url).host) ?? [])]
      .map(([name, value]) => `${name}=${value}`)
      .join("; ");
  }

  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = this.cookies(url);
    const headers = { ...init.headers, ...(cookie === "" ? {} : { cookie }) };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    const { host } = new URL(url);
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    for (const each of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = each.split(/; ?/);
      const [name = "", value = ""] = pair.split(/=(.*)/s);
      const isOver = attributes.some((attribute) => /^max-age=0$|^expires=.*1970/i.test(attribute));
      if (isOver) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Follows redirects until `until` is where the next one leads, or a page comes; gives that address. */
  async follow(url: string, until: (url: string) => boolean, init: RequestInit = {}): Promise<string> {
    let at = url;
    let asked: RequestInit = init;
    for (let hops = 0; hops < 20; hops += 1) {
      if (until(at)) return at;
      const response = await this.ask(at, asked);
      asked = {};
      const location = response.headers.get("location");
      if (location !== null) {
        at = new URL(location, at).href;
        continue;
      }
      const form = /<form[^>]* action="([^"]+)"/.exec(await response.text())?.[1];
      if (form === undefined) return at;
      return new URL(form, at).href;
    }
    throw new Error(`led on and on: ${at}`);
  }
}

/** Signs in at the issuer's own pages as this subject; gives the address that leads back, not asked for yet. */
export async function passIssuer(
  surfer: Surfer,
  begin: string,
  subject: string,
  callback: string,
): Promise<string> {
  const isBack = (url: string) => url.startsWith(callback);
  let at = await surfer.follow(begin, isBack);
  for (const form of [{ prompt: "login", login: subject, password: "any" }, { prompt: "consent" }]) {
    if (isBack(at)) break;
    at = await surfer.follow(at, isBack, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(form).toString(),
    });
  }
  if (!isBack(at)) throw new Error(`the issuer led to ${at}`);
  return at;
}
