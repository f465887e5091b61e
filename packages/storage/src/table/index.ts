export { createDynamoClient, type DynamoClientOptions } from "./create-dynamo-client.ts";
export { createTable, type CreateTableOptions } from "./create-table.ts";
export type { Item } from "./item.ts";
export type { OnCapacity } from "./open-table.ts";
export { indexes, type IndexName, tableDefinition, ttlAttribute } from "./table-definition.ts";
