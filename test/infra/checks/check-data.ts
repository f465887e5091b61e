import { indexes, tableDefinition, ttlAttribute } from "@luyue/storage/table";
import { readTable } from "../iam/recorded-table.ts";
import type { Place } from "../synth/mocks.ts";
import type { Synthesis } from "../synth/synthesis.ts";
import { at, demand, ofKind } from "./find.ts";

/** Faults of the table and the files: what has to outlive everything else. */
export function checkData(synthesis: Synthesis, { stage }: Place): readonly string[] {
  return [...checkTable(synthesis, stage === "production"), ...checkFiles(synthesis, stage === "production")];
}

function checkTable(synthesis: Synthesis, isProduction: boolean): readonly string[] {
  const { inputs } = readTable(synthesis);
  const names = inputs.globalSecondaryIndexes.map(({ name, projectionType }) => `${name} ${projectionType}`);
  const defined = (tableDefinition.GlobalSecondaryIndexes ?? []).map(
    ({ IndexName, Projection }) => `${IndexName} ${Projection?.ProjectionType}`,
  );
  return [
    ...demand(
      "the table's stream",
      inputs["streamViewType"],
      tableDefinition.StreamSpecification?.StreamViewType,
    ),
    ...demand("the table's stream is on", inputs.streamEnabled, true),
    ...demand("the table's billing", inputs.billingMode, "PAY_PER_REQUEST"),
    ...demand("the table's recovery", at(inputs, "pointInTimeRecovery.enabled"), true),
    ...demand("the table's encryption", at(inputs, "serverSideEncryption.enabled"), true),
    ...demand("the table's time to live", inputs.ttl, { attributeName: ttlAttribute, enabled: true }),
    ...demand("the table's protection", inputs["deletionProtectionEnabled"], isProduction),
    ...demand("the table's indexes", names.toSorted(), defined.toSorted()),
    ...demand("indexes with a name", names.length, Object.keys(indexes).length),
  ];
}

function checkFiles(synthesis: Synthesis, isProduction: boolean): readonly string[] {
  const bucket = ofKind(synthesis, "s3/bucket").find(({ name }) => name === "FilesBucket");
  const name = bucket?.state["bucket"];
  const about = (kind: string) =>
    ofKind(synthesis, kind).find(({ inputs }) => inputs["bucket"] === name)?.inputs;
  const blocked = about("s3/bucketPublicAccessBlock");
  const rules = at(about("s3/bucketLifecycleConfiguration"), "rules");
  const staged: unknown = Array.isArray(rules)
    ? rules.find((rule: unknown) => at(rule, "id") === "staged")
    : undefined;
  const policy = JSON.stringify(about("s3/bucketPolicy")?.["policy"] ?? "");
  return [
    ...demand("files can be emptied away", bucket?.inputs["forceDestroy"], !isProduction),
    ...demand(
      "files keep their versions",
      at(about("s3/bucketVersioning"), "versioningConfiguration.status"),
      "Enabled",
    ),
    ...["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].flatMap((each) =>
      demand(`files: ${each}`, blocked?.[each], true),
    ),
    ...demand(
      "files are encrypted",
      at(
        about("s3/bucketServerSideEncryptionConfiguration"),
        "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm",
      ),
      "AES256",
    ),
    ...demand(
      "what was staged ends",
      [at(staged, "filter.prefix"), at(staged, "expiration.days")],
      ["staged/", 1],
    ),
    ...demand(
      "files go by TLS alone",
      policy.includes("aws:SecureTransport") && policy.includes("Deny"),
      true,
    ),
  ];
}
