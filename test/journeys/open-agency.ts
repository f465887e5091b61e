import { type CivilDate, instantAt } from "@luyue/core/civil-date";
import { foundPlatform } from "@luyue/local/demo";
import { createPages } from "@luyue/local/pages";
import { createStillClock, type Stack, startStack } from "@luyue/local/stack";
import type { DemoContract } from "@luyue/testing/contracts";
import { expect } from "vitest";
import { agency, createSteps, type Steps } from "./steps.ts";

const members = ["contractManager", "finance", "acceptor", "auditor"] as const;

/** A stack on a day with the agency of a contract, its people, its small vendor, and the vendor's person. */
export async function openAgency({ terms, vendor }: DemoContract, day: CivilDate): Promise<Steps> {
  const clock = createStillClock(instantAt(day, "09:01"));
  const stack = await startStack({ clock, pages: createPages });
  await foundPlatform(stack);
  const steps = createSteps(stack);
  const { call } = steps;
  const must = async (answer: ReturnType<typeof call>) => expect([200, 201]).toContain((await answer).status);
  await must(call("operator", "operator", "POST", "/v1/tenants", tenantOf(stack, terms.parties.buyer.name)));
  for (const role of members) {
    const member = { subject: role, name: role, email: `${role}@${agency}.example`, roles: [role] };
    await must(call(agency, "administrator", "PUT", "/v1/members", member));
  }
  const { name, creditCode } = vendor;
  const contacts = [{ name: "负责人", email: "lead@vendor.example" }];
  const file = { name, creditCode, size: "small", contacts };
  await must(call(agency, "contractManager", "POST", "/v1/vendors", file));
  const lead = { subject: "lead", name: "负责人", email: "lead@vendor.example", creditCode };
  await must(call("operator", "operator", "POST", "/v1/partner-users", lead));
  return steps;
}

function tenantOf({ issuer }: Stack, name: string) {
  const url = issuer.urlOf(agency);
  const administrator = {
    subject: "administrator",
    name: "管理员",
    email: `administrator@${agency}.example`,
  };
  return { name, issuer: { url, jwksUrl: `${url}/jwks.json` }, administrator };
}
