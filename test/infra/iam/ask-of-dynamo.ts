/** What one call to DynamoDB asks for: an action on a table or an index, by which partition keys. */
export interface TableAsk {
  readonly action: string;
  readonly tableName: string;
  readonly index?: string;
  readonly leadingKeys: readonly string[];
}

type Keyed = Readonly<Record<string, { readonly S?: string }>>;
interface Call {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly Key?: Keyed;
  readonly Item?: Keyed;
  readonly KeyConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Keyed;
  readonly TransactItems?: readonly Readonly<Record<string, Call>>[];
}

const inTransactions: Readonly<Record<string, string>> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
};

/** A transaction is asked for by each of its parts; anything without a key, such as a scan, by none. */
export function asksOfDynamo(operation: string, call: Call): readonly TableAsk[] {
  if (operation === "TransactWriteItems") {
    return (call.TransactItems ?? []).flatMap((item) =>
      Object.entries(item).map(([kind, part]) => askOf(inTransactions[kind] ?? kind, part)),
    );
  }
  return [askOf(operation, call)];
}

function askOf(operation: string, call: Call): TableAsk {
  const { TableName: tableName = "", IndexName: index } = call;
  const leading = operation === "Query" ? partitionOf(call) : (call.Key ?? call.Item)?.["pk"]?.S;
  return {
    action: `dynamodb:${operation}`,
    tableName,
    leadingKeys: leading === undefined ? [] : [leading],
    ...(index === undefined ? {} : { index }),
  };
}

/** The value that the first condition of a query asks its partition to be. */
function partitionOf({
  KeyConditionExpression = "",
  ExpressionAttributeValues = {},
}: Call): string | undefined {
  const [, placeholder = ""] = /^\s*#?\w+\s*=\s*(:\w+)/.exec(KeyConditionExpression) ?? [];
  return ExpressionAttributeValues[placeholder]?.S;
}
