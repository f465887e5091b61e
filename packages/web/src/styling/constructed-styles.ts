// What `@rc-component/util`'s module of dynamic styles and the icons' copy of it export, written on constructed style sheets:
// a policy without inline styles lets them be, as it does not let a `<style>` that a script makes.

interface Options {
  readonly attachTo?: Element;
  readonly csp?: { readonly nonce?: string };
  readonly prepend?: boolean | "queue";
  readonly priority?: number;
  readonly mark?: string;
}

interface Entry {
  readonly key: string;
  /** Of a style that goes before the others: least first. */
  readonly priority: number | undefined;
  readonly sheet: CSSStyleSheet;
  /** What the caller is given to hold; it is never part of the page. */
  readonly handle: HTMLStyleElement;
}

let entries: Entry[] = [];
let unnamed = 0;

/** Adds a style, or replaces the one of the same key. */
export function updateCSS(css: string, key: string, options: Options = {}): HTMLStyleElement {
  const name = nameOf(key, options);
  const found = entries.find((entry) => entry.key === name);
  if (found !== undefined) {
    if (found.handle.textContent !== css) fill(found, css);
    return found.handle;
  }
  const entry: Entry = {
    key: name,
    priority:
      options.prepend === undefined || options.prepend === false ? undefined : (options.priority ?? 0),
    sheet: new CSSStyleSheet(),
    handle: document.createElement("style"),
  };
  fill(entry, css);
  entries = place(entry);
  adopt();
  return entry.handle;
}

/** Adds a style that nobody will name again. */
export function injectCSS(css: string, options: Options = {}): HTMLStyleElement {
  unnamed += 1;
  return updateCSS(css, `unnamed-${unnamed}`, options);
}

export function removeCSS(key: string, options: Options = {}): void {
  const name = nameOf(key, options);
  const left = entries.filter((entry) => entry.key !== name);
  if (left.length === entries.length) return;
  entries = left;
  adopt();
}

export function clearContainerCache(): void {
  // There are no containers: all styles are the document's.
}

const nameOf = (key: string, { mark }: Options) => `${mark ?? "rc-util-key"}:${key}`;

function fill({ sheet, handle }: Entry, css: string): void {
  sheet.replaceSync(css);
  handle.textContent = css;
}

/** Those that go first are sorted by priority, later ones of the same priority after earlier ones; the others follow. */
function place(entry: Entry): Entry[] {
  if (entry.priority === undefined) return [...entries, entry];
  const { priority } = entry;
  const at = entries.findIndex((each) => each.priority === undefined || each.priority > priority);
  return at < 0 ? [...entries, entry] : entries.toSpliced(at, 0, entry);
}

function adopt(): void {
  document.adoptedStyleSheets = entries.map(({ sheet }) => sheet);
}

/** What the icons' own module has besides: styles are never those of a shadow root, and warnings are for developers. */
export const getShadowRoot = (): null => null;
export const warningOnce = (): void => undefined;
