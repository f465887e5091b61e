import type { Acceptor } from "@luyue/core/acceptance";
import type { Fault } from "@luyue/core/error";
import { DomainError } from "@luyue/core/error";
import type { Text } from "@luyue/core/text";
import * as z from "zod";
import type { CommandContext } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { rolePermissions } from "../runtime/permission.ts";
import type { Member } from "../tenant/tenant.ts";

/** Who signs: a member of the agency by their sign-in, or an expert from outside by name. */
export const acceptorSchema = z.union([
  z.strictObject({ memberSubject: z.string().min(1).max(200) }),
  z.strictObject({ name: z.string().trim().min(1).max(100) }),
]);
type Named = z.infer<typeof acceptorSchema>;

/** Those who are named; without names all members with the role of an acceptor. Throws `invalid` at each that cannot sign. */
export async function findAcceptors(
  named: readonly Named[] | undefined,
  { store }: Pick<CommandContext, "store">,
): Promise<readonly Acceptor[]> {
  const members = await store.listMembers();
  if (named === undefined) {
    const acceptors = members.filter(({ roles }) => roles.includes("acceptor")).map(acceptorOf);
    if (acceptors.length > 0) return acceptors;
    throw invalidAt("/acceptors", {
      zh: "本单位没有验收人员角色的成员，请指明由谁签字",
      en: "nobody here has the role of an acceptor: say who signs",
    });
  }
  const found = named.map((each, at): Acceptor | Text => {
    if ("name" in each) return { key: `expert${at + 1}`, name: each.name };
    const member = members.find(({ subject }) => subject === each.memberSubject);
    if (member === undefined) return { zh: "本单位没有该成员", en: "the agency has no such member" };
    return maySign(member) ? acceptorOf(member) : notSigning(member);
  });
  const faults = found.flatMap((each, at) => faultOf(each, found.slice(0, at), `/acceptors/${at}`));
  if (faults.length > 0) {
    throw new DomainError("invalid", { zh: "验收人员有误", en: "the acceptors are not valid" }, faults);
  }
  return found.filter((each) => "key" in each);
}

function acceptorOf({ id, name }: Member): Acceptor {
  return { key: id, name, memberId: id };
}

function maySign({ roles }: Member): boolean {
  const may: readonly string[] = rolePermissions["acceptance:sign"];
  return roles.some((role) => may.includes(role));
}

function notSigning({ name }: Member): Text {
  return {
    zh: `${name}不是验收人员或合同经办人，不能签字`,
    en: `${name} is neither an acceptor nor a contract manager and cannot sign`,
  };
}

function faultOf(each: Acceptor | Text, before: readonly (Acceptor | Text)[], path: string): Fault[] {
  if (!("key" in each)) return [{ path, reason: each }];
  const twice = before.some(
    (other) =>
      "key" in other &&
      (other.key === each.key ||
        (other.memberId === undefined && each.memberId === undefined && other.name === each.name)),
  );
  return twice ? [{ path, reason: { zh: "重复", en: "named twice" } }] : [];
}
