import type { Synthesis } from "../synth/synthesis.ts";
import type { Policy } from "./policy.ts";

/** A role as it was laid out: who may take it on, and what it may do. */
export interface Role {
  readonly logicalName: string;
  readonly arn: string;
  readonly trust: Policy;
  readonly policies: readonly Policy[];
}

/** Roles by their addresses. */
export function readRoles({ resources }: Synthesis): ReadonlyMap<string, Role> {
  const roles = resources
    .filter(({ type }) => type === "aws:iam/role:Role")
    .map(({ name, inputs, state }): Role => {
      const inline = inputs["inlinePolicies"] as readonly { readonly policy: string }[];
      const managed = inputs["managedPolicyArns"] as readonly string[] | undefined;
      if ((managed ?? []).length > 0) throw new Error(`${name} holds policies that nobody sees here`);
      return {
        logicalName: name,
        arn: String(state["arn"]),
        trust: JSON.parse(String(inputs["assumeRolePolicy"])) as Policy,
        policies: inline.map(({ policy }) => JSON.parse(policy) as Policy),
      };
    });
  return new Map(roles.map((role) => [role.arn, role]));
}

/** A function as it was laid out. */
export interface DeployedFunction {
  /** Its bundle's name. */
  readonly name: string;
  readonly arn: string;
  readonly role: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Functions by the names of their bundles, which their log groups carry. */
export function readFunctions({ resources }: Synthesis): ReadonlyMap<string, DeployedFunction> {
  const functions = resources
    .filter(({ type }) => type === "aws:lambda/function:Function")
    .map(({ inputs, state }): DeployedFunction => {
      const logGroup = (inputs["loggingConfig"] as { readonly logGroup: string }).logGroup;
      const name = logGroup.split("/").at(-1) ?? "";
      return {
        name,
        arn: String(state["arn"]),
        role: String(inputs["role"]),
        environment: variablesOf(inputs["environment"]),
        inputs,
      };
    });
  return new Map(functions.map((each) => [each.name, each]));
}

/** Variables of which one is a secret come wrapped by Pulumi. */
function variablesOf(environment: unknown): Readonly<Record<string, string>> {
  const wrapped = environment as {
    readonly value?: { variables: Record<string, string> };
    variables?: Record<string, string>;
  };
  return wrapped.value?.variables ?? wrapped.variables ?? {};
}
