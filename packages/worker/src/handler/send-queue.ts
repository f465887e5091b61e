/** An entry of the outbox that wants to be sent: what stands in a message of the queue. */
export interface SendRequest {
  readonly tenantId: string;
  readonly contractId: string;
  readonly key: string;
}

/** Where what is to be sent is put; each tenant's requests are a group of their own, so that all get their share. */
export interface SendQueue {
  readonly send: (requests: readonly SendRequest[]) => Promise<void>;
}
