import { tableDefinition, ttlAttribute } from "../packages/storage/src/table/table-definition.ts";
import type { Stage } from "./stage.ts";

type DynamoArgs = ConstructorParameters<typeof sst.aws.Dynamo>[1];

/** The single table, as the product's own definition of it says: the one that the local stack and the tests are made by. */
export function createTable(stage: Stage): sst.aws.Dynamo {
  return new sst.aws.Dynamo("Table", {
    ...toDynamoArgs(),
    ttl: ttlAttribute,
    deletionProtection: stage.isProtected,
    transform: { table: { serverSideEncryption: { enabled: true } } },
  });
}

function toDynamoArgs(): Pick<DynamoArgs, "fields" | "primaryIndex" | "globalIndexes" | "stream"> {
  const {
    AttributeDefinitions = [],
    KeySchema,
    GlobalSecondaryIndexes = [],
    StreamSpecification,
  } = tableDefinition;
  const fields = AttributeDefinitions.map(({ AttributeName }) => [AttributeName ?? "", "string"] as const);
  const globalIndexes = GlobalSecondaryIndexes.map(({ IndexName, KeySchema: keys, Projection }) => {
    const projection = Projection?.ProjectionType === "KEYS_ONLY" ? ("keys-only" as const) : ("all" as const);
    return [IndexName ?? "", { ...keysOf(keys), projection }] as const;
  });
  const view = StreamSpecification?.StreamViewType?.toLowerCase().replaceAll("_", "-");
  if (view !== "new-and-old-images") throw new Error(`the stream is not as its reader needs it: ${view}`);
  return {
    fields: Object.fromEntries(fields),
    primaryIndex: keysOf(KeySchema),
    globalIndexes: Object.fromEntries(globalIndexes),
    stream: view,
  };
}

function keysOf(
  schema: readonly { AttributeName?: string | undefined; KeyType?: string | undefined }[] = [],
) {
  const nameOf = (type: string) => schema.find(({ KeyType }) => KeyType === type)?.AttributeName ?? "";
  return { hashKey: nameOf("HASH"), rangeKey: nameOf("RANGE") };
}
