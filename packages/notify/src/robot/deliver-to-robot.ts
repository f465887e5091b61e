import { lookup as lookupBySystem } from "node:dns";
import { formatDetail } from "../retry/index.ts";
import { judgeError, type WebhookDelivery } from "../webhook/judge-attempt.ts";
import { type Answer, postOnce } from "../webhook/post-once.ts";
import { readTarget } from "../webhook/read-target.ts";
import type { WebhookOptions } from "../webhook/deliver-webhook.ts";
import { type RobotKind, type RobotMessage, robotFormats } from "./robot-kinds.ts";

/** One message for a group chat's robot at an instant in epoch milliseconds; signed where the robot has a secret. */
export interface RobotRequest {
  readonly kind: RobotKind;
  readonly url: string;
  readonly secret?: string | undefined;
  readonly at: number;
  readonly message: RobotMessage;
}

const timeout = 15_000;

/** Posts one message to a robot. Never throws for what a receiver or a network does; the address is not in what is answered. */
export async function deliverToRobot(
  { kind, url, secret, at, message }: RobotRequest,
  options: WebhookOptions = {},
): Promise<WebhookDelivery> {
  const { allowPrivateAddresses = false, timeoutMs = timeout, lookup = lookupBySystem } = options;
  const target = readTarget(url, allowPrivateAddresses);
  if (typeof target === "string") return { outcome: "failed", detail: target };
  const request = robotFormats[kind].write(target, message, secret, at);
  const body = JSON.stringify(request.body);
  try {
    const answer = await postOnce(request.url, body, {}, { allowPrivateAddresses, timeoutMs, lookup });
    return judgeRobot(kind, answer);
  } catch (error) {
    return judgeError(error);
  }
}

/** A robot answers 200 whatever it thinks of a message: what it says inside counts. */
function judgeRobot(kind: RobotKind, { status, excerpt }: Answer): WebhookDelivery {
  const answer = { status, responseExcerpt: excerpt };
  if (status === 429 || status >= 500) {
    return { outcome: "retry", detail: `The robot answered ${status}`, ...answer };
  }
  if (status !== 200) return { outcome: "failed", detail: `The robot answered ${status}`, ...answer };
  const said = readJson(excerpt);
  if (said === undefined) return { outcome: "failed", detail: "The robot's answer is no JSON", ...answer };
  const detail = formatDetail(`The robot answered ${JSON.stringify(said)}`);
  switch (robotFormats[kind].judge(said)) {
    case "delivered":
      return { outcome: "delivered", detail, ...answer };
    case "busy":
      return { outcome: "retry", detail, ...answer };
    case "gone":
      return { outcome: "failed", detail, gone: true, ...answer };
    case "refused":
      return { outcome: "failed", detail, ...answer };
  }
}

function readJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
