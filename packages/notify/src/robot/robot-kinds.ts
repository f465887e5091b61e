import { createHmac } from "node:crypto";

export type RobotKind = "wecom" | "dingtalk" | "feishu";

/** What a robot says: a title in plain text, then its lines as Markdown. */
export interface RobotMessage {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A request as one kind of robot wants it, at an instant in epoch milliseconds. */
interface RobotRequest {
  readonly url: URL;
  readonly body: unknown;
}

/** How a code inside a 200 is taken: too many messages, a robot that is gone, or a mistake that no retry mends. */
type RobotVerdict = "delivered" | "busy" | "gone" | "refused";

/**
 * The webhook format of one kind of group robot. `mostBytes` is how much Markdown a message holds, in UTF-8. All of them take
 * twenty messages a minute at least, and answer 200 also where they refuse.
 */
interface RobotFormat {
  readonly mostBytes: number;
  readonly write: (url: URL, message: RobotMessage, secret: string | undefined, at: number) => RobotRequest;
  readonly judge: (answer: Readonly<Record<string, unknown>>) => RobotVerdict;
}

/** 企业微信: no signature; the key is in the address. 45009: more than twenty a minute; 93000: no such robot. */
const wecom: RobotFormat = {
  mostBytes: 4096,
  write: (url, { title, lines }) => ({
    url,
    body: { msgtype: "markdown", markdown: { content: [`**${title}**`, ...lines].join("\n") } },
  }),
  judge: ({ errcode }) => judgeCode(errcode, { busy: [45_009, -1], gone: [93_000] }),
};

/**
 * 钉钉: `timestamp` and `sign` go into the address, the secret both into the text and as the key. 130101: more than twenty a
 * minute; 90030: over the limit; 300001 and 40035: no such robot.
 */
const dingtalk: RobotFormat = {
  mostBytes: 20_000,
  write: (url, { title, lines }, secret, at) => {
    const target = new URL(url);
    if (secret !== undefined) {
      target.searchParams.set("timestamp", `${at}`);
      target.searchParams.set("sign", hmac(secret, `${at}\n${secret}`));
    }
    return {
      url: target,
      body: { msgtype: "markdown", markdown: { title, text: [`#### ${title}`, ...lines].join("\n\n") } },
    };
  },
  judge: ({ errcode }) => judgeCode(errcode, { busy: [130_101, 90_030, -1], gone: [300_001] }),
};

/**
 * 飞书: `timestamp` in seconds and `sign` go into the body, the text is the key and what is signed is empty. 9499 and 11232:
 * too many; 19001: no such robot.
 */
const feishu: RobotFormat = {
  mostBytes: 18_000,
  write: (url, { title, lines }, secret, at) => {
    const timestamp = `${Math.floor(at / 1000)}`;
    const signed = secret === undefined ? {} : { timestamp, sign: hmac(`${timestamp}\n${secret}`, "") };
    const header = { title: { tag: "plain_text", content: title } };
    const elements = [{ tag: "markdown", content: lines.join("\n") }];
    return { url, body: { ...signed, msg_type: "interactive", card: { header, elements } } };
  },
  judge: ({ code, StatusCode }) => judgeCode(code ?? StatusCode, { busy: [9499, 11_232], gone: [19_001] }),
};

export const robotFormats: Readonly<Record<RobotKind, RobotFormat>> = { wecom, dingtalk, feishu };

function judgeCode(
  code: unknown,
  { busy, gone }: { readonly busy: readonly number[]; readonly gone: readonly number[] },
): RobotVerdict {
  if (code === 0) return "delivered";
  if (typeof code !== "number") return "refused";
  if (busy.includes(code)) return "busy";
  return gone.includes(code) ? "gone" : "refused";
}

function hmac(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64");
}
