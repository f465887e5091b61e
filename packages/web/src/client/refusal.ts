import type { Text } from "@luyue/core/text";

export interface Fault {
  /** JSON pointer into what was sent. */
  readonly path: string;
  readonly reason: Text;
}

/** What the API answered instead of what was asked for; `status` 0: it could not be reached. */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: Text;
  readonly faults: readonly Fault[];

  constructor(status: number, reason: Text, faults: readonly Fault[] = []) {
    super(reason.en);
    this.status = status;
    this.reason = reason;
    this.faults = faults;
  }
}

const outOfReach: Text = {
  zh: "无法连接服务器，请检查网络后重试；刚才的操作没有重复提交的风险。",
  en: "The server is out of reach. Check the network and try again; nothing will be done twice.",
};
const unknown: Text = { zh: "服务器出错，请稍后重试。", en: "The server failed. Please try again later." };

/** A failure in words for people, whatever it was. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return error instanceof TypeError ? new Refusal(0, outOfReach) : new Refusal(500, unknown);
}

/** Reads the problem document (RFC 9457) of an answer that is not well. */
export async function readRefusal(response: {
  readonly status: number;
  readonly json: () => Promise<unknown>;
}): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!isProblem(body)) return new Refusal(response.status, unknown);
  const faults = body.faults.map(({ path, zh, en }) => ({ path, reason: { zh, en } }));
  return new Refusal(response.status, { zh: body.detail_zh, en: body.detail_en }, faults);
}

interface ProblemBody {
  readonly detail_zh: string;
  readonly detail_en: string;
  readonly faults: readonly { readonly path: string; readonly zh: string; readonly en: string }[];
}

function isProblem(body: unknown): body is ProblemBody {
  return (
    typeof body === "object" &&
    body !== null &&
    "detail_zh" in body &&
    "detail_en" in body &&
    "faults" in body
  );
}
