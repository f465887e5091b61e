import { listWebFiles } from "../infra/web-files.ts";
import type { Stage } from "../infra/stage.ts";

export interface WebOptions {
  /** The folder of the built pages. */
  readonly folder: string;
  readonly gateway: sst.aws.ApiGatewayV2;
  readonly edgeKey: $util.Input<string>;
}

/** Addresses that the API answers; all others are pages, those that mailed links lead to among them. */
const apiPaths = ["/v1/*", "/docs*", "/schemas/*", "/health", "/problems/*"];

/** CloudFront's own policies, the same everywhere: nothing is cached; compressed and cached. */
const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const cachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";

/**
 * Pages from a private bucket and the API behind it, under one origin: cookies stay first-party, a firewall stands before both.
 * The API's own address takes nothing that does not carry the edge's key.
 */
export function createWeb(stage: Stage, { folder, gateway, edgeKey }: WebOptions): sst.aws.Cdn {
  const bucket = new sst.aws.Bucket("Web", { access: "cloudfront", versioning: true, cors: false });
  uploadPages(bucket, folder);
  const { domain, certificate, firewall } = stage;
  return new sst.aws.Cdn("Cdn", {
    origins: [pagesOrigin(bucket), apiOrigin(gateway, edgeKey)],
    defaultRootObject: "index.html",
    ...behaviors(),
    ...(domain === undefined ? {} : { domain: domainOf(domain, certificate) }),
    ...(firewall === undefined ? {} : { webAclArn: firewall }),
    transform: {
      distribution: (args) => {
        if (stage.partition !== "aws-cn" || certificate === undefined) return;
        args.viewerCertificate = {
          iamCertificateId: certificate,
          sslSupportMethod: "sni-only",
          minimumProtocolVersion: "TLSv1.2_2021",
        };
      },
    },
  });
}

type Origin = $util.Unwrap<ConstructorParameters<typeof sst.aws.Cdn>[1]["origins"]>[number];

function pagesOrigin(bucket: sst.aws.Bucket): $util.Input<Origin> {
  const access = new aws.cloudfront.OriginAccessControl("WebAccess", {
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
  return $util
    .all([bucket.nodes.bucket.bucketRegionalDomainName, access.id])
    .apply(([domainName, originAccessControlId]) => ({
      originId: "pages",
      domainName,
      originAccessControlId,
    }));
}

function apiOrigin(gateway: sst.aws.ApiGatewayV2, edgeKey: $util.Input<string>): $util.Input<Origin> {
  return $util.all([gateway.nodes.api.apiEndpoint, edgeKey]).apply(([endpoint, value]) => ({
    originId: "api",
    domainName: new URL(endpoint).host,
    customHeaders: [{ name: "x-luyue-edge", value }],
    customOriginConfig: {
      httpPort: 80,
      httpsPort: 443,
      originProtocolPolicy: "https-only",
      originSslProtocols: ["TLSv1.2"],
    },
  }));
}

/** What is answered from where: pages by default, and what the API answers. */
function behaviors() {
  const shared = {
    viewerProtocolPolicy: "redirect-to-https",
    compress: true,
    cachedMethods: ["GET", "HEAD"],
  };
  const viewer = new aws.cloudfront.OriginRequestPolicy("WebViewer", {
    comment: "all that the viewer sent but the host, and from where",
    cookiesConfig: { cookieBehavior: "all" },
    queryStringsConfig: { queryStringBehavior: "all" },
    headersConfig: {
      headerBehavior: "allViewerAndWhitelistCloudFront",
      headers: { items: ["CloudFront-Viewer-Address"] },
    },
  });
  return {
    defaultCacheBehavior: {
      ...shared,
      targetOriginId: "pages",
      allowedMethods: ["GET", "HEAD"],
      cachePolicyId: cachingOptimized,
      responseHeadersPolicyId: createHeaders().id,
      functionAssociations: [{ eventType: "viewer-request", functionArn: createPageFunction().arn }],
    },
    orderedCacheBehaviors: apiPaths.map((pathPattern) => ({
      ...shared,
      pathPattern,
      targetOriginId: "api",
      allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
      cachePolicyId: cachingDisabled,
      originRequestPolicyId: viewer.id,
    })),
  };
}

const domainOf = (name: string, cert: string | undefined) =>
  cert === undefined ? name : { name, dns: false as const, cert };

function uploadPages(bucket: sst.aws.Bucket, folder: string): void {
  for (const { key, path, contentType, cacheControl } of listWebFiles(folder)) {
    new aws.s3.BucketObjectv2(`Web/${key}`, {
      bucket: bucket.name,
      key,
      source: new $util.asset.FileAsset(path),
      contentType,
      cacheControl,
    });
  }
}

/** What pages are told not to do: run what is not theirs, be framed, be fetched in the clear. */
function createHeaders(): aws.cloudfront.ResponseHeadersPolicy {
  return new aws.cloudfront.ResponseHeadersPolicy("WebHeaders", {
    securityHeadersConfig: {
      contentSecurityPolicy: {
        contentSecurityPolicy:
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
        override: true,
      },
      strictTransportSecurity: {
        accessControlMaxAgeSec: 31_536_000,
        includeSubdomains: true,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "DENY", override: true },
      referrerPolicy: { referrerPolicy: "no-referrer", override: true },
    },
  });
}

/** A page's address is no file: the application behind it is. */
function createPageFunction(): aws.cloudfront.Function {
  return new aws.cloudfront.Function("WebPages", {
    runtime: "cloudfront-js-2.0",
    code: [
      "function handler(event) {",
      "  var request = event.request;",
      "  if (!/\\.[a-z0-9]+$/.test(request.uri)) request.uri = '/index.html';",
      "  return request;",
      "}",
    ].join("\n"),
  });
}
