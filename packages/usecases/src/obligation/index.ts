export { fulfilObligation } from "./fulfil-obligation.ts";
