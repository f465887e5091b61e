import ts from "typescript";

/** What the walls need to know of one source file. */
export interface Facts {
  readonly imports: readonly string[];
  /** Constructs that are banned everywhere. */
  readonly banned: readonly string[];
  /** Uses of the clock, of randomness, of the environment. */
  readonly impure: readonly string[];
}

const impureNames = new Set(["process", "fetch", "setTimeout", "setInterval", "crypto", "performance"]);
const impureMembers = new Set(["Date.now", "Math.random", "Temporal.Now"]);

/** Reads a file's imports of every form, and its banned and impure constructs, with TypeScript's own parser. */
export function readFacts(path: string, text: string): Facts {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const facts = { imports: [] as string[], banned: [] as string[], impure: [] as string[] };
  const visit = (node: ts.Node): void => {
    const imported = readImport(node);
    if (imported !== undefined) facts.imports.push(imported);
    const banned = readBanned(node);
    if (banned !== undefined) facts.banned.push(banned);
    const impure = readImpure(node);
    if (impure !== undefined) facts.impure.push(impure);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return facts;
}

function readImport(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
  return isImport || isRequire ? literal(node.arguments[0]) : undefined;
}

function literal(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function readBanned(node: ts.Node): string | undefined {
  if (
    ts.isExportDeclaration(node) &&
    node.moduleSpecifier &&
    !(node.exportClause && ts.isNamedExports(node.exportClause))
  ) {
    return "export *";
  }
  if (ts.isExportAssignment(node)) return "export default";
  if (ts.isExportSpecifier(node) && node.name.text === "default") return "export default";
  if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(isDefault)) return "export default";
  if (
    (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) &&
    node.type.kind === ts.SyntaxKind.AnyKeyword
  ) {
    return "as any";
  }
  return undefined;
}

function isDefault(modifier: ts.Modifier): boolean {
  return modifier.kind === ts.SyntaxKind.DefaultKeyword;
}

function readImpure(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && impureMembers.has(node.getText())) return node.getText();
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
    return "new Date()";
  if (!ts.isIdentifier(node) || !impureNames.has(node.text)) return undefined;
  const { parent } = node;
  const isReceiver = ts.isPropertyAccessExpression(parent) && parent.expression === node;
  const isCallee = ts.isCallExpression(parent) && parent.expression === node;
  const isGlobalMember =
    ts.isPropertyAccessExpression(parent) &&
    parent.name === node &&
    parent.expression.getText() === "globalThis";
  return isReceiver || isCallee || isGlobalMember ? node.text : undefined;
}
