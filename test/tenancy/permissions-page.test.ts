import { roleSchema } from "@luyue/core/party";
import {
  machinePermissions,
  operatorPermissions,
  partnerPermissions,
  rolePermissions,
} from "@luyue/usecases/runtime";
import { expect, it } from "vitest";
import { readOperations } from "./read-operations.ts";
import { openTenancy } from "./tenancy-world.ts";

const titles = {
  administrator: "管理员",
  contractManager: "合同经办人",
  finance: "财务",
  acceptor: "验收人",
  auditor: "审计",
} as const;

/** The table that code and tests share, for people to read: `npx vitest run test/tenancy -u` writes it anew. */
it("is the table of permissions, with what each is for", async () => {
  const { operations } = await readOperations((await openTenancy()).app);
  const takers = (permission: string) =>
    operations
      .filter((each) => each.permission === permission)
      .map(({ method, path }) => `${method} ${path.replace("/v1/partner/agencies/{agencyId}", "…partner")}`)
      .map(
        (each) =>
          `\`${each.replace("/v1/contracts/{contractId}", "…contract").replace("/contracts/{contractId}", "")}\``,
      );
  const mark = (may: boolean) => (may ? "●" : "");
  const members = Object.entries(rolePermissions).map(([permission, roles]) => {
    const own = roleSchema.options.map((role) => mark(roles.some((each) => each === role)));
    const vendor = mark(partnerPermissions.some((each) => each === permission));
    const machine = mark(machinePermissions.some((each) => each === permission));
    const operator = mark(operatorPermissions.some((each) => each === permission));
    return [`\`${permission}\``, ...own, machine, vendor, operator, takers(permission).join("<br>")];
  });
  const others = [...new Set([...partnerPermissions, ...operatorPermissions])]
    .filter((permission) => !(permission in rolePermissions))
    .map((permission) => {
      const vendor = mark(partnerPermissions.some((each) => each === permission));
      const operator = mark(operatorPermissions.some((each) => each === permission));
      return [
        `\`${permission}\``,
        ...roleSchema.options.map(() => ""),
        "",
        vendor,
        operator,
        takers(permission).join("<br>"),
      ];
    });
  const heads = [
    "Permission",
    ...roleSchema.options.map((role) => titles[role]),
    "密钥",
    "供应商",
    "运营方",
    "Operations",
  ];
  const lines = [
    heads,
    heads.map((_, at) => (at === 0 || at === heads.length - 1 ? "---" : ":-:")),
    ...members,
    ...others,
  ];
  const page = [
    "# Permissions",
    "",
    "Made from `packages/usecases/src/runtime/permission.ts`, which the code asks, and the OpenAPI document; the test that",
    "writes this page fails when it no longer is what they say. `…contract` is `/v1/contracts/{contractId}`, `…partner` the",
    "same for a vendor's people: `/v1/partner/agencies/{agencyId}/contracts/{contractId}`.",
    "",
    "A permission is not enough where two people are needed: who requested a payment does not approve it, who proposed a",
    "deduction, a penalty or a score does not decide it, and who handed a deliverable in does not accept it. A key (密钥) of a",
    "machine is given some of what its column allows, and has no role.",
    "",
    ...lines.map((cells) => `| ${cells.join(" | ")} |`),
    "",
  ].join("\n");
  await expect(page).toMatchFileSnapshot("../../docs/permissions.md");
});
