import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

/** Epoch seconds; the engine removes the item some time after. */
export const ttlAttribute = "expiresAt";

/** The indexes by access pattern, each with its partition and sort attribute. */
export const indexes = {
  byOwner: { list: "ownerList", sort: "ownerSort" },
  byVendor: { list: "vendorList", sort: "vendorSort" },
  wake: { list: "wakeShard", sort: "wakeSort" },
} as const;
export type IndexName = keyof typeof indexes;

const keyAttributes = ["pk", "sk", ...Object.values(indexes).flatMap(({ list, sort }) => [list, sort])];

/**
 * The single table without its name: input of CreateTable, and what a deployment declares. `wake` spans all tenants,
 * so it carries keys only.
 */
export const tableDefinition: Omit<CreateTableCommandInput, "TableName"> = {
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: keyAttributes.map((name) => ({ AttributeName: name, AttributeType: "S" })),
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ],
  GlobalSecondaryIndexes: [
    defineIndex("byOwner", "ALL"),
    defineIndex("byVendor", "ALL"),
    defineIndex("wake", "KEYS_ONLY"),
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
};

function defineIndex(name: IndexName, projection: "ALL" | "KEYS_ONLY") {
  const { list, sort } = indexes[name];
  return {
    IndexName: name,
    KeySchema: [
      { AttributeName: list, KeyType: "HASH" as const },
      { AttributeName: sort, KeyType: "RANGE" as const },
    ],
    Projection: { ProjectionType: projection },
  };
}
