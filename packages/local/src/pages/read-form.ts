/** A file's hash once it has been put where the API keeps files, or the API's answer that refuses it. */
export type Kept = { readonly hash: string } | { readonly refused: Response };

/** What the API is sent for a form: its body, or the refusal of one of its files. */
export type FormBody = { readonly body: Readonly<Record<string, unknown>> } | { readonly refused: Response };

const numbers = new Set(["quantity", "people"]);
const yesOrNo = new Set(["agrees", "passed"]);

/**
 * A form of the work pages as the API wants it: without what was left empty, numbers and yes or no as such, files as the
 * hashes that `keep` gives; `given.<item>.<part>` and `note.<item>` as the marks of a score sheet, `passed.<n>` and
 * `note.<n>` as the results of an assessment.
 */
export async function readFormBody(form: FormData, keep: (file: File) => Promise<Kept>): Promise<FormBody> {
  const body: Record<string, unknown> = {};
  const files: { file: string; name: string }[] = [];
  for (const [name, value] of form) {
    if (typeof value === "string") {
      const text = value.trim();
      if (text !== "" && name !== "form" && !name.includes(".")) body[name] = valueOf(name, text);
    } else if (value.size > 0) {
      const kept = await keep(value);
      if ("refused" in kept) return kept;
      files.push({ file: kept.hash, name: value.name });
    }
  }
  const { document, ...rest } = body;
  const dotted = [...form].some(([name]) => name.startsWith("given."));
  const assessed = [...form].some(([name]) => name.startsWith("passed."));
  return {
    body: {
      ...rest,
      ...(files.length > 0 ? evidenceOrFiles(files, form) : {}),
      ...(document === undefined ? {} : { evidence: [{ document }] }),
      ...(dotted ? { marks: readMarks(form) } : {}),
      ...(assessed ? { results: readResults(form) } : {}),
    },
  };
}

/** What was entered, as text, to stand in the form again. */
export function readEntered(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value.trim()] as const] : [])),
  );
}

function valueOf(name: string, text: string): unknown {
  if (numbers.has(name) && /^\d+$/.test(text)) return Number(text);
  return yesOrNo.has(name) ? text === "true" : text;
}

/** What is handed in has names; what is evidence has none. */
function evidenceOrFiles(files: readonly { file: string; name: string }[], form: FormData) {
  return form.has("files") ? { files } : { evidence: files.map(({ file }) => ({ file })) };
}

/** The marks of each item in the order of the form, as texts. */
function readMarks(form: FormData) {
  const items = new Map<string, { part: string; given: string }[]>();
  for (const [name, value] of form) {
    const [kind, item = "", part = ""] = name.split(".");
    if (kind !== "given" || typeof value !== "string") continue;
    items.set(item, [...(items.get(item) ?? []), { part, given: value.trim() }]);
  }
  return [...items].map(([item, parts]) => ({ item, parts, ...noteOf(form, item) }));
}

/** The results of each criterion; without a judgement the record's stands. */
function readResults(form: FormData) {
  return [...form].flatMap(([name, value]) => {
    const [kind, criterion = ""] = name.split(".");
    if (kind !== "passed") return [];
    const judged = value === "" ? {} : { passed: value === "true" };
    return [{ criterion: Number(criterion), ...judged, ...noteOf(form, criterion) }];
  });
}

function noteOf(form: FormData, of: string) {
  const note = form.get(`note.${of}`);
  return typeof note === "string" && note.trim() !== "" ? { note: note.trim() } : {};
}
