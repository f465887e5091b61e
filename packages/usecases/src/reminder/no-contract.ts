/** What is about no contract stands where a contract's messages would. */
export const noContract = "tenant";
