import type { Grant } from "./grants.ts";
import type { Stage } from "./stage.ts";

/** How mail leaves: what the senders are told, what they may do, and where SES tells of bounces. */
export interface MailExit {
  readonly environment: Readonly<Record<string, $util.Input<string>>>;
  readonly grants: readonly Grant[];
  readonly bounces?: sst.aws.SnsTopic;
}

export function createMailExit(stage: Stage): MailExit {
  const { by, from } = stage.mail;
  if (by === "smtp") {
    return { environment: { MAIL_FROM: from, SMTP_URL: new sst.Secret("SmtpUrl").value }, grants: [] };
  }
  const bounces = new sst.aws.SnsTopic("Bounces");
  const email = new sst.aws.Email("Mail", {
    sender: from.slice(from.indexOf("@") + 1),
    dmarc: "v=DMARC1; p=quarantine;",
    events: [{ name: "returned", types: ["bounce", "complaint"], topic: bounces.arn }],
  });
  const { identity, configurationSet } = email.nodes;
  return {
    environment: { MAIL_FROM: from, SES_CONFIGURATION_SET: configurationSet.configurationSetName },
    grants: [{ actions: ["ses:SendEmail"], resources: [identity.arn, configurationSet.arn] }],
    bounces,
  };
}
