/** What is set by `sst secret set` and never stands in the repository. */
export interface Secrets {
  /** Keys of the vault, 32 bytes in hexadecimal, with commas between; the first seals. */
  readonly vaultKeys: $util.Output<string>;
  /** What the distribution shows to the gateway. */
  readonly edgeKey: $util.Output<string>;
  /** Where the operator signs in: address, keys and client of an OpenID issuer, in JSON. */
  readonly operatorIssuer: $util.Output<string>;
}

export function createSecrets(): Secrets {
  return {
    vaultKeys: new sst.Secret("VaultKeys").value,
    edgeKey: new sst.Secret("EdgeKey").value,
    operatorIssuer: new sst.Secret("OperatorIssuer").value,
  };
}
