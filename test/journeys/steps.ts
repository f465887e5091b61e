import { type CivilDate, instantAt } from "@luyue/core/civil-date";
import { liveUntil, type Stack } from "@luyue/local/stack";
import { expect } from "vitest";
import { createCaller } from "../faults/local-stack.ts";

/** Who acts in a contract's story: people of one agency, by their roles, and the vendor's. */
export type Person = "administrator" | "contractManager" | "finance" | "acceptor" | "auditor" | "vendor";

/** The agency of the story, as its issuer is called. */
export const agency = "agency-a";

/** What a refusal says: its status and code, words of what it says, and the places of its faults. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly zh?: string;
  readonly en?: string;
  readonly paths?: readonly string[];
}

/** The refusals that a story knows, to which it adds what they say. */
export const conflict = { status: 409, code: "conflict" } as const;
export const forbidden = { status: 403, code: "forbidden" } as const;
export const invalid = { status: 422, code: "invalid" } as const;
export const notFound = { status: 404, code: "notFound" } as const;

type Body = Readonly<Record<string, unknown>>;

/** The one contract that steps are about, once it has been entered. */
interface About {
  contractId: string;
  agencyId: string;
}

export type Steps = ReturnType<typeof createSteps>;

/** Steps of a contract's story over HTTP: somebody asks `POST /invoices` and the like, below the contract's own address. */
export function createSteps(stack: Stack) {
  const call = createCaller(stack.url);
  const about: About = { contractId: "", agencyId: "" };

  const send = async (person: Person, request: string, body?: unknown, key?: string) => {
    const [method = "", path = ""] = request.split(" ");
    return call(...identityOf(person), method, addressOf(person, path, about), body, key);
  };

  /** A request whose body or answer is no JSON: a file that is uploaded, a page that is read. */
  const fetches = async (person: Person, path: string, init: RequestInit = {}) => {
    const token = await stack.issuer.sign(...identityOf(person));
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    return fetch(`${stack.url}${addressOf(person, path, about)}`, { ...init, headers });
  };

  /** A request that goes through; gives its answer, which the API has checked against its schema. */
  const does = async <T = Body>(person: Person, request: string, body?: unknown, key?: string) => {
    const got = await send(person, request, body, key);
    const done = request.startsWith("GET") ? [200] : [200, 201];
    expect(done, `${person} ${request}: ${JSON.stringify(got.body)}`).toContain(got.status);
    return got.body as unknown as T;
  };

  /** Puts a file in, the vendor's people with their contract; gives the hash that names it. */
  const uploads = async (
    person: Person,
    bytes: string | Uint8Array<ArrayBuffer>,
    contentType = "application/pdf",
  ) => {
    const path = person === "vendor" ? "/files" : "/v1/files";
    const init = { method: "POST", headers: { "content-type": contentType }, body: bytes };
    const answer = await fetches(person, path, init);
    expect(answer.status, `${person} uploads`).toBe(201);
    return ((await answer.json()) as { hash: string }).hash; // checked by the API itself
  };

  /** A page to print, as its HTML. */
  const reads = async (person: Person, path: string) => {
    const answer = await fetches(person, path);
    expect(answer.status, `${person} reads ${path}`).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/html");
    return answer.text();
  };

  const sees = <T = Body>(person: Person, path: string) => does<T>(person, `GET ${path}`);

  /** All that a contract's money could show a change in, its version and its record included. */
  const everything = async (contractId: string) => {
    const path = `/v1/contracts/${contractId}`;
    const { body, headers } = await send("contractManager", `GET ${path}`);
    const parts = ["payments", "invoices", "deductions", "account", "record?limit=200"];
    const read = await Promise.all(parts.map((part) => sees("contractManager", `${path}/${part}`)));
    return { contract: body, version: headers.get("etag"), read };
  };

  /** Whatever is tried, the story's contract stays as it was, and so do those beside it. */
  const changesNothing = async (tries: () => Promise<void>, ...beside: readonly string[]): Promise<void> => {
    const all = [about.contractId, ...beside];
    const before = await Promise.all(all.map(everything));
    await tries();
    expect(await Promise.all(all.map(everything))).toEqual(before);
  };

  /** A request that is answered with a problem document in both languages. */
  const refuses = async (person: Person, request: string, body: unknown, refusal: Refusal, key?: string) =>
    expectProblem(await send(person, request, body, key), refusal);

  /** One that is so answered, and changes nothing. */
  const refused = (...refusal: Parameters<typeof refuses>) => changesNothing(() => refuses(...refusal));

  return {
    stack,
    about,
    call,
    send,
    does,
    sees,
    fetches,
    uploads,
    reads,
    changesNothing,
    refuses,
    refused,
    /** Ten o'clock of a day, without the days between. */
    goTo: (day: CivilDate) => stack.clock.set(instantAt(day, "10:00")),
    /** Lives day by day with each morning's reminders, then ten o'clock of the last day. */
    liveTo: async (day: CivilDate) => {
      await liveUntil(stack, day);
      stack.clock.set(instantAt(day, "10:00"));
    },
  };
}

/** Issuer and subject of a person of the story. */
function identityOf(person: Person): [issuer: string, subject: string] {
  return person === "vendor" ? ["partner", "lead"] : [agency, person];
}

/** Where a path below the story's contract is for a person; one from `/v1/` on is as it stands. */
function addressOf(person: Person, path: string, { contractId, agencyId }: About): string {
  if (path.startsWith("/v1/")) return path;
  const own = `contracts/${contractId}${path}`;
  return person === "vendor" ? `/v1/partner/agencies/${agencyId}/${own}` : `/v1/${own}`;
}

type Answer = Awaited<ReturnType<ReturnType<typeof createCaller>>>;
interface Problem {
  readonly type: string;
  readonly status: number;
  readonly detail_zh: string;
  readonly detail_en: string;
  readonly faults: readonly { readonly path: string; readonly zh: string; readonly en: string }[];
  readonly requestId: string;
}

/** An answer is a problem document in both languages that says this. */
export function expectProblem(
  { status, headers, body }: Answer,
  { zh = "", en = "", paths = [], ...is }: Refusal,
) {
  const problem = { type: `/problems/${is.code}`, status: is.status };
  expect({ status, body }).toMatchObject({ status: is.status, body: problem });
  expect(headers.get("content-type")).toContain("application/problem+json");
  const { detail_zh, detail_en, faults, requestId } = body as unknown as Problem;
  expect(requestId).toMatch(/^req_/);
  expect(faults.map(({ path }) => path)).toEqual(paths);
  const texts = [{ zh: detail_zh, en: detail_en }, ...faults];
  for (const text of texts) {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).toMatch(/[a-z]{2}/);
  }
  expect(texts.map((text) => text.zh).join("\n")).toContain(zh);
  expect(texts.map((text) => text.en).join("\n")).toContain(en);
}
