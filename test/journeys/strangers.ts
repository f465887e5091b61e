import { demoContract } from "@luyue/testing/contracts";
import { expect } from "vitest";
import { agency, type Steps } from "./steps.ts";

/** People who have nothing to do with the story's contract: one of another agency, and one of another vendor. */
const strangers = [
  ["agency-z", "clerk"],
  ["partner", "stranger"],
] as const;

/** Founds another agency, and enrols another vendor with the story's own agency. */
export async function openStrangers({ call, stack }: Steps): Promise<void> {
  const { name, creditCode } = demoContract("A").vendor;
  const [other] = strangers[0];
  const url = stack.issuer.urlOf(other);
  const administrator = { subject: "administrator", name: "管理员", email: `administrator@${other}.example` };
  const tenant = { name: other, issuer: { url, jwksUrl: `${url}/jwks.json` }, administrator };
  const clerk = {
    subject: "clerk",
    name: "别的经办人",
    email: `clerk@${other}.example`,
    roles: ["contractManager", "acceptor"],
  };
  const person = { subject: "stranger", name: "别的供应商", email: "stranger@vendor.example", creditCode };
  for (const answer of [
    await call("operator", "operator", "POST", "/v1/tenants", tenant),
    await call(other, "administrator", "PUT", "/v1/members", clerk),
    await call(agency, "contractManager", "POST", "/v1/vendors", { name, creditCode, contacts: [] }),
    await call("operator", "operator", "POST", "/v1/partner-users", person),
  ]) {
    expect([200, 201], JSON.stringify(answer.body)).toContain(answer.status);
  }
}

/** Each of these requests below the contract's address finds nothing for people of another agency and of another vendor. */
export async function expectNothingFound(
  { call, about, changesNothing }: Steps,
  requests: Readonly<Record<"agency" | "vendor", readonly (readonly [request: string, body?: unknown])[]>>,
): Promise<void> {
  const { agencyId, contractId } = about;
  const bases = [`/v1/contracts/${contractId}`, `/v1/partner/agencies/${agencyId}/contracts/${contractId}`];
  await changesNothing(async () => {
    for (const [at, [issuer, subject]] of strangers.entries()) {
      for (const [request, body] of at === 0 ? requests.agency : requests.vendor) {
        const [method = "", path = ""] = request.split(" ");
        const answer = await call(issuer, subject, method, `${bases[at]}${path}`, body);
        const { status } = answer;
        expect({ subject, request, status }).toEqual({ subject, request, status: 404 });
        // A mistyped address answers with 404 as well, and says so.
        expect(answer.body, request).toMatchObject({ type: "/problems/notFound" });
        expect(answer.body["detail_zh"], request).not.toBe("没有该地址");
      }
    }
  });
}
