export { dataVariables, mailVariables, productVariables, readEnvironment } from "./read-environment.ts";
