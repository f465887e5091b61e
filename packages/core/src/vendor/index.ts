export { creditCodeCheck, creditCodeSchema } from "./credit-code.ts";
