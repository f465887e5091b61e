import { AssumeRoleCommand, type STSClient } from "@aws-sdk/client-sts";

/** Credentials that end; the client that has them asks for new ones in time. */
export interface ScopedCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

export interface Scope {
  readonly role: string;
  /** The tag that the role's policy compares keys with: `tenant` or `vendor`. */
  readonly tag: "tenant" | "vendor";
  readonly value: string;
}

/** One hour: more is not given to a role that was taken on by a role. */
const seconds = 3600;

/** Takes on a role for one tenant or one vendor: what these credentials can reach is decided by the tag that they carry. */
export function createAssumeRole(sts: Pick<STSClient, "send">) {
  return async ({ role, tag, value }: Scope): Promise<ScopedCredentials> => {
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: role,
        RoleSessionName: `${tag}-${value}`.slice(0, 64),
        DurationSeconds: seconds,
        Tags: [{ Key: tag, Value: value }],
      }),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
    if (AccessKeyId === undefined || SecretAccessKey === undefined || SessionToken === undefined) {
      throw new Error(`no credentials for the role of a ${tag}`);
    }
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: Expiration ?? new Date(Date.now() + seconds * 1000),
    };
  };
}
