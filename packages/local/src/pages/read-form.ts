/** A file's hash once it has been put where the API keeps files, or the API's answer that refuses it. */
export type Kept = { readonly hash: string } | { readonly refused: Response };

/** What the API is sent for a form: its body, or the refusal of one of its files. */
export type FormBody = { readonly body: Readonly<Record<string, unknown>> } | { readonly refused: Response };

const yesOrNo = new Set(["passed"]);

/** A form as the API wants it: without what was left empty, yes or no as such, files as evidence by the hashes that `keep` gives. */
export async function readFormBody(form: FormData, keep: (file: File) => Promise<Kept>): Promise<FormBody> {
  const body: Record<string, unknown> = {};
  const evidence: { file: string }[] = [];
  for (const [name, value] of form) {
    if (typeof value === "string") {
      const text = value.trim();
      if (text !== "" && name !== "form") body[name] = yesOrNo.has(name) ? text === "true" : text;
    } else if (value.size > 0) {
      const kept = await keep(value);
      if ("refused" in kept) return kept;
      evidence.push({ file: kept.hash });
    }
  }
  return { body: evidence.length > 0 ? { ...body, evidence } : body };
}

/** What was entered, as text, to stand in the form again. */
export function readEntered(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value.trim()] as const] : [])),
  );
}
