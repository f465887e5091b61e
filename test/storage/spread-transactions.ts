import {
  DeleteItemCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  PutItemCommand,
  type TransactWriteItemsCommandInput,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";

/**
 * A client for an engine without transactions: their writes go one by one, without their conditions, so that what
 * reads can be tested there. What a transaction promises is never tested with it.
 */
export class SpreadingClient extends DynamoDBClient {
  constructor(config: DynamoDBClientConfig) {
    super(config);
    this.middlewareStack.add(
      (next) => async (args) => {
        const actions = (args.input as Partial<TransactWriteItemsCommandInput>).TransactItems; // no other input has it
        if (actions === undefined) return next(args);
        for (const { Put, Update, Delete } of actions) {
          if (Put !== undefined)
            await this.send(new PutItemCommand({ TableName: Put.TableName, Item: Put.Item }));
          if (Update !== undefined) await this.send(new UpdateItemCommand(Update));
          if (Delete !== undefined) await this.send(new DeleteItemCommand(Delete));
        }
        return { output: { $metadata: {} }, response: undefined };
      },
      { step: "initialize" },
    );
  }
}
